import { describe, expect, it } from 'vitest'
import { makeSeal } from '../../platform/seal.ts'
import { laneOf, makeKnownDevices } from './known-devices.ts'

const DAY_MS = 86_400_000

function devicesAt(clock: { now: number }, secret = 'a secret of this installation') {
  return makeKnownDevices(makeSeal(secret, 'known devices'), 'shengmian', () => clock.now)
}

describe('a known device', () => {
  it('is known for the account that signed in with it, each time by a name of its own', () => {
    const devices = devicesAt({ now: 0 })
    const [one, other] = [devices.cookieFor('office.one'), devices.cookieFor('office.one')]
    const known = devices.deviceOf('office.one', `a=b; ${one.name}=${one.value}`)
    expect(known).toMatch(/^[0-9a-f]{32}$/)
    expect(devices.deviceOf('office.one', `${other.name}=${other.value}`)).not.toBe(known)
  })

  it('is not known for another account, with a changed cookie, without one, or to another installation', () => {
    const devices = devicesAt({ now: 0 })
    const { name, value } = devices.cookieFor('office.one')
    const other = devices.cookieFor('office.two').name
    const changed = `${value.startsWith('A') ? 'B' : 'A'}${value.slice(1)}`
    expect(devices.deviceOf('office.two', `${other}=${value}`)).toBeNull()
    for (const spoilt of [changed, value.slice(0, 12), '', '*'])
      expect(devices.deviceOf('office.one', `${name}=${spoilt}`)).toBeNull()
    expect(devices.deviceOf('office.one', undefined)).toBeNull()
    expect(devicesAt({ now: 0 }, 'another secret').deviceOf('office.one', `${name}=${value}`)).toBeNull()
  })

  it('is forgotten after half a year', () => {
    const clock = { now: 0 }
    const devices = devicesAt(clock)
    const { name, value, maxAge } = devices.cookieFor('office.one')
    clock.now = 179 * DAY_MS
    expect(devices.deviceOf('office.one', `${name}=${value}`)).not.toBeNull()
    clock.now = 181 * DAY_MS
    expect(devices.deviceOf('office.one', `${name}=${value}`)).toBeNull()
    expect(maxAge * 1000).toBe(180 * DAY_MS)
  })
})

describe('a lane', () => {
  it('is that of the device where it is known, and else that of the address', () => {
    expect(laneOf('office.one', 'd1', '10.0.0.1')).toBe(laneOf('office.one', 'd1', '10.0.0.2'))
    expect(laneOf('office.one', null, '10.0.0.1')).not.toBe(laneOf('office.one', null, '10.0.0.2'))
    expect(laneOf('office.one', null, '::ffff:10.0.0.1')).toBe(laneOf('office.one', null, '10.0.0.1'))
  })

  it('is one for a whole network of IPv6, however its addresses are written', () => {
    const lane = (source: string) => laneOf('office.one', null, source)
    const same = ['2001:db8:0:7::1', '2001:db8:0:7:ffff:1:2:3', '2001:0DB8:0000:0007::', '2001:db8::7:0:0:0:9']
    expect(new Set(same.map(lane)).size).toBe(1)
    expect(lane('2001:db8:0:8::1')).not.toBe(lane('2001:db8:0:7::1'))
    expect(lane('::1')).toBe(lane('0:0:0:0:0:0:0:1'))
  })
})
