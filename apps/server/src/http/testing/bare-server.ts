import { systemClock } from '../../platform/clock.ts'
import { makeServer, type ServerParts } from '../server.ts'

/** The server around nothing: nobody is signed in, nothing is kept or logged; `more` is what a test is about. */
export function makeBareServer(more: Partial<ServerParts>) {
  return makeServer({
    routes: [],
    transact: (_actor, work) => work({} as never),
    watch: { denied: () => Promise.resolve(), read: () => Promise.resolve() },
    identify: () => Promise.resolve(null),
    clock: systemClock,
    examine: () => Promise.resolve(),
    extend: () => Promise.resolve(),
    version: '0',
    pages: null,
    log: false,
    isSecure: false,
    proxies: [],
    ...more,
  })
}
