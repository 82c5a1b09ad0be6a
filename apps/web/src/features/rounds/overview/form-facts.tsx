import type { ReactNode } from 'react'
import { useLanguage, useText } from '../../../lib/language.tsx'
import { longDay } from '../../../lib/dates.ts'
import { roundKinds, roundModes, roundTypes } from '../../../lib/round-words.ts'
import type { RoundDetail } from '../settings/settings-form.ts'

const texts = {
  kind: { zh: '种类', en: 'Kind' },
  mode: { zh: '方式', en: 'Mode' },
  elevated: { zh: '组长由上一级选派', en: 'leaders from the level above' },
  template: { zh: '模板', en: 'Template' },
  authority: { zh: '授权党委', en: 'Commissioned by' },
  sending: { zh: '派出地', en: 'Sending' },
  host: { zh: '被巡地', en: 'Host' },
  each: { zh: '各组各有', en: 'each team its own' },
  responsible: { zh: '主体责任', en: 'Responsible' },
  level: { zh: '级差', en: 'Level difference' },
  levels: { zh: '{n}级', en: '{n}' },
  window: { zh: '进驻期限', en: 'Window' },
  planned: { zh: '原定至{day}', en: 'planned until {day}' },
  paper: { zh: '授权文件', en: 'Authorisation' },
  basis: { zh: '政策依据', en: 'Policy basis' },
  size: { zh: '规模', en: 'Size' },
  sizes: { zh: '{teams}组，{targets}个对象', en: '{teams} teams, {targets} targets' },
}

/** What the round is: three bodies, kind, mode, dates, papers. */
export function FormFacts({ round }: { readonly round: RoundDetail }) {
  const t = useText()
  const { language } = useLanguage()
  const between = language === 'zh' ? '、' : ', '
  const facts: readonly (readonly [string, ReactNode])[] = [
    [t(texts.kind), round.kinds.map((kind) => t(roundKinds[kind])).join(between)],
    [
      t(texts.mode),
      [
        t(roundModes[round.mode]),
        ...round.types.map((type) => t(roundTypes[type])),
        ...(round.elevated ? [t(texts.elevated)] : []),
      ].join(between),
    ],
    ...(round.template === null ? [] : [[t(texts.template), round.template] as const]),
    [t(texts.authority), round.authority.name],
    [t(texts.sending), round.sending?.name ?? t(texts.each)],
    [t(texts.host), round.host?.name ?? t(texts.each)],
    ...(round.responsible.length === 0 ? [] : [[t(texts.responsible), someNames(round.responsible, between)] as const]),
    ...(round.levelDifference === null ? [] : [[t(texts.level), t(texts.levels, { n: round.levelDifference })] as const]),
    [t(texts.size), t(texts.sizes, { teams: round.teams, targets: round.targets })],
    [
      t(texts.window),
      <>
        <span className="number">{longDay(round.starts, language)}—</span>
        <wbr />
        <span className="number">{longDay(round.ends, language)}</span>
        {round.plannedEnds === round.ends ? null : (
          <span className="number"> {t(texts.planned, { day: longDay(round.plannedEnds, language) })}</span>
        )}
      </>,
    ],
    ...(round.authorisation === null
      ? []
      : [
          [
            t(texts.paper),
            `${round.authorisation.by} ${round.authorisation.number} ${longDay(round.authorisation.date, language)}`,
          ] as const,
        ]),
    [t(texts.basis), round.basis.map((basis) => basis.title).join(between)],
  ]
  return (
    <dl className="round-facts">
      {facts.map(([term, value]) => (
        <div key={term}>
          <dt>{term}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  )
}

function someNames(places: readonly { readonly name: string }[], between: string): string {
  const shown = places.slice(0, 6).map((place) => place.name)
  return shown.join(between) + (places.length > shown.length ? '…' : '')
}
