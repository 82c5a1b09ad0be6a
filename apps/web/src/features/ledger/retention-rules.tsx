import type { listRetention, ReplyOf } from '@shengmian/contract'
import { useText } from '../../lib/language.tsx'
import { kinds } from './texts.ts'
import './ledger.css'

const texts = {
  label: { zh: '保存期限', en: 'Periods of retention' },
  kind: { zh: '记录种类', en: 'Kind of record' },
  years: { zh: '期限', en: 'Period' },
  from: { zh: '起算', en: 'Counts from' },
  basis: { zh: '依据', en: 'Basis' },
  due: { zh: '已届满', en: 'Due' },
  standing: { zh: '核定', en: 'Confirmed' },
  isDefault: { zh: '软件默认值', en: 'default of the software' },
  isOwn: { zh: '本机关已核定', en: 'confirmed by this body' },
  span: { zh: '{n} 年', en: '{n} years' },
}

export function RetentionRules({ rules }: { readonly rules: ReplyOf<typeof listRetention>['rules'] }) {
  const t = useText()
  return (
    <table className="list" aria-label={t(texts.label)}>
      <thead>
        <tr>
          <th>{t(texts.kind)}</th>
          <th className="ledger-count">{t(texts.years)}</th>
          <th>{t(texts.from)}</th>
          <th>{t(texts.basis)}</th>
          <th>{t(texts.standing)}</th>
          <th className="ledger-count">{t(texts.due)}</th>
        </tr>
      </thead>
      <tbody>
        {rules.map(({ kind, years, basis, due, isDefault }) => (
          <tr key={kind}>
            <td>{t(kinds[kind].name)}</td>
            <td className="ledger-count number">{t(texts.span, { n: years })}</td>
            <td>{t(kinds[kind].from)}</td>
            <td>{basis}</td>
            <td className={isDefault ? 'muted' : undefined}>{t(isDefault ? texts.isDefault : texts.isOwn)}</td>
            <td className="ledger-count number">{due}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
