// The proof of one record as a file of its own: its entries, each with its way to the signed root, and what the record says.
import { bytesOfBase64, bytesOfHex, bytesOfText, type Hashes } from './bytes.ts'
import { checkCheckpoint, type CheckedHead } from './checkpoint.ts'
import { doesContentMatch } from './compare-rows.ts'
import { readEntry } from './entry.ts'
import { nameOfRecord, type Finding } from './finding.ts'
import { followRecords, keyOf } from './follow-records.ts'
import { isIncluded, leafHash } from './merkle.ts'
import type { Policy } from './policy.ts'

interface RecordFile {
  readonly format: string
  readonly table: string
  readonly record: readonly string[]
  readonly content: string | null
  readonly salt: string | null
  readonly entries: readonly { readonly entry: string; readonly proof: string }[]
}

export interface RecordVerification {
  readonly findings: readonly Finding[]
  readonly head: CheckedHead | null
  readonly subject: string
  readonly entries: number
  readonly content: string | null
}

/** Verifies such a file; null where the text is none. */
export function verifyRecord(hashes: Hashes, policy: Policy, text: string): RecordVerification | null {
  const file = readRecordFile(text)
  if (file === null) return null
  const findings: Finding[] = []
  const subject = nameOfRecord(file.table, file.record)
  const find = (check: Finding['check'], zh: string, en: string) => findings.push({ check, subject, zh, en })
  const records = followRecords((finding) => void findings.push(finding))
  let head: CheckedHead | null = null
  for (const { entry: entryText, proof } of file.entries) {
    const parts = readProof(proof)
    const checked = parts === null ? null : checkCheckpoint(hashes, policy, parts.note)
    if (parts === null || checked === null || 'why' in checked) {
      find('signature', '检查点没有可信的签名', 'its checkpoint carries no signature that holds')
      continue
    }
    head = checked
    if (!checked.isQuorum) find('quorum', '检查点见证不足', 'its checkpoint has too few witnesses')
    const bytes = bytesOfText(entryText)
    const leaf = leafHash(hashes.sha256, bytes)
    if (!isIncluded(hashes.sha256, leaf, parts.index, checked.size, parts.hashes, checked.root))
      find('root', `第${parts.index}条不在日志中`, `entry ${parts.index} is not in the log`)
    const entry = readEntry(bytes)
    if (entry === null || keyOf(entry.table, entry.record) !== keyOf(file.table, file.record))
      find('unreadable', `第${parts.index}条不是此记录的`, `entry ${parts.index} is not about this record`)
    else records.follow(entry, leaf, parts.index)
  }
  const state = records.states.get(keyOf(file.table, file.record))
  if (state === undefined) find('missing', '没有任何记录', 'there is no entry')
  else if (file.content !== null) {
    const salt = bytesOfHex(file.salt ?? '')
    if (salt?.length !== 32) find('salt-lost', '没有盐值，无法核对内容', 'without its salt the content cannot be checked')
    else if (!doesContentMatch(hashes, state, salt, file.content))
      find('changed', '内容与最后一条登记的不符', 'the content is not what the last entry bound')
  }
  return { findings, head, subject, entries: file.entries.length, content: file.content }
}

/** The parts of a C2SP tlog-proof; null where it is none. */
export function readProof(text: string): { index: number; hashes: readonly Uint8Array[]; note: string } | null {
  const split = text.indexOf('\n\n')
  const [title, ...lines] = text.slice(0, split).split('\n')
  if (split < 0 || title !== 'c2sp.org/tlog-proof@v1') return null
  if (lines[0]?.startsWith('extra ') === true) lines.shift()
  const [, index] = /^index (0|[1-9]\d{0,14})$/.exec(lines.shift() ?? '') ?? []
  const hashes = lines.map(bytesOfBase64)
  if (index === undefined || hashes.some((hash) => hash?.length !== 32)) return null
  return { index: Number(index), hashes: hashes.flatMap((hash) => hash ?? []), note: text.slice(split + 2) }
}

function readRecordFile(text: string): RecordFile | null {
  let value: unknown
  try {
    value = JSON.parse(text)
  } catch {
    return null
  }
  if (typeof value !== 'object' || value === null) return null
  const { format, table, record, entries, content, salt } = value as Partial<RecordFile>
  if (format !== 'shengmian.ledger-record/1' || typeof table !== 'string') return null
  if (!isTexts(record) || !Array.isArray(entries) || !(entries as unknown[]).every(isProven)) return null
  return { format, table, record, entries, content: content ?? null, salt: salt ?? null }
}

function isTexts(value: unknown): value is readonly string[] {
  return Array.isArray(value) && value.every((part) => typeof part === 'string')
}

function isProven(value: unknown): boolean {
  return typeof value === 'object' && value !== null && 'entry' in value && 'proof' in value && isTexts(Object.values(value))
}
