import { expect, it } from 'vitest'
import { readConfig } from './config.ts'

const demonstration = (environment: NodeJS.ProcessEnv) =>
  readConfig({ SHENGMIAN_SECRET: 'x', SHENGMIAN_PROXY: '10.0.0.1', ...environment }, '/nowhere').demonstration

it('the demonstration, whose logins everybody knows, is there by itself on this machine alone', () => {
  expect([demonstration({}), demonstration({ HOST: 'localhost' })]).toEqual([true, true])
  expect([demonstration({ HOST: '0.0.0.0' }), demonstration({ PUBLIC_URL: 'https://xc.example' })]).toEqual([false, false])
  expect(demonstration({ HOST: '0.0.0.0', SHENGMIAN_DEMONSTRATION: 'on' })).toBe(true)
  expect(demonstration({ SHENGMIAN_DEMONSTRATION: 'off' })).toBe(false)
})

it('without TLS the product listens on this machine alone, or for proxies that are named; certificate and key go together', () => {
  const read = (environment: NodeJS.ProcessEnv) => readConfig({ SHENGMIAN_SECRET: 'x', ...environment }, '/nowhere')
  const files = { SHENGMIAN_TLS_CERT: '/a/cert.pem', SHENGMIAN_TLS_KEY: '/a/key.pem' }
  for (const HOST of ['0.0.0.0', '::', '10.1.2.3']) {
    expect(() => read({ HOST })).toThrow('SHENGMIAN_TLS_CERT')
    expect(read({ HOST, ...files }).tls).toEqual({ cert: '/a/cert.pem', key: '/a/key.pem' })
    expect(read({ HOST, SHENGMIAN_PROXY: '10.0.0.0/8' }).tls).toBeNull()
  }
  expect([read({}).tls, read({ HOST: 'localhost' }).tls]).toEqual([null, null])
  expect(() => read({ SHENGMIAN_TLS_CERT: '/a/cert.pem' })).toThrow('go together')
})

it('the passwords of the database roles come from something new at each start, or from the secret where several processes share them', () => {
  const read = (environment: NodeJS.ProcessEnv) => readConfig({ SHENGMIAN_SECRET: 'x', ...environment }, '/nowhere').roleSecret
  expect([read({}), read({})].every((secret) => /^[0-9a-f]{64}$/.test(secret))).toBe(true)
  expect(read({})).not.toBe(read({}))
  expect(read({ SHENGMIAN_ROLE_PASSWORDS: 'shared' })).toBe('x')
  expect(() => read({ SHENGMIAN_ROLE_PASSWORDS: 'derived' })).toThrow('new or shared')
})

it('a second factor is demanded of those with most to lose, in the demonstration of nobody, and elsewhere of whom the installation says', () => {
  const demanded = (environment: NodeJS.ProcessEnv) =>
    readConfig({ SHENGMIAN_SECRET: 'x', ...environment }, '/nowhere').secondFactorOf
  const real = { SHENGMIAN_DEMONSTRATION: 'off' }
  expect(demanded(real)).toEqual(['system-admin', 'security-admin', 'audit-admin', 'case-management', 'office', 'leading-group'])
  expect([demanded({}), demanded({ ...real, SHENGMIAN_SECOND_FACTOR: 'off' })]).toEqual([[], []])
  expect(demanded({ SHENGMIAN_SECOND_FACTOR: 'office, department' })).toEqual(['office', 'department'])
  for (const wrong of ['', 'offices', 'office,']) expect(() => demanded({ SHENGMIAN_SECOND_FACTOR: wrong })).toThrow('is none')
})

it('a sealed report waits six hours at most, in the demonstration not at all, and elsewhere as long as is said, up to twelve', () => {
  const hold = (environment: NodeJS.ProcessEnv) => readConfig({ SHENGMIAN_SECRET: 'x', ...environment }, '/nowhere').holdHours
  const real = { SHENGMIAN_DEMONSTRATION: 'off' }
  expect([hold(real), hold({}), hold({ ...real, SHENGMIAN_HOLD_HOURS: '12' })]).toEqual([6, 0, 12])
  for (const wrong of ['13', '-1', '1.5', '', 'six']) expect(() => hold({ SHENGMIAN_HOLD_HOURS: wrong })).toThrow(wrong)
})

it('the virus scanner is a socket file or a host with a port, and nothing else', () => {
  const scanner = (SHENGMIAN_CLAMD: string) => readConfig({ SHENGMIAN_SECRET: 'x', SHENGMIAN_CLAMD }, '/nowhere').scanner
  expect(readConfig({ SHENGMIAN_SECRET: 'x' }, '/nowhere').scanner).toBe(null)
  expect(scanner('/run/clamav/clamd.ctl')).toEqual({ path: '/run/clamav/clamd.ctl' })
  expect(scanner('127.0.0.1:3310')).toEqual({ host: '127.0.0.1', port: 3310 })
  for (const wrong of ['', 'clamd', 'clamd.ctl', 'host:', 'host:port']) expect(() => scanner(wrong)).toThrow('SHENGMIAN_CLAMD')
})
