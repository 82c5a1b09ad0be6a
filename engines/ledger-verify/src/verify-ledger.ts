// The whole verification: who signed, what the entries amount to, what was kept before, every record's life, and the rows as they are.
import { isSame, textOfBytes, type Hashes } from './bytes.ts'
import { checkCheckpoint, type CheckedHead, type Distrust } from './checkpoint.ts'
import { compareRows, doesContentMatch, readSalts, type Compared, type Salts } from './compare-rows.ts'
import { entriesOf, readTile, type LedgerFiles } from './files.ts'
import { nameOfRecord, type Finding, type Report } from './finding.ts'
import { followRecords, keyOf, type RecordState } from './follow-records.ts'
import { readEntry } from './entry.ts'
import type { Policy } from './policy.ts'
import { readLog } from './read-log.ts'

export interface Evidence {
  readonly hashes: Hashes
  readonly files: LedgerFiles
  readonly policy: Policy
  /** Checkpoints that were kept elsewhere: signed notes. */
  readonly kept: readonly string[]
  /** An older copy of the log, to name what was rewritten. */
  readonly copy: LedgerFiles | null
}

export interface Verification {
  readonly findings: readonly Finding[]
  readonly head: CheckedHead | null
  readonly entries: number
  readonly records: number
  readonly erased: number
  /** Rows compared; null where there were none to compare: then nothing is said about rows. */
  readonly rows: number | null
  readonly waiting: number
}

/** Verifies a log in the C2SP layout with its checkpoint and, where they are there, rows and salts. Never throws for what files say. */
export async function verifyLedger({ hashes, files, policy, kept, copy }: Evidence): Promise<Verification> {
  const findings: Finding[] = []
  const report: Report = (finding) => void findings.push(finding)
  const note = await readText(files, 'checkpoint')
  const head = believed(checkOne(hashes, policy, note, 'checkpoint', report))
  const stated = head ?? statedHead(hashes, policy, note)
  const nothing = { findings, head, entries: 0, records: 0, erased: 0, rows: null, waiting: 0 }
  if (stated === null) return nothing

  const older = [...kept, ...(await keptInFolder(files))].flatMap((text, k) => {
    const checked = checkOne(hashes, policy, text, `checkpoint kept ${k + 1}`, k < kept.length ? report : () => undefined)
    return checked === null || 'why' in checked ? [] : [checked]
  })
  const saltBytes = await files.read('salts.bin')
  const salts = saltBytes === null ? null : readSalts(saltBytes)
  const records = followRecords(report)
  const log = await readLog(
    hashes,
    files,
    stated.size,
    new Set(older.map((each) => each.size)),
    (entry, leaf, index) => {
      const state = records.follow(entry, leaf, index)
      if (salts !== null && entry.sha256 !== null && salts.at(index) === null) state.saltless++
    },
    report,
  )
  if (log.size === stated.size && !isSame(log.root, stated.root))
    report({
      check: 'root',
      subject: `entry 0–${stated.size - 1}`,
      zh: '全部记录算出的根与检查点不符',
      en: 'the entries do not give the root that was signed',
    })
  compareWithOlder(older, stated, log.rootAt, report)
  if (copy !== null) await compareWithCopy(hashes, policy, files, copy, stated.size, report)
  if (salts !== null) checkErasures(records.states, report)
  const compared = salts === null ? null : await compareRows(hashes, files, records.states, salts, records.lastLogged(), report)
  if (compared !== null && salts !== null) await explainStrayed(hashes, files, log.size, compared, salts, records.states, report)
  return {
    ...nothing,
    entries: log.size,
    records: records.states.size,
    erased: [...records.states.values()].filter((state) => state.op === 'tombstone').length,
    rows: compared?.rows ?? null,
    waiting: compared?.waiting ?? 0,
  }
}

async function readText(files: LedgerFiles, path: string): Promise<string> {
  const bytes = await files.read(path)
  return bytes === null ? '' : (textOfBytes(bytes) ?? '')
}

function believed(checked: CheckedHead | Distrust | null): CheckedHead | null {
  return checked === null || 'why' in checked ? null : checked
}

/** What a checkpoint says even when it may not be believed: the entries are still worth reading, to say what is wrong with them. */
function statedHead(hashes: Hashes, policy: Policy, note: string): { size: number; root: Uint8Array } | null {
  const checked = checkCheckpoint(hashes, policy, note)
  return 'why' in checked ? (checked.why === 'unreadable' ? null : checked.head) : checked
}

function checkOne(hashes: Hashes, policy: Policy, note: string, subject: string, report: Report): CheckedHead | Distrust | null {
  const checked = checkCheckpoint(hashes, policy, note)
  if ('why' in checked) {
    if (checked.why === 'unreadable')
      report({ check: 'checkpoint', subject, zh: '没有检查点，或不是检查点', en: 'there is no checkpoint, or it is none' })
    else if (checked.why === 'unsigned')
      report({ check: 'signature', subject, zh: '没有日志密钥的签名', en: 'it carries no signature of the log' })
    else
      report({ check: 'signature', subject, zh: `${checked.by}的签名不成立`, en: `the signature of ${checked.by} does not hold` })
  } else if (!checked.isQuorum)
    report({
      check: 'quorum',
      subject,
      zh: `见证不足：只有${checked.cosigned.length}方见证`,
      en: `too few witnesses: ${checked.cosigned.length} of those the policy asks for`,
    })
  return checked
}

