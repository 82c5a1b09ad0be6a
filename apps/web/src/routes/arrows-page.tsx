import { readWhoInspectsWhom } from '@shengmian/contract'
import { Link, useParams } from '@tanstack/react-router'
import { useState } from 'react'
import { ArrowCounts } from '../features/dispatch/arrows/arrow-counts.tsx'
import { ArrowHeads } from '../features/dispatch/arrows/arrow-heads.tsx'
import { ArrowLegend } from '../features/dispatch/arrows/arrow-legend.tsx'
import { ArrowTable } from '../features/dispatch/arrows/arrow-table.tsx'
import { panelsOf } from '../features/dispatch/arrows/panels.ts'
import { ZonePanel } from '../features/dispatch/arrows/zone-panel.tsx'
import '../features/dispatch/arrows/arrows.css'
import { NoPlanYet } from '../features/dispatch/no-plan-yet.tsx'
import { useText } from '../lib/language.tsx'
import { useRead } from '../lib/use-endpoint.ts'
import { Button, Checkbox } from '../ui/antd.ts'
import { Empty } from '../ui/empty.tsx'
import { Light } from '../ui/light.tsx'
import { Loading } from '../ui/loading.tsx'
import { Page, Sheet } from '../ui/page.tsx'

const texts = {
  title: { zh: '谁查谁', en: 'Who inspects whom' },
  counts: { zh: '{teams}组，{zones}个片区', en: '{teams} teams, {zones} zones' },
  before: { zh: '显示上轮', en: 'Show last round' },
  print: { zh: '打印 A4 横', en: 'Print A4 landscape' },
  pooled: { zh: '各组成员来自多地，没有单一的派出地', en: 'Every team comes from several places' },
  pooledWhy: {
    zh: '统配和分散的轮次不按地对地派组，谁来自哪里见成员名单。',
    en: 'Pooled and scattered rounds do not send place to place; the roster says who comes from where.',
  },
  roster: { zh: '看成员名单', en: 'Open the roster' },
  warning: { zh: '注意', en: 'note' },
}

/** The arrows of this round over those of the last, with what they show although no rule forbids it. */
export function ArrowsPage() {
  const t = useText()
  const { round } = useParams({ from: '/frame/rounds/$round' })
  const [showsBefore, setShowsBefore] = useState(true)
  const { data, error, refetch } = useRead(readWhoInspectsWhom, { params: { round } })
  if (error !== null) return <NoPlanYet title={t(texts.title)} round={round} error={error} onRetry={() => void refetch()} />
  if (data === undefined) {
    return (
      <Page title={t(texts.title)}>
        <Loading what={t(texts.title)} />
      </Page>
    )
  }
  const panels = panelsOf(data)
  return (
    <Page
      title={t(texts.title)}
      note={t(texts.counts, { teams: data.arrows.length, zones: data.zones.length })}
      acts={
        <>
          {data.lastRound === null ? null : (
            <Checkbox checked={showsBefore} onChange={(event) => setShowsBefore(event.target.checked)}>
              {t(texts.before)}
            </Checkbox>
          )}
          <Button onClick={() => window.print()}>{t(texts.print)}</Button>
        </>
      }
    >
      <ArrowHeads />
      <div className="arrows">
        <Sheet label={t(texts.title)}>
          <div className="arrows-sheet">
            {panels.length === 0 ? (
              <Empty
                title={t(texts.pooled)}
                act={
                  <Link to="/rounds/$round/board/roster" params={{ round }}>
                    {t(texts.roster)}
                  </Link>
                }
              >
                {t(texts.pooledWhy)}
              </Empty>
            ) : (
              <>
                <div className={panels.length === 1 ? 'zone-panels zone-panels-one' : 'zone-panels'}>
                  {panels.map((panel) => (
                    <ZonePanel key={panel.name ?? ''} panel={panel} showsBefore={showsBefore} />
                  ))}
                  <ArrowLegend lastRound={showsBefore ? data.lastRound : null} />
                </div>
              </>
            )}
          </div>
        </Sheet>
        <div className="arrows-side">
          <ArrowCounts view={data} />
          {data.warnings.map((warning) => (
            <p key={warning.zh} className="arrow-warning" role="note">
              <Light colour="yellow" /> <span>{t(warning)}</span>
            </p>
          ))}
          <ArrowTable arrows={data.arrows} />
        </div>
      </div>
    </Page>
  )
}
