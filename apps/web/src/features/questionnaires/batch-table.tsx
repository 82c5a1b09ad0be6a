import type { QuestionnaireBatches } from '@shengmian/contract'
import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import { useText } from '../../lib/language.tsx'
import { newId } from '../../lib/new-id.ts'
import { Button, InputNumber } from '../../ui/antd.ts'
import './questionnaires.css'

const texts = {
  village: { zh: '村（社区）', en: 'Village' },
  residents: { zh: '常住人口', en: 'Residents' },
  suggested: { zh: '建议发放', en: 'Suggested' },
  days: { zh: '约{n}天', en: 'about {n} days' },
  unknown: { zh: '未知', en: 'Unknown' },
  issue: { zh: '本次发放', en: 'To issue' },
  batches: { zh: '已发批次', en: 'Batches issued' },
  batch: { zh: '{code} · {n}份 · 第{version}版', en: '{code} · {n} · version {version}' },
  enter: { zh: '录入', en: 'Enter' },
  paper: { zh: '打印空白问卷', en: 'Print blank' },
  send: { zh: '发放{n}份', en: 'Issue {n}' },
  fill: { zh: '按建议填入', en: 'Fill in as suggested' },
}

interface BatchTableProps {
  readonly batches: QuestionnaireBatches
  /** `null`: the caller does not issue. */
  readonly onIssue: ((batches: { id: string; unit: string; issued: number }[], onDone: () => void) => void) | null
  readonly isBusy: boolean
}

/** Villages with what is suggested, what was issued, and the ways to enter and to print. */
export function BatchTable({ batches: { items, targets }, onIssue, isBusy }: BatchTableProps) {
  const t = useText()
  const [counts, setCounts] = useState<Readonly<Record<string, number>>>({})
  const asked = Object.entries(counts).filter(([, count]) => count > 0)
  const sum = asked.reduce((total, [, count]) => total + count, 0)
  return (
    <>
      {onIssue === null ? null : (
        <div className="survey-bar">
          <Button
            onClick={() => setCounts(Object.fromEntries(targets.map(({ unit, suggested }) => [unit.id, suggested?.issued ?? 0])))}
          >
            {t(texts.fill)}
          </Button>
          <Button
            type="primary"
            disabled={sum === 0}
            loading={isBusy}
            onClick={() =>
              onIssue(
                asked.map(([unit, issued]) => ({ id: newId(), unit, issued })),
                () => setCounts({}),
              )
            }
          >
            {t(texts.send, { n: sum })}
          </Button>
        </div>
      )}
      <table className="list survey-batches">
        <thead>
          <tr>
            <th>{t(texts.village)}</th>
            <th className="survey-figure">{t(texts.residents)}</th>
            <th className="survey-figure">{t(texts.suggested)}</th>
            {onIssue === null ? null : <th>{t(texts.issue)}</th>}
            <th>{t(texts.batches)}</th>
          </tr>
        </thead>
        <tbody>
          {targets.map(({ unit, residents, suggested }) => (
            <tr key={unit.id}>
              <td>{unit.name}</td>
              <td className="survey-figure">{residents ?? t(texts.unknown)}</td>
              <td className="survey-figure">
                {suggested === null ? t(texts.unknown) : `${suggested.issued} · ${t(texts.days, { n: suggested.days })}`}
              </td>
              {onIssue === null ? null : (
                <td>
                  <InputNumber
                    size="small"
                    min={0}
                    max={20_000}
                    precision={0}
                    aria-label={`${unit.name} ${t(texts.issue)}`}
                    value={counts[unit.id] ?? null}
                    onChange={(value) => setCounts({ ...counts, [unit.id]: typeof value === 'number' ? value : 0 })}
                  />
                </td>
              )}
              <td>
                {items
                  .filter((batch) => batch.unit.id === unit.id)
                  .map(({ id, code, issued, version }) => (
                    <div key={id} className="survey-batch">
                      <span className="number">{t(texts.batch, { code, n: issued, version })}</span>
                      <Link to="/questionnaire-batches/$batch" params={{ batch: id }}>
                        {t(texts.enter)}
                      </Link>
                      <Link to="/questionnaire-batches/$batch/paper" params={{ batch: id }}>
                        {t(texts.paper)}
                      </Link>
                    </div>
                  ))}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </>
  )
}
