// What a cell means, however people write it: full-width digits, dates in six forms, 是/否, lists. Each reader answers a value or
// says what is wrong; an empty cell never reaches a reader, since empty means "not verified".
import { dayOfSerial, type CellValue } from '../xlsx/cell-text.ts'

export interface Fault {
  readonly zh: string
  readonly en: string
}
export type Read<T> = { readonly value: T } | { readonly fault: Fault }
export type CellReader<T> = (cell: CellValue, is1904: boolean) => Read<T>

const fault = (zh: string, en: string): { readonly fault: Fault } => ({ fault: { zh, en } })

/** The text of a cell as a person sees it: full-width letters and digits made half-width, spaces at the ends taken away. */
export function cellText(cell: CellValue, is1904 = false): string {
  if (cell.kind === 'text' || cell.kind === 'fault')
    return cell.text
      .normalize('NFKC')
      .replaceAll(/[^\S\n]+/g, ' ')
      .trim()
  if (cell.kind === 'truth') return cell.truth ? '是' : '否'
  if (cell.isDate) return dayOfSerial(cell.number, is1904) ?? String(cell.number)
  return String(cell.number)
}

/** One line of text of at most 200 characters. Punctuation stays as written; only letters, digits and spaces are normalised. */
export function readLine(cell: CellValue, is1904: boolean): Read<string> {
  if (cell.kind === 'fault') return fault(`公式出错（${cell.text}）`, `the formula failed (${cell.text})`)
  const text = cell.kind === 'text' ? halfWidth(cell.text).replaceAll(/\s+/g, ' ').trim() : cellText(cell, is1904)
  if (text.length > 200) return fault('超过200个字', 'longer than 200 characters')
  return { value: text }
}

function halfWidth(text: string): string {
  return text
    .replaceAll(/[０-９Ａ-Ｚａ-ｚ]/g, (char) => String.fromCharCode(char.charCodeAt(0) - 0xfe_e0))
    .replaceAll('\u3000', ' ')
}

/** A whole number from 0. */
export function readCount(cell: CellValue, is1904: boolean): Read<number> {
  const text = cellText(cell, is1904).replaceAll(/[,，\s]|人|件|次|起|户/g, '')
  if (!/^\d{1,9}$/.test(text))
    return fault(`“${cellText(cell, is1904)}”不是整数`, `"${cellText(cell, is1904)}" is no whole number`)
  return { value: Number(text) }
}

/** 万元 with at most six decimals, or with its own unit (元, 万元, 亿元); the answer is in fen. */
export function readMoney(cell: CellValue, is1904: boolean): Read<number> {
  const text = cellText(cell, is1904).replaceAll(/[,\s]/g, '')
  const match = /^(-?)(\d{1,10})(?:\.(\d{1,6}))?(元|万元|万|亿元)?$/.exec(text)
  if (!match) return fault(`“${text}”不是金额（单位万元）`, `"${text}" is no amount (in 10,000 yuan)`)
  const [, sign, whole = '0', decimals = '', unit] = match
  const digits = unit === '元' ? 2 : unit === '亿元' ? 10 : 6
  const fraction = decimals.padEnd(digits, '0')
  if (fraction.length > digits) return fault('小数位太多，金额只到分', 'too many decimals: amounts end with fen')
  const fen = Number(whole + fraction)
  if (!Number.isSafeInteger(fen)) return fault('金额太大', 'the amount is too large')
  return { value: sign === '-' ? -fen : fen }
}

const truths: ReadonlyMap<string, boolean> = new Map([
  ...['是', '有', '√', '✓', 'y', 'yes', 'true', '1'].map((word) => [word, true] as const),
  ...['否', '无', '不是', '×', '✗', 'n', 'no', 'false', '0'].map((word) => [word, false] as const),
])

/** 是 or 否. */
export function readTruth(cell: CellValue, is1904: boolean): Read<boolean> {
  const value = truths.get(cellText(cell, is1904).toLowerCase())
  return value === undefined ? fault('请填“是”或“否”', 'write 是 (yes) or 否 (no)') : { value }
}

/** One of a closed set, by its Chinese or English word. */
export function readChoice<T extends string>(
  choices: readonly { readonly value: T; readonly words: readonly string[] }[],
): CellReader<T> {
  const words = new Map(
    choices.flatMap(({ value, words }) => [value, ...words].map((word) => [word.toLowerCase(), value] as const)),
  )
  const offered = choices.map(({ words: [first] }) => first ?? '').join('、')
  return (cell, is1904) => {
    const value = words.get(cellText(cell, is1904).toLowerCase())
    return value === undefined
      ? fault(
          `“${cellText(cell, is1904)}”不在可选范围内：${offered}`,
          `"${cellText(cell, is1904)}" is none of the choices: ${offered}`,
        )
      : { value }
  }
}

/** Several entries in one cell; 无 = known to be none. */
export function listParts(text: string): readonly string[] {
  if (['无', '没有', 'none', '/'].includes(text.toLowerCase())) return []
  return [
    ...new Set(
      text
        .split(/[、,，;；/\n]+/)
        .map((part) => part.trim())
        .filter(Boolean),
    ),
  ]
}

/** A list of lines; 无 = known to be none. */
export function readLines(cell: CellValue, is1904: boolean): Read<readonly string[]> {
  if (cell.kind === 'fault') return fault(`公式出错（${cell.text}）`, `the formula failed (${cell.text})`)
  const parts = listParts(cellText(cell, is1904))
  return parts.length > 30 ? fault('最多30项', 'at most 30 entries') : { value: parts }
}

/** A list from a closed set. */
export function readChoices<T extends string>(
  choices: readonly { readonly value: T; readonly words: readonly string[] }[],
): CellReader<readonly T[]> {
  const readOne = readChoice(choices)
  return (cell, is1904) => {
    const values: T[] = []
    for (const text of listParts(cellText(cell, is1904))) {
      const read = readOne({ kind: 'text', text }, is1904)
      if ('fault' in read) return read
      values.push(read.value)
    }
    return { value: values }
  }
}
