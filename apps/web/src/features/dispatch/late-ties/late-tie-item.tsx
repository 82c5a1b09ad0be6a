import { listTieKinds, type listLateTies, type ReplyOf } from '@shengmian/contract'
import { shortInstant } from '../../../lib/dates.ts'
import { useLanguage, useText } from '../../../lib/language.tsx'
import { useRead } from '../../../lib/use-endpoint.ts'
import { RepairLine } from './repair-line.tsx'

type LateTie = ReplyOf<typeof listLateTies>['items'][number]

const texts = {
  none: { zh: '不影响', en: 'no effect' },
  pending: { zh: '待巡察办核对', en: 'to be checked' },
  counted: { zh: '计入暴露', en: 'counted' },
  barred: { zh: '应回避', en: 'bars' },
  with: { zh: '与{who}：{kind}', en: 'with {who}: {kind}' },
  self: { zh: '本人补报', en: 'declared by himself' },
  office: { zh: '巡察办补报', en: 'declared by the office' },
  unit: { zh: '被巡察单位提出', en: 'raised by the unit' },
  entered: { zh: '{name} {at} 记入', en: 'entered by {name}, {at}' },
  affected: { zh: '{team}不能去{targets}：{because}', en: '{team} may not go to {targets}: {because}' },
  official: { zh: '班子成员', en: 'an official' },
}

interface LateTieItemProps {
  readonly round: string
  readonly tie: LateTie
  readonly mayTake: boolean
}

/** One late tie: what was declared, what it touches in the plan in force, and what was done about it. */
export function LateTieItem({ round, tie, mayTake }: LateTieItemProps) {
  const t = useText()
  const { language } = useLanguage()
  const kinds = useRead(listTieKinds, {})
  const kind = kinds.data?.items.find((one) => one.kind === tie.kind && one.degree === tie.degree)
  const who = tie.unit?.name ?? (tie.official === null || tie.official.name === '' ? t(texts.official) : tie.official.name)
  return (
    <li className="late-tie">
      <div className="late-tie-head">
        <strong>{tie.person.name}</strong>
        <span>{t(texts.with, { who, kind: kind === undefined ? tie.kind : t(kind) })}</span>
        <span className={`late-tie-effect late-tie-${tie.effect}`}>{t(texts[tie.effect])}</span>
        <span className="muted">
          {t(texts[tie.source])}，{t(texts.entered, { name: tie.declaredBy, at: shortInstant(tie.declaredAt, language) })}
        </span>
      </div>
      <p>{tie.detail}</p>
      {tie.affected.map((hit) => (
        <p key={hit.team}>
          {t(texts.affected, {
            team: hit.teamName,
            targets: hit.targets.join(language === 'zh' ? '、' : ', '),
            because: t(hit.because),
          })}
        </p>
      ))}
      {tie.repair === null ? null : <RepairLine round={round} proposal={tie.repair} mayTake={mayTake} />}
    </li>
  )
}
