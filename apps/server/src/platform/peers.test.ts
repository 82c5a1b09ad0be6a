import { expect, it } from 'vitest'
import { plainPeers } from './peers.ts'

it('without TLS only this machine and the proxies that are named may speak to us', () => {
  const may = plainPeers(['10.0.0.1', '192.168.7.0/24', 'fd00::/8'])
  for (const known of [
    '127.0.0.1',
    '127.3.0.1',
    '::1',
    '::ffff:127.0.0.1',
    '10.0.0.1',
    '::ffff:10.0.0.1',
    '192.168.7.200',
    'fd12::1',
  ])
    expect([known, may(known)]).toEqual([known, true])
  for (const strange of ['10.0.0.2', '192.168.8.1', '203.0.113.9', '::ffff:203.0.113.9', 'fe80::1', '::', undefined])
    expect([strange, may(strange)]).toEqual([strange, false])
})
