import { useText } from '../../../lib/language.tsx'
import type { WhoInspectsWhom } from './panels.ts'

const texts = {
  label: { zh: '需要留意的箭头数', en: 'Arrows to look at' },
  self: { zh: '自查', en: 'Own place' },
  mutual: { zh: '互查', en: 'Mutual' },
  crossZone: { zh: '跨片区', en: 'Cross-zone' },
  repeated: { zh: '重复派出', en: 'Repeated' },
  reversed: { zh: '与上轮反向', en: 'Reversed' },
}

/** Counted zeros are zeros; whatever is not zero is heavy. */
export function ArrowCounts({ view }: { readonly view: WhoInspectsWhom }) {
  const t = useText()
  return (
    <dl className="arrow-counts" aria-label={t(texts.label)}>
      {(['self', 'mutual', 'crossZone', 'repeated', 'reversed'] as const).map((key) => (
        <div key={key}>
          <dt>{t(texts[key])}</dt>
          <dd>{view[key]}</dd>
        </div>
      ))}
    </dl>
  )
}
