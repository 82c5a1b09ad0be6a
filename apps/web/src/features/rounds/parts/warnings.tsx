import type { Warning } from '@shengmian/contract'
import { useState } from 'react'
import { useLanguage, useText } from '../../../lib/language.tsx'
import './warnings.css'

const levels = {
  bar: { zh: '不可', en: 'Barred' },
  warn: { zh: '提示', en: 'Note' },
  note: { zh: '说明', en: 'Remark' },
}
const more = { zh: '还有{n}条', en: '{n} more' }
const order = ['bar', 'warn', 'note'] as const
/** So many are read; the rest open on demand. */
const SHOWN = 6

/** What to look at before going on: what stops first, the same sentence once. */
export function Warnings({ items }: { readonly items: readonly Warning[] }) {
  const t = useText()
  const { language } = useLanguage()
  const [isOpen, setOpen] = useState(false)
  if (items.length === 0) return null
  const once = [...new Map(items.map((item) => [item.zh, item])).values()]
  const sorted = once.toSorted((one, other) => order.indexOf(one.level) - order.indexOf(other.level))
  const shown = isOpen ? sorted : sorted.slice(0, SHOWN)
  return (
    <ul className="warnings">
      {shown.map((item) => (
        <li key={item.zh}>
          <span className={`tag tag-${item.level}`}>{t(levels[item.level])}</span>
          <span>{item[language]}</span>
        </li>
      ))}
      {shown.length === sorted.length ? null : (
        <li>
          <button type="button" className="button-link" onClick={() => setOpen(true)}>
            {t(more, { n: sorted.length - shown.length })}
          </button>
        </li>
      )}
    </ul>
  )
}
