// docs/data-and-keys.md names every table with its class, every file with cryptography of its own, and the limits as the code has them.
import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { expect, it } from 'vitest'
import {
  CONFIRM_DAYS,
  IDLE_MINUTES,
  LEADS_MINUTES,
  LOCK_MINUTES,
  LONGEST_HOURS,
  MOST_SESSIONS,
} from '../apps/server/src/modules/access/session-times.ts'
import { PASSPHRASE_LONGEST, PASSPHRASE_SHORTEST } from '../apps/server/src/modules/access/check-passphrase.ts'
import { project } from './fingerprint.ts'

const text = readFileSync(path.join(project, 'docs/data-and-keys.md'), 'utf8')
const CLASSES = ['public', 'internal', 'personal', 'sealed', 'working']

it('every table of the migrations has one class', () => {
  const folder = path.join(project, 'apps/server/migrations')
  const sources = readdirSync(folder).map((file) => readFileSync(path.join(folder, file), 'utf8'))
  const made = sources.flatMap((sql) => [...sql.matchAll(/^create table ([a-z]+\.[a-z_]+)/gm)].map(([, table]) => table ?? ''))
  const gone = sources.flatMap((sql) =>
    [...sql.matchAll(/^drop table (?:if exists )?([a-z]+\.[a-z_]+)/gm)].map(([, table]) => table),
  )
  const classed = [...text.matchAll(/^\| ([a-z]+) \| (`[a-z]+\.[a-z_]+`.*) \|$/gm)].flatMap(([, of, tables]) => {
    expect(CLASSES).toContain(of)
    return [...(tables ?? '').matchAll(/`([a-z]+\.[a-z_]+)`/g)].map(([, table]) => table ?? '')
  })
  expect(classed.toSorted()).toEqual([...new Set(made)].filter((table) => !gone.includes(table)).toSorted())
})

it('every file that seals, signs, makes keys or derives them stands in the list of keys, and none that does not exist', () => {
  const named = new Set([...text.matchAll(/`((?:apps|engines)\/[^`]+\.ts)`/g)].map(([, file]) => file ?? ''))
  const using =
    /createCipheriv|hkdf\(|hkdfSync|[^.]scrypt\(|generateKeyPair|createPrivateKey|createHmac|argon2id\(|deriveBits|chacha20poly1305\(|x25519\.|ed25519\.|sm2Sign\(|[^a-z]combine\(|[^a-z]split\(secret|new Encrypter|new Decrypter/
  const found = ['apps', 'engines'].flatMap((ring) =>
    readdirSync(path.join(project, ring)).flatMap((part) => sourcesUnder(path.join(ring, part, 'src'))),
  )
  const users = found.filter((file) => using.test(readFileSync(path.join(project, file), 'utf8')))
  expect(users.length).toBeGreaterThan(10)
  expect(users.filter((file) => !named.has(file))).toEqual([])
  expect([...named].filter((file) => !found.includes(file))).toEqual([])
})

it('the limits are those of the code', () => {
  const rows: readonly (readonly [string, string])[] = [
    ['sessions at once', `${MOST_SESSIONS}`],
    ['locked after', `${LOCK_MINUTES} min`],
    ['ended after', `${IDLE_MINUTES} min without a request, ${LONGEST_HOURS} h in any case`],
    ['step before leads', `${LEADS_MINUTES} min`],
    ['passphrase', `${PASSPHRASE_SHORTEST} to ${PASSPHRASE_LONGEST} characters`],
    ['a proposed link waits', `${CONFIRM_DAYS} days`],
  ]
  for (const [limit, value] of rows) expect(text).toContain(`| ${limit} | ${value} |`)
})

/** Files of a folder that run in the product, as paths from the project. */
function sourcesUnder(folder: string): readonly string[] {
  const whole = path.join(project, folder)
  try {
    return readdirSync(whole, { recursive: true, encoding: 'utf8' })
      .filter((file) => /\.tsx?$/.test(file) && !/\.test\.tsx?$|(^|\/)testing\//.test(file))
      .map((file) => path.join(folder, file))
  } catch {
    return []
  }
}
