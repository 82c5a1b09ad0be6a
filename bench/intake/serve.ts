// The server as a process of its own, so that it can be killed: `node bench/intake/serve.ts ADMIN-URL PORT [PAGES]`, which says its port when it listens.
import { compose } from '../../apps/server/src/compose.ts'
import { SECRET } from '../ledger/with-cluster.ts'

const [adminUrl = '', port = '0', pages] = process.argv.slice(2)
// So little work that the load generator, which shares the machine, can do it for thousands of phones; checking costs the same.
const intakeTerms = { tries: 4, usual: 1e9, flood: 1e9 }
const { app } = await compose({
  adminUrl,
  secret: SECRET,
  pages: pages ?? null,
  isSecure: false,
  version: 'bench',
  intakeTerms,
  log: true,
})
await app.listen({ host: '0.0.0.0', port: Number(port) })
const address = app.server.address()
console.log(`listens ${typeof address === 'object' && address !== null ? address.port : port}`)
