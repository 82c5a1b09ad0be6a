// An uploaded sheet: checked and kept, then imported as a whole or given back with its errors marked.
import { createHash } from 'node:crypto'
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import type { Readable } from 'node:stream'
import { Problem, type SheetError, type SheetImport, type SheetNoun } from '@shengmian/contract'
import { decodeCursor, pageOfRows } from '../../../platform/cursor.ts'
import { placeNumber } from '../../../platform/places.ts'
import type { Transaction } from '../../../platform/transaction.ts'
import { authorityCode } from '../people/person-views.ts'
import { demandPlace } from '../places/place-register.ts'
import {
  insertErrors,
  insertImport,
  markImported,
  selectErrors,
  selectImport,
  selectImportFile,
  type ImportRow,
} from './import-store.ts'
import { importNoun } from './nouns/all-nouns.ts'
import type { SheetFault } from './read-sheet.ts'
import { writeMarked } from './write-marked.ts'

export interface Author {
  readonly id: string
  readonly name: string
  readonly now: Date
}

export interface ImportAt {
  readonly authority: string
  readonly import: string
}

/** So many errors come with the report itself; the rest by pages. */
const firstErrors = 100

/** Reads a file without importing it and keeps both file and findings. */
export async function checkSheet(
  tx: Transaction,
  noun: SheetNoun,
  at: ImportAt,
  file: { readonly path: string; readonly filename: string },
  author: Author,
): Promise<SheetImport> {
  demandPlace(at.authority, 'params/authority')
  const report = await importNoun(
    noun,
    file.path,
    { tx, authority: at.authority, by: author.id, byName: author.name, now: author.now },
    false,
  )
  const bytes = await readFile(file.path)
  const row: ImportRow = {
    authority: placeNumber(at.authority),
    id: at.import,
    noun,
    filename: file.filename.slice(0, 200),
    state: report.faults.length === 0 ? 'checked' : 'refused',
    rows: report.rows,
    added: report.added,
    changed: report.changed,
    same: report.same,
    errors: report.faults.length,
    ignored: report.ignored,
    created_at: author.now,
  }
  await insertImport(tx, row, { bytes, digest: createHash('sha256').update(bytes).digest('hex') }, author.id)
  await insertErrors(tx, row, report.faults)
  return importView(row, report.faults.slice(0, firstErrors))
}

/** Imports a checked file as a whole; what has changed since the check may still refuse it, and then nothing is imported. */
export async function commitImport(tx: Transaction, at: ImportAt, author: Author): Promise<SheetImport> {
  const row = await demandImport(tx, at)
  if (row.state !== 'checked')
    throw new Problem('wrong-state', {
      zh: row.state === 'done' ? '这个文件已经导入过' : '文件有错误，请改正后重新上传',
      en: row.state === 'done' ? 'this file was imported already' : 'the file has errors: correct it and upload it again',
    })
  const report = await withFile(tx, at, (file) =>
    importNoun(row.noun, file, { tx, authority: at.authority, by: author.id, byName: author.name, now: author.now }, true),
  )
  if (report.faults.length > 0)
    throw new Problem('unfit', {
      zh: '检查之后有别的改动，现在不能导入，什么都没有导入',
      en: 'something changed since the check: nothing was imported',
      errors: report.faults
        .slice(0, firstErrors)
        .map(({ sheet, row, column, zh, en }) => ({ at: `${sheet}!${column}${row}`, zh, en })),
    })
  const done: ImportRow = { ...row, state: 'done', added: report.added, changed: report.changed, same: report.same }
  await markImported(tx, done, author.now)
  return importView(done, [])
}

/** How a checked or imported file stands. */
export async function readImport(tx: Transaction, at: ImportAt): Promise<SheetImport> {
  const row = await demandImport(tx, at)
  return importView(row, await selectErrors(tx, row.authority, row.id, 0, firstErrors))
}

/** Every error of a checked file, in the order of the file. */
export async function listErrors(
  tx: Transaction,
  at: ImportAt,
  query: { readonly cursor?: string | undefined; readonly limit?: number | undefined },
): Promise<{ items: SheetError[]; next: string | null }> {
  const row = await demandImport(tx, at)
  const after = decodeCursor(query.cursor, ['number'])
  const limit = query.limit ?? 50
  const page = pageOfRows(await selectErrors(tx, row.authority, row.id, Number(after?.[0] ?? 0), limit + 1), limit, ({ seq }) => [
    seq,
  ])
  return { items: page.items.map(errorView), next: page.next }
}

/** The file back with every wrong cell marked. */
export async function markFile(tx: Transaction, at: ImportAt): Promise<{ readonly file: Readable; readonly name: string }> {
  const row = await demandImport(tx, at)
  const faults = await selectErrors(tx, row.authority, row.id, 0, null)
  const file = await withFile(tx, at, (path) => writeMarked(path, faults))
  return { file, name: `错误已标出-${row.filename.replace(/\.xlsx$/i, '')}.xlsx` }
}

async function demandImport(tx: Transaction, at: ImportAt): Promise<ImportRow> {
  const row = await selectImport(tx, placeNumber(at.authority), at.import)
  if (row === null) throw new Problem('not-found')
  return row
}

/** The kept file as a file again, for as long as the work takes. */
async function withFile<T>(tx: Transaction, at: ImportAt, work: (file: string) => Promise<T>): Promise<T> {
  const bytes = await selectImportFile(tx, placeNumber(at.authority), at.import)
  if (bytes === null) throw new Problem('not-found')
  const folder = await mkdtemp(path.join(tmpdir(), 'shengmian-import-'))
  try {
    const file = path.join(folder, 'import.xlsx')
    await writeFile(file, bytes, { mode: 0o600 })
    return await work(file)
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}

function importView(row: ImportRow, faults: readonly SheetFault[]): SheetImport {
  const { id, noun, filename, state, rows, added, changed, same, errors } = row
  return {
    id,
    authority: authorityCode(row.authority),
    noun,
    filename,
    state,
    rows,
    added,
    changed,
    same,
    errors,
    firstErrors: faults.map(errorView),
    ignored: [...row.ignored],
    at: row.created_at.toISOString(),
  }
}

function errorView({ sheet, row, column, header, value, zh, en }: SheetFault): SheetError {
  return { sheet, row, column, header, value, zh, en }
}
