import { explainSeat } from '@shengmian/contract'
import { useEffect, type ReactNode } from 'react'
import { useLanguage, useText } from '../../lib/language.tsx'
import { checkNames, seatRole } from '../../lib/round-words.ts'
import { longDay } from '../../lib/dates.ts'
import { useRead } from '../../lib/use-endpoint.ts'
import { Button, Skeleton } from '../../ui/antd.ts'
import { Refused } from '../../ui/refused.tsx'
import { MarkBox } from './marks.tsx'
import { WhatIfList } from './what-if-list.tsx'
import { exposureFigure, type BoardRow } from './words.ts'
import './seat-drawer.css'

const texts = {
  summary: {
    zh: '{seat}，进驻{host}；{unknown}项未核，{weak}项弱关系',
    en: '{seat}, {host}: {unknown} unverified, {weak} weak ties',
  },
  barred: { zh: '，{barred}项禁止', en: ', {barred} forbidden' },
  exposure: { zh: '，暴露{exposure}人', en: ', exposure {exposure}' },
  why: { zh: '为什么可以去{host}', en: 'Why {host} is possible' },
  whyNot: { zh: '为什么不能去{host}', en: 'Why {host} is not possible' },
  here: { zh: '本组', en: 'this team' },
  indirect: {
    zh: '暴露来自间接关系：经他人认识对象内部人员，只计入目标，不构成回避。',
    en: 'The exposure comes from ties through others: counted in the objectives, no ground for recusal.',
  },
  whatIf: { zh: '换到别组会怎样', en: 'What if he served elsewhere' },
  rerun: { zh: '数字由求解器重算得出。', en: 'The figures come from a re-run of the solver.' },
  close: { zh: '关闭', en: 'Close' },
  noFact: { zh: '没有可核的事实', en: 'no fact to check' },
  waived: { zh: '已批准例外：{by}，{why}', en: 'Exception signed by {by}: {why}' },
  loading: { zh: '正在重算…', en: 'Re-running…' },
}

interface SeatDrawerProps {
  readonly round: string
  readonly row: BoardRow
  readonly person: { readonly id: string; readonly name: string; readonly title: string | null }
  readonly proposal?: string
  readonly onClose: () => void
  /** Offered at the foot: moves, pins, the certificate. */
  readonly acts?: ReactNode
  readonly onSwap?: (team: string, other: string) => void
}

/** Why a person may serve here, fact by fact, and what it would cost elsewhere. Pushes the table, so the results stay in view. */
export function SeatDrawer({ round, row, person, proposal, onClose, acts, onSwap }: SeatDrawerProps) {
  const t = useText()
  const { language } = useLanguage()
  const { data, error, refetch } = useRead(explainSeat, {
    params: { round },
    query: { person: person.id, team: row.team, ...(proposal === undefined ? {} : { proposal }) },
  })
  useEffect(() => {
    const leave = (event: KeyboardEvent) => {
      if (event.key === 'Escape') onClose()
    }
    window.addEventListener('keydown', leave)
    return () => window.removeEventListener('keydown', leave)
  }, [onClose])
  const host = row.host?.name ?? t(texts.here)
  const seat = row.cells.find((cell) => cell.person?.id === person.id)
  return (
    <aside className="seat-drawer" aria-label={person.name}>
      <header>
        <h2>{person.name}</h2>
        <span className="muted">{person.title}</span>
        <Button type="text" aria-label={t(texts.close)} onClick={onClose}>
          ✕
        </Button>
        {data === undefined ? null : (
          <p>
            {t(texts.summary, {
              seat: [row.name, seat === undefined ? '' : t(seatRole(seat.role))].join(''),
              host,
              unknown: data.unknown,
              weak: data.weak,
            })}
            {data.barred === 0 ? null : <strong className="seat-barred">{t(texts.barred, { barred: data.barred })}</strong>}
            {data.exposure === 0 ? null : t(texts.exposure, { exposure: exposureFigure(data.exposure) })}
          </p>
        )}
      </header>
      <div className="seat-drawer-body">
        {error === null ? null : <Refused error={error} onRetry={() => void refetch()} />}
        {data === undefined && error === null ? (
          <>
            <p role="status">{t(texts.loading)}</p>
            <Skeleton active />
          </>
        ) : null}
        {data === undefined ? null : (
          <>
            <h3>{t(data.barred > 0 ? texts.whyNot : texts.why, { host })}</h3>
            <dl className="seat-marks">
              {data.marks.map((mark) => (
                <div key={mark.check}>
                  <dt>
                    <MarkBox check={mark.check} result={mark.result} isWaived={mark.waived !== null} />
                  </dt>
                  <dd>
                    {mark.facts.length === 0 ? (
                      <span className="muted">
                        {t(checkNames[mark.check])} {t(texts.noFact)}
                      </span>
                    ) : null}
                    {mark.facts.map((fact) => (
                      <p key={`${fact.zh} ${fact.source ?? ''}`}>
                        <span>{t(fact)}</span>
                        {fact.source === null && fact.date === null ? null : (
                          <span className="seat-source">
                            {fact.source}{' '}
                            {fact.date === null ? null : <span className="number">{longDay(fact.date, language)}</span>}
                          </span>
                        )}
                      </p>
                    ))}
                    {mark.waived === null ? null : <p>{t(texts.waived, mark.waived)}</p>}
                  </dd>
                </div>
              ))}
            </dl>
            {data.exposure > 0 && data.weak === 0 ? <p className="muted">{t(texts.indirect)}</p> : null}
            <h3>{t(texts.whatIf)}</h3>
            <WhatIfList items={data.whatIf} {...(onSwap === undefined ? {} : { onSwap })} />
            <p className="muted">{t(texts.rerun)}</p>
          </>
        )}
      </div>
      {acts === undefined ? null : <footer>{acts}</footer>}
    </aside>
  )
}
