import type { SheetRow } from '../xlsx/read-rows.ts'
import { cellText } from './cell-meaning.ts'
import type { Columns, Words } from './sheet-definition.ts'

export interface Header {
  /** Where each known column stands. */
  readonly columns: ReadonlyMap<string, number>
  readonly texts: ReadonlyMap<number, string>
  readonly missing: readonly Words[]
  readonly doubled: readonly { readonly column: number; readonly zh: string }[]
  readonly ignored: readonly string[]
}

/** Headers that number the rows or leave room for a remark say nothing of anybody. */
const silent = new Set(['序号', '行号', 'no', '备注', '说明', 'remark', 'remarks'])

/** The row as a header, or null where it knows fewer than two columns: titles and notes above the table are passed over. */
export function findHeader(row: SheetRow, columns: Columns): Header | null {
  const byWord = new Map(
    Object.entries(columns).flatMap(([key, { zh, en, synonyms }]) =>
      [zh, en, ...synonyms].map((word) => [plain(word), key] as const),
    ),
  )
  const found = new Map<string, number>()
  const texts = new Map<number, string>()
  const doubled: { column: number; zh: string }[] = []
  const ignored: string[] = []
  for (const [column, cell] of [...row.cells].sort(([a], [b]) => a - b)) {
    const text = cellText(cell)
    const key = byWord.get(plain(text))
    texts.set(column, text)
    if (key === undefined) {
      if (!silent.has(plain(text))) ignored.push(text)
    } else if (found.has(key)) doubled.push({ column, zh: columns[key]?.zh ?? key })
    else found.set(key, column)
  }
  if (found.size < Math.min(2, Object.keys(columns).length)) return null
  const missing = Object.entries(columns).flatMap(([key, { isRequired, zh, en }]) =>
    isRequired && !found.has(key) ? [{ zh, en }] : [],
  )
  return { columns: found, texts, missing, doubled, ignored }
}

/** Headers are compared without spaces, stars and what stands in brackets: “姓 名 *”, “姓名（必填）” are 姓名. */
function plain(text: string): string {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .replaceAll(/[(（[【].*?[)）\]】]/g, '')
    .replaceAll(/[\s*:_-]/g, '')
}
