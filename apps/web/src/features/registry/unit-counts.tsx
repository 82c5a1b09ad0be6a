import { useText } from '../../lib/language.tsx'
import { useUnitCounts } from './api.ts'
import { unitClasses, unitKinds } from './texts.ts'
import './registry.css'

const texts = {
  title: { zh: '本区单位', en: 'Units here' },
  total: { zh: '合计', en: 'Total' },
  byClass: { zh: '村（社区）分类', en: 'Classes' },
  unknown: { zh: '未核', en: 'Unverified' },
}

/** How many units a place has, by kind and by class; those without a class count as unverified, never as ordinary. */
export function UnitCounts({ within }: { readonly within: string }) {
  const t = useText()
  const { data } = useUnitCounts(within)
  if (data === undefined) return null
  const kinds = Object.entries(unitKinds).flatMap(([kind, text]) =>
    (data.kinds[kind] ?? 0) === 0 ? [] : [{ key: kind, text, n: data.kinds[kind] ?? 0 }],
  )
  const classes = [...Object.entries(unitClasses), ['unknown', texts.unknown] as const]
  return (
    <>
      <h2>{t(texts.title)}</h2>
      <dl className="counts">
        {kinds.map(({ key, text, n }) => (
          <div key={key}>
            <dt>{t(text)}</dt>
            <dd>{n.toLocaleString('en')}</dd>
          </div>
        ))}
        <div className="counts-total">
          <dt>{t(texts.total)}</dt>
          <dd>{data.total.toLocaleString('en')}</dd>
        </div>
      </dl>
      <h2>{t(texts.byClass)}</h2>
      <dl className="counts">
        {classes.map(([key, text]) => (
          <div key={key}>
            <dt>{key === 'unknown' ? <span className="unverified">{t(text)}</span> : t(text)}</dt>
            <dd>{(data.classes[key] ?? 0).toLocaleString('en')}</dd>
          </div>
        ))}
      </dl>
    </>
  )
}
