// Postings and absences in one cell, an entry a line: "421022 2015.03-2018.06 副局长；荆州区 2018.07-至今".
import { cellText, listParts, type CellReader } from './cell-meaning.ts'
import { parseDay, parseMonth } from './date-meaning.ts'
import { resolvePlace } from './place-meaning.ts'

export interface Posting {
  readonly region: string
  readonly from: string
  readonly to: string | null
  readonly title?: string
}

export interface Absence {
  readonly from: string
  readonly to: string
  readonly why: string
}

const month = String.raw`\d{4}[-./年]\d{1,2}月?`
const day = String.raw`\d{4}[-./年]\d{1,2}[-./月]\d{1,2}日?`
const dash = String.raw`\s*(?:-+|—+|–|~|至|到)\s*`
const postingForm = new RegExp(`^(.+?)[\\s:,(]*(${month})(?:${dash})(${month}|至?今|现在)[\\s:,)]*(.*)$`)
const absenceForm = new RegExp(`^(${day})(?:${dash})(${day})[\\s:,]*(.*)$`)

/** Entries are parted by ； or line feeds; 、 and ， may stand inside one. */
function entries(text: string): readonly string[] {
  return listParts(text).length === 0
    ? []
    : text
        .split(/[;；\n]+/)
        .map((part) => part.trim())
        .filter(Boolean)
}

/** Postings; 无 = known to have had none elsewhere. */
export function postingReader(within: string): CellReader<readonly Posting[]> {
  return (cell, is1904) => {
    const postings: Posting[] = []
    for (const entry of entries(cellText(cell, is1904))) {
      const [, place = '', from = '', to = '', title = ''] = postingForm.exec(entry) ?? []
      const start = parseMonth(from)
      const end = /今|现/.test(to) ? null : parseMonth(to)
      if (start === null || (end === null && !/今|现/.test(to)))
        return {
          fault: {
            zh: `“${entry}”看不懂，请写成“荆州区 2015.03-2018.06”，多段用；分开`,
            en: `cannot read "${entry}": write "荆州区 2015.03-2018.06", several parted by ；`,
          },
        }
      if (end !== null && end < start)
        return { fault: { zh: `“${entry}”的结束早于开始`, en: `"${entry}" ends before it begins` } }
      const found = resolvePlace(place.trim(), within)
      if ('fault' in found) return { fault: { zh: `“${entry}”：${found.fault.zh}`, en: `"${entry}": ${found.fault.en}` } }
      postings.push({ region: found.code, from: start, to: end, ...(title.trim() === '' ? {} : { title: title.trim() }) })
    }
    return { value: postings }
  }
}

/** Days on which somebody cannot be called up; 无 = free. */
export const readAbsences: CellReader<readonly Absence[]> = (cell, is1904) => {
  const absences: Absence[] = []
  for (const entry of entries(cellText(cell, is1904))) {
    const [, first = '', last = '', why = ''] = absenceForm.exec(entry) ?? []
    const from = parseDay(first)
    const to = parseDay(last)
    if (from === null || to === null)
      return {
        fault: {
          zh: `“${entry}”看不懂，请写成“2026-06-01至2026-06-20 学习”，多段用；分开`,
          en: `cannot read "${entry}": write "2026-06-01至2026-06-20 学习", several parted by ；`,
        },
      }
    if (to < from) return { fault: { zh: `“${entry}”的结束早于开始`, en: `"${entry}" ends before it begins` } }
    absences.push({ from, to, why: why.trim() === '' ? '不可抽调' : why.trim() })
  }
  return { value: absences }
}

/** How postings are written into an exported cell. */
export function writePostings(postings: readonly Posting[]): string {
  if (postings.length === 0) return '无'
  return postings
    .map(({ region, from, to, title }) => `${region} ${from}至${to ?? '今'}${title === undefined ? '' : ` ${title}`}`)
    .join('；')
}

export function writeAbsences(absences: readonly Absence[]): string {
  return absences.length === 0 ? '无' : absences.map(({ from, to, why }) => `${from}至${to} ${why}`).join('；')
}
