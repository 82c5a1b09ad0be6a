// Days as people write them: 2026年11月21日 on papers, 11月21日 in tables of the year. On the wire they stay YYYY-MM-DD.
import type { Language } from './language.tsx'

const WEEKDAYS = {
  zh: ['日', '一', '二', '三', '四', '五', '六'],
  en: ['Sun', 'Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat'],
} as const

/** Today, with its week day, for the top bar. */
export function formatDay(day: Date, language: Language): string {
  const weekday = WEEKDAYS[language][day.getDay()] ?? ''
  return language === 'zh'
    ? `${day.getFullYear()}年${day.getMonth() + 1}月${day.getDate()}日 星期${weekday}`
    : `${weekday} ${isoDay(day)}`
}

/** A wire day in full. */
export function longDay(day: string, language: Language): string {
  const [year = '', month = '', date = ''] = day.slice(0, 10).split('-')
  return language === 'zh' ? `${Number(year)}年${Number(month)}月${Number(date)}日` : day.slice(0, 10)
}

/** A wire day without its year. */
export function shortDay(day: string, language: Language): string {
  const [, month = '', date = ''] = day.slice(0, 10).split('-')
  return language === 'zh' ? `${Number(month)}月${Number(date)}日` : `${month}-${date}`
}

/** An instant of the wire on this machine's clock, to the minute. */
export function shortInstant(instant: string, language: Language): string {
  const at = new Date(instant)
  return `${shortDay(isoDay(at), language)} ${String(at.getHours()).padStart(2, '0')}:${String(at.getMinutes()).padStart(2, '0')}`
}

/** A day of this machine's calendar as the wire wants it. */
export function isoDay(day: Date): string {
  return `${day.getFullYear()}-${String(day.getMonth() + 1).padStart(2, '0')}-${String(day.getDate()).padStart(2, '0')}`
}
