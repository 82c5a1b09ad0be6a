import { expect, it } from 'vitest'
import { readConfig } from './config.ts'

const demonstration = (environment: NodeJS.ProcessEnv) =>
  readConfig({ SHENGMIAN_SECRET: 'x', ...environment }, '/nowhere').demonstration

it('the demonstration, whose logins everybody knows, is there by itself on this machine alone', () => {
  expect([demonstration({}), demonstration({ HOST: 'localhost' })]).toEqual([true, true])
  expect([demonstration({ HOST: '0.0.0.0' }), demonstration({ PUBLIC_URL: 'https://xc.example' })]).toEqual([false, false])
  expect(demonstration({ HOST: '0.0.0.0', SHENGMIAN_DEMONSTRATION: 'on' })).toBe(true)
  expect(demonstration({ SHENGMIAN_DEMONSTRATION: 'off' })).toBe(false)
})

it('a sealed report waits six hours at most, in the demonstration not at all, and elsewhere as long as is said, up to twelve', () => {
  const hold = (environment: NodeJS.ProcessEnv) => readConfig({ SHENGMIAN_SECRET: 'x', ...environment }, '/nowhere').holdHours
  const real = { SHENGMIAN_DEMONSTRATION: 'off' }
  expect([hold(real), hold({}), hold({ ...real, SHENGMIAN_HOLD_HOURS: '12' })]).toEqual([6, 0, 12])
  for (const wrong of ['13', '-1', '1.5', '', 'six']) expect(() => hold({ SHENGMIAN_HOLD_HOURS: wrong })).toThrow(wrong)
})
