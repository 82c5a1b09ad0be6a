import type { Language } from '../../../lib/language.tsx'

/** A wire month as people write it: 2026年10月. */
export function longMonth(month: string, language: Language): string {
  const [year = '', number = ''] = month.split('-')
  return language === 'zh' ? `${year}年${Number(number)}月` : month
}

/** The months that end with `last`, newest first. */
export function monthsBack(last: string, count: number): readonly string[] {
  const [year = 0, month = 0] = last.split('-').map(Number)
  return Array.from({ length: count }, (_none, k) => {
    const at = year * 12 + month - 1 - k
    return `${Math.floor(at / 12)}-${String((at % 12) + 1).padStart(2, '0')}`
  })
}
