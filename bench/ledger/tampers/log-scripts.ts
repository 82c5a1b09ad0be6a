// On the log itself, in the database: entries, hashes, salts, pending leaves; with the log's own key where that helps.
import { AUTHORITY, person, subject } from './world.ts'
import { rewriteLog, type LogLine } from './rewrite-log.ts'
import { silently, type TamperScript } from './script.ts'

const record = (n: number) => `record = array['${AUTHORITY}', '${person(n)}']`
const isOf = (line: LogLine, n: number, seq: number) =>
  (line.entry['record'] as string[])[1] === person(n) && line.entry['seq'] === seq

export const logScripts: readonly TamperScript[] = [
  {
    does: 'changes the time in an entry',
    database: (client) =>
      silently(
        client,
        `update ledger.leaf set entry = convert_to(replace(convert_from(entry, 'UTF8'), '"at":"20', '"at":"19'), 'UTF8') where ${record(12)} and seq = 1`,
      ),
    named: [{ check: 'entry-changed', subject: subject(12) }],
  },
  {
    does: 'changes an entry and its leaf hash, and signs anew with the log’s key',
    database: (client, keys) =>
      rewriteLog(
        client,
        keys,
        (lines) => lines.map((line) => (isOf(line, 13, 1) ? { ...line, entry: { ...line.entry, sm3: '0'.repeat(64) } } : line)),
        false,
      ),
    named: [{ check: 'entry-changed', subject: subject(13) }],
  },
  {
    does: 'takes one entry out and closes the gap',
    database: (client, keys) => rewriteLog(client, keys, (lines) => lines.filter((line) => !isOf(line, 14, 2)), false),
    named: [{ check: 'entry-removed', subject: subject(14) }],
  },
  {
    does: 'exchanges two entries of a record',
    database: (client, keys) =>
      rewriteLog(
        client,
        keys,
        (lines) => {
          const [a, b] = [lines.findIndex((line) => isOf(line, 15, 1)), lines.findIndex((line) => isOf(line, 15, 2))]
          return lines.map((line, k) => (k === a ? (lines[b] ?? line) : k === b ? (lines[a] ?? line) : line))
        },
        false,
      ),
    named: [{ check: 're-ordered', subject: subject(15) }],
  },
  {
    does: 'rewrites the past of a record without a trace in its chain, and signs with the log’s key',
    database: (client, keys) => rewriteLog(client, keys, (lines) => lines.filter((line) => !isOf(line, 16, 2)), true),
    named: [
      { check: 'rewritten', subject: 'registry.person' },
      { check: 'forked', subject: 'checkpoint' },
    ],
  },
  {
    does: 'cuts off the last entries, and puts the rows back as they were then',
    database: async (client) => {
      await silently(
        client,
        `delete from ledger.salt where index >= (select min(size) from ledger.checkpoint)`,
        `delete from ledger.leaf where index >= (select min(size) from ledger.checkpoint)`,
        `delete from ledger.checkpoint where size > (select min(size) from ledger.checkpoint)`,
        `delete from ledger.leaf where index >= 450`,
        `delete from ledger.salt where index >= 450`,
      )
    },
    named: [{ check: 'missing', subject: 'entry 256' }],
  },
  {
    does: 'restores the whole database from before the last checkpoint that others hold',
    database: async (client, keys) => {
      await rewriteLog(client, keys, (lines) => lines.slice(0, 400), false)
      await silently(
        client,
        `update registry.person set rank = '科员'`,
        `insert into registry.person (authority, id, name, roles, rank) values (${AUTHORITY}, '${person(300)}', '第300人', '{member}', '科员')`,
      )
    },
    named: [{ check: 'rolled-back', subject: 'checkpoint' }],
  },
  {
    does: 'destroys the salt of a row that it has changed',
    database: (client) =>
      silently(
        client,
        `delete from ledger.salt where index in (select index from ledger.leaf where ${record(17)})`,
        `update registry.person set rank = '厅长' where id = '${person(17)}'`,
      ),
    named: [{ check: 'salt-lost', subject: subject(17) }],
  },
  {
    does: 'writes a tombstone over a row that stays, salts and all',
    database: (client, keys) =>
      rewriteLog(
        client,
        keys,
        (lines) => {
          const at = lines.at(-1)?.entry['at']
          const tombstone = {
            v: 1,
            kind: 'tombstone',
            table: 'registry.person',
            record: [String(AUTHORITY), person(18)],
            seq: 4,
            prev: null,
            at,
            logged: at,
          }
          return [...lines, { entry: { ...tombstone, basis: '无', approvers: ['a', 'b'] }, salt: null }]
        },
        true,
      ),
    named: [{ check: 'returned', subject: subject(18) }],
  },
  {
    does: 'logs a change of today as if it had happened last year',
    database: (client, keys) =>
      rewriteLog(
        client,
        keys,
        (lines) => {
          const last = lines.findLast((line) => isOf(line, 19, 3))
          return last === undefined ? lines : [...lines, { ...last, entry: { ...last.entry, at: '2025-01-01T00:00:00.000Z' } }]
        },
        true,
      ),
    named: [{ check: 'back-dated', subject: subject(19) }],
  },
  {
    does: 'keeps a change out of the log by holding its pending leaf back',
    database: async (client) => {
      await client.query(`update registry.person set rank = '悬' where id = $1`, [person(22)])
      await client.query(`update ledger.pending set at = at - interval '2 days'`)
    },
    named: [{ check: 'held-back', subject: subject(22) }],
  },
]
