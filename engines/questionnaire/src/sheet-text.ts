// A sheet as rows of texts, read by its header; a filled column that is not known is a fault, not silence.

export interface CellFault {
  readonly sheet: string
  /** As Excel counts, from 1. */
  readonly row: number
  readonly column: string
  readonly zh: string
  readonly en: string
}

export interface SheetText {
  readonly name: string
  /** From row 1, the header; cells from column A. */
  readonly rows: readonly (readonly string[])[]
}

export interface ReadRow {
  /** Without blanks around it; empty where the column is missing. */
  readonly text: (column: string) => string
  readonly fault: (column: string, zh: string, en: string) => CellFault
}

/** `A`, `B` … `Z`, `AA` for columns from 0. */
export function columnLetter(index: number): string {
  const letter = String.fromCharCode(65 + (index % 26))
  return index < 26 ? letter : columnLetter(Math.floor(index / 26) - 1) + letter
}

/** Rows below the header that hold something. One language is taken: `label::中文` counts as `label`. */
export function readSheet(sheet: SheetText, columns: readonly string[], faults: CellFault[]): readonly ReadRow[] {
  const header = (sheet.rows[0] ?? []).map((title) => {
    const plain = title.trim().toLowerCase()
    return /^(label|constraint_message)::/.test(plain) ? plain.replace(/::.*$/, '') : plain
  })
  const rows = sheet.rows.map((cells, index) => ({ cells, number: index + 1 })).slice(1)
  for (const [index, title] of header.entries()) {
    const filled = rows.find(({ cells }) => (cells[index] ?? '').trim() !== '')
    if (filled === undefined) continue
    const place = { sheet: sheet.name, row: filled.number, column: columnLetter(index) }
    if (!columns.includes(title))
      faults.push({ ...place, zh: `不支持“${title}”这一列`, en: `column "${title}" is not supported` })
    else if (header.indexOf(title) !== index)
      faults.push({ ...place, zh: `“${title}”有两列，不支持多种语言`, en: `"${title}" stands twice; one language is supported` })
  }
  return rows
    .filter(({ cells }) => cells.some((cell) => cell.trim() !== ''))
    .map(({ cells, number }) => ({
      text: (column) => (header.includes(column) ? (cells[header.indexOf(column)] ?? '').trim() : ''),
      fault: (column, zh, en) => ({
        sheet: sheet.name,
        row: number,
        column: columnLetter(Math.max(0, header.indexOf(column))),
        zh,
        en,
      }),
    }))
}
