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
