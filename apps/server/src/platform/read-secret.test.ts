import { chmodSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { expect, it, onTestFinished } from 'vitest'
import { readConfig } from './config.ts'

/** A file as a vault lays it out. */
function laid(text: string, mode: number): string {
  const folder = mkdtempSync(path.join(tmpdir(), 'shengmian-secret-'))
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
  const file = path.join(folder, 'secret')
  writeFileSync(file, text)
  chmodSync(file, mode)
  return file
}
const read = (environment: NodeJS.ProcessEnv) => readConfig(environment, '/nowhere')

it('the secrets of an installation come from files of a vault as well as from the environment', () => {
  const config = read({
    SHENGMIAN_SECRET_FILE: laid('of the vault\n', 0o400),
    DATABASE_URL_FILE: laid('postgres://a:b@db/shengmian', 0o440),
    SHENGMIAN_OIDC_ISSUER: 'https://id.example',
    SHENGMIAN_OIDC_CLIENT: 'shengmian',
    SHENGMIAN_OIDC_SECRET_FILE: laid('of the provider', 0o600),
  })
  expect([config.secret, config.databaseUrl, config.identityProvider?.clientSecret]).toEqual([
    'of the vault',
    'postgres://a:b@db/shengmian',
    'of the provider',
  ])
  expect(read({ SHENGMIAN_SECRET: 'given' }).secret).toBe('given')
})

it('a file that every user may read, an empty one, none, and two answers to one question stop the start', () => {
  for (const mode of [0o644, 0o604, 0o602])
    expect(() => read({ SHENGMIAN_SECRET_FILE: laid('x', mode) })).toThrow('every user of this machine')
  expect(() => read({ SHENGMIAN_SECRET_FILE: laid(' \n', 0o600) })).toThrow('is empty')
  expect(() => read({ SHENGMIAN_SECRET_FILE: '/nowhere/secret' })).toThrow('ENOENT')
  expect(() => read({ SHENGMIAN_SECRET: 'x', SHENGMIAN_SECRET_FILE: laid('y', 0o600) })).toThrow('both set')
})