async function keptInFolder(files: LedgerFiles): Promise<readonly string[]> {
  const notes: string[] = []
  for await (const portion of files.lines('checkpoints.jsonl') ?? [])
    for (const line of portion) notes.push((JSON.parse(line) as { note: string }).note)
  return notes
}

/** Every older checkpoint must be the root of the log's beginning. */
function compareWithOlder(
  older: readonly CheckedHead[],
  now: { readonly size: number; readonly root: Uint8Array },
  rootAt: ReadonlyMap<number, Uint8Array>,
  report: Report,
): void {
  let sound = 0
  for (const { size, root } of [...older].sort((a, b) => a.size - b.size)) {
    const subject = `checkpoint ${size}`
    const reached = rootAt.get(size)
    if (size > now.size)
      report({
        check: 'rolled-back',
        subject,
        zh: `原有${size}条，现只有${now.size}条`,
        en: `there were ${size} entries, now there are ${now.size}`,
      })
    else if (reached !== undefined && !isSame(reached, root)) {
      report({
        check: 'forked',
        subject,
        zh: `与所存检查点不一致：第${sound}至${size - 1}条之间被改写`,
        en: `the log does not continue it: something from entry ${sound} to ${size - 1} was rewritten`,
      })
      return
    } else sound = size
  }
}

/** Entry by entry against an older copy: the first that differ, by name. */
async function compareWithCopy(
  hashes: Hashes,
  policy: Policy,
  files: LedgerFiles,
  copy: LedgerFiles,
  size: number,
  report: Report,
): Promise<void> {
  const theirs = statedHead(hashes, policy, await readText(copy, 'checkpoint'))
  const shared = Math.min(theirs?.size ?? 0, size)
  if (theirs !== null && theirs.size > size)
    report({
      check: 'rolled-back',
      subject: `entry ${size}`,
      zh: `副本有${theirs.size}条，现只有${size}条`,
      en: `the copy has ${theirs.size} entries, the log only ${size}`,
    })
  for (let first = 0; first < shared; first += 256) {
    const width = Math.min(256, shared - first)
    const [ours, kept] = [await readEntries(files, first, size, width), await readEntries(copy, first, theirs?.size ?? 0, width)]
    for (let k = 0; k < width; k++) {
      const [a, b] = [ours?.[k], kept?.[k]]
      if (a === undefined || b === undefined || isSame(a, b)) continue
      const entry = readEntry(b)
      report({
        check: 'rewritten',
        subject: entry === null ? `entry ${first + k}` : nameOfRecord(entry.table, entry.record),
        zh: `第${first + k}条与副本不同`,
        en: `entry ${first + k} is not what the copy says`,
      })
    }
  }
}

async function readEntries(files: LedgerFiles, first: number, size: number, width: number) {
  const bundle = await readTile(files, 'entries', first / 256, Math.min(256, size - first))
  return bundle === null ? null : entriesOf(bundle, width)
}

/** Salts go with a tombstone, all of a record's at once, and with nothing else. */
function checkErasures(states: ReadonlyMap<string, RecordState>, report: Report): void {
  for (const state of states.values()) {
    const subject = nameOfRecord(state.table, state.record)
    const isErased = state.op === 'tombstone'
    if (!isErased && state.saltless > 0)
      report({
        check: 'salt-lost',
        subject,
        zh: `${state.saltless}条的盐值已失，却无销毁记录`,
        en: `the salts of ${state.saltless} entries are gone without a tombstone`,
      })
    if (isErased && state.saltless < state.bound)
      report({
        check: 'salt-kept',
        subject,
        zh: '登记已依法销毁，盐值却仍在',
        en: 'a tombstone says that it was erased, and its salts are still there',
      })
  }
}

/** A row that is not as last logged is as it was logged before, or as it was never logged. */
async function explainStrayed(
  hashes: Hashes,
  files: LedgerFiles,
  size: number,
  { strayed }: Compared,
  salts: Salts,
  states: ReadonlyMap<string, RecordState>,
  report: Report,
): Promise<void> {
  if (strayed.size === 0) return
  const restored = new Map<string, number>()
  for (let first = 0; first < size; first += 256) {
    const width = Math.min(256, size - first)
    for (const [k, bytes] of ((await readEntries(files, first, size, width)) ?? []).entries()) {
      const entry = readEntry(bytes)
      const key = entry === null ? '' : keyOf(entry.table, entry.record)
      const row = strayed.get(key)
      const salt = row === undefined ? null : salts.at(first + k)
      if (entry !== null && row !== undefined && salt !== null && doesContentMatch(hashes, entry, salt, row.content))
        restored.set(key, first + k)
    }
  }
  for (const [key, { table, record }] of strayed) {
    const from = restored.get(key)
    const last = states.get(key)?.index ?? 0
    report(
      from === undefined
        ? {
            check: 'changed',
            subject: nameOfRecord(table, record),
            zh: `内容与第${last}条登记的不符`,
            en: `it is not what entry ${last} bound`,
          }
        : {
            check: 'restored',
            subject: nameOfRecord(table, record),
            zh: `内容退回到第${from}条时的旧状，其后至第${last}条的改动不见了`,
            en: `it is back in the state of entry ${from}; what happened until entry ${last} is gone`,
          },
    )
  }
}
