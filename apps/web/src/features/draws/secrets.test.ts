import { expect, it } from 'vitest'
import { makeSecrets, readSecrets, secretsFromDice, writeSecrets } from './secrets.ts'

it('secrets are two different numbers of 256 bits, and come back from their file', () => {
  const secrets = makeSecrets()
  expect(secrets.first).toMatch(/^[0-9a-f]{64}$/)
  expect(secrets.second).not.toBe(secrets.first)
  expect(readSecrets(writeSecrets(secrets))).toEqual(secrets)
  expect(readSecrets('{"first":"1"}')).toBe(null)
})

it('dice make the same secrets every time, and fewer than fifty throws are refused', () => {
  const rolls = '123456'.repeat(9)
  const made = secretsFromDice(rolls, `${rolls}1`)
  expect(made).toMatchObject({ kind: 'secrets' })
  expect(secretsFromDice(rolls, `${rolls}1`)).toEqual(made)
  expect(secretsFromDice(rolls, '123')).toMatchObject({ kind: 'refused', zh: '至少要掷 50 次' })
})
