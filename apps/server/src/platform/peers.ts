// Without TLS of our own a connection comes from this machine or from a proxy that is named; any other would carry passphrases in clear.
import { BlockList, isIP } from 'node:net'

/** Whether this address may speak to us without TLS: this machine, or one of the listed (`10.0.0.1`, `10.0.0.0/8`). */
export function plainPeers(proxies: readonly string[]): (address: string | undefined) => boolean {
  const known = new BlockList()
  known.addSubnet('127.0.0.0', 8, 'ipv4')
  known.addAddress('::1', 'ipv6')
  for (const proxy of proxies) {
    const [address = '', bits] = proxy.split('/')
    const family = isIP(address) === 6 ? 'ipv6' : 'ipv4'
    known.addSubnet(address, Number(bits ?? (family === 'ipv6' ? 128 : 32)), family)
  }
  return (address) => address !== undefined && known.check(address, isIP(address) === 6 ? 'ipv6' : 'ipv4')
}
