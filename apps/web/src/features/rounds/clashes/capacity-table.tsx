import type { readClashes, ReplyOf } from '@shengmian/contract'
import { useLanguage, useText } from '../../../lib/language.tsx'
import { texts } from './texts.ts'

/** What the round needs against what there is: shortages before anybody is asked. */
export function CapacityTable({ items }: { readonly items: ReplyOf<typeof readClashes>['capacity'] }) {
  const t = useText()
  const { language } = useLanguage()
  if (items.length === 0) return null
  return (
    <table className="list">
      <thead>
        <tr>
          <th>{t(texts.capacity)}</th>
          <th className="right">{t(texts.need)}</th>
          <th className="right">{t(texts.have)}</th>
          <th>{t(texts.holds)}</th>
        </tr>
      </thead>
      <tbody>
        {items.map((item) => (
          <tr key={item.what.zh}>
            <td>{item.what[language]}</td>
            <td className="right number">{item.need}</td>
            <td className="right number">{item.have}</td>
            <td>
              {item.holds ? (
                <span className="muted">{t(texts.enough)}</span>
              ) : (
                <span className="late number">{t(texts.short, { n: item.need - item.have })}</span>
              )}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
