import type { Warning } from '@shengmian/contract'
import { useLanguage, useText } from '../../../lib/language.tsx'
import './warnings.css'

const levels = {
  bar: { zh: '不可', en: 'Barred' },
  warn: { zh: '提示', en: 'Note' },
  note: { zh: '说明', en: 'Remark' },
}
const order = ['bar', 'warn', 'note'] as const

/** What to look at before going on: what stops first. */
export function Warnings({ items }: { readonly items: readonly Warning[] }) {
  const t = useText()
  const { language } = useLanguage()
  if (items.length === 0) return null
  const sorted = items.toSorted((one, other) => order.indexOf(one.level) - order.indexOf(other.level))
  return (
    <ul className="warnings">
      {sorted.map((item) => (
        <li key={`${item.rule} ${item.at ?? ''} ${item.zh}`}>
          <span className={`tag tag-${item.level}`}>{t(levels[item.level])}</span>
          <span>{item[language]}</span>
        </li>
      ))}
    </ul>
  )
}
