import type { DeskOfRound } from '@shengmian/contract'
import { fingerprintGroups } from '@shengmian/sealing/printed'
import { longDay } from '../../lib/dates.ts'
import { useLanguage, useText } from '../../lib/language.tsx'

const texts = {
  code: { zh: '代号', en: 'Code' },
  address: { zh: '公开地址', en: 'Address' },
  team: { zh: '派出地', en: 'Team from' },
  host: { zh: '被巡察地', en: 'Inspected' },
  phone: { zh: '电话（值班、监督）', en: 'Telephone (duty, supervision)' },
  until: { zh: '收到', en: 'Open until' },
  fingerprint: { zh: '指纹', en: 'Fingerprint' },
  compare: { zh: '与断网电脑上显示的、纸上印的一致，才是这把根钥', en: 'must match the offline machine and the paper' },
}

type Terms = Omit<
  DeskOfRound['proposals'][number],
  'id' | 'askedBy' | 'askedAt' | 'state' | 'decidedBy' | 'decidedAt' | 'opinion' | 'mayDecide'
>

/** What stands on paper of a desk. */
export function DeskFacts({ terms }: { readonly terms: Terms }) {
  const t = useText()
  const { language } = useLanguage()
  const { code, site, sender, host, phone, until, fingerprint } = terms
  const facts = [
    [texts.code, code],
    [texts.address, `${site}/b/${code}`],
    [texts.team, sender],
    [texts.host, host],
    [texts.phone, phone],
    [texts.until, longDay(until, language)],
  ] as const
  return (
    <dl className="desk-facts">
      {facts.map(([label, value]) => (
        <div key={label.en}>
          <dt>{t(label)}</dt>
          <dd>{value === '' ? '—' : value}</dd>
        </div>
      ))}
      <div className="desk-fingerprint">
        <dt>{t(texts.fingerprint)}</dt>
        <dd>
          <strong>{fingerprintGroups(fingerprint).join(' ')}</strong>
          <span className="muted">{t(texts.compare)}</span>
        </dd>
      </div>
    </dl>
  )
}
