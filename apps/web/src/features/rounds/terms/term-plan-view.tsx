import { readTermPlan } from '@shengmian/contract'
import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import { useText } from '../../../lib/language.tsx'
import { useRead } from '../../../lib/use-endpoint.ts'
import { App, Button, Segmented } from '../../../ui/antd.ts'
import { LeaveGuard } from '../../../ui/leave-guard.tsx'
import { Loading } from '../../../ui/loading.tsx'
import { Page, Sheet } from '../../../ui/page.tsx'
import { Refused } from '../../../ui/refused.tsx'
import { UnitPicker } from '../parts/unit-picker.tsx'
import { Warnings } from '../parts/warnings.tsx'
import { CoverageTable } from './coverage-table.tsx'
import { NeverInspected } from './never-inspected.tsx'
import { texts } from './texts.ts'
import { useYearDraft } from './use-year-draft.ts'
import { YearTable } from './year-table.tsx'
import '../parts/rounds.css'
import '../parts/warnings.css'
import './terms.css'

interface TermPlanViewProps {
  readonly plan: string
  readonly authority: string | null
}

/** A term plan: coverage, the plan of each year with its key units, and who was never inspected. */
export function TermPlanView({ plan: id, authority }: TermPlanViewProps) {
  const t = useText()
  const { message } = App.useApp()
  const [chosenYear, setYear] = useState<number | null>(null)
  const [view, setView] = useState<'year' | 'never'>('year')
  const plan = useRead(readTermPlan, { params: { plan: id } })
  const thisYear = new Date().getFullYear()
  const first = plan.data?.firstYear ?? thisYear
  const year = chosenYear ?? Math.min(Math.max(first, thisYear), plan.data?.lastYear ?? thisYear)
  const draft = useYearDraft(id, year)
  if (plan.error !== null) return <Refused error={plan.error} onRetry={() => void plan.refetch()} />
  if (plan.isPending) return <Loading what={t(texts.what)} />
  const { data } = plan
  const canPlan = authority === data.authority.code
  const agains = draft.items.filter(({ visits }) => visits.includes('look-back')).length
  const years = Array.from({ length: data.lastYear - data.firstYear + 1 }, (_none, at) => data.firstYear + at)
  return (
    <Page
      title={data.title}
      note={
        <span className="number note-links">
          <span>
            {data.authority.name} {data.firstYear}—{data.lastYear}
          </span>
          <Link to="/term-plans/$plan/calendar" params={{ plan: id }}>
            {t(texts.calendar)}
          </Link>
          <Link to="/term-plans/$plan/petitions" params={{ plan: id }}>
            {t(texts.petitions)}
          </Link>
        </span>
      }
      acts={
        canPlan ? (
          <>
            {draft.isChanged ? <span className="why-not">{t(texts.unsaved)}</span> : null}
            <Button
              type="primary"
              disabled={!draft.isChanged}
              loading={draft.save.isPending}
              onClick={() => draft.keep((n) => void message.success(t(texts.saved, { year, n })))}
            >
              {t(texts.save)}
            </Button>
          </>
        ) : (
          <span className="why-not">{t(texts.onlyOwn)}</span>
        )
      }
    >
      <LeaveGuard isChanged={draft.isChanged} />
      {draft.save.error === null ? null : <Refused error={draft.save.error} />}
      <Sheet label={t(texts.coverage)}>
        <CoverageTable coverage={data.coverage} />
      </Sheet>
      <div className="gap" />
      <Sheet label={t(texts.yearPlan)}>
        <div className="block-head">
          <Segmented
            value={view}
            onChange={setView}
            options={[
              { value: 'year', label: t(texts.yearPlan) },
              { value: 'never', label: t(texts.never) },
            ]}
          />
          <Segmented
            value={year}
            onChange={setYear}
            options={years.map((value) => ({ value, label: t(texts.year, { n: value }) }))}
          />
          <span className="spring" />
          {canPlan ? (
            <UnitPicker
              within={data.authority.code}
              label={t(texts.find)}
              onPick={(unit) => draft.add({ ...unit, unit: unit.id })}
            />
          ) : null}
          <span className="number">
            {t(texts.totals, {
              n: draft.items.filter(({ visits }) => visits.includes('first')).length,
              keys: draft.items.filter((item) => item.key).length,
            })}
            {agains === 0 ? '' : t(texts.againCount, { n: agains })}
          </span>
        </div>
        {draft.saved.error === null ? null : <Refused error={draft.saved.error} onRetry={() => void draft.saved.refetch()} />}
        {draft.saved.data === undefined || draft.saved.data.warnings.length === 0 ? null : (
          <div className="block-body">
            <Warnings items={draft.saved.data.warnings} />
          </div>
        )}
        {view === 'year' ? (
          <YearTable items={draft.items} canPlan={canPlan} onEdit={draft.edit} onRemove={draft.remove} />
        ) : (
          <NeverInspected
            plan={id}
            year={year}
            planned={new Set(draft.items.map((item) => item.unit))}
            canPlan={canPlan}
            onTake={draft.add}
          />
        )}
      </Sheet>
    </Page>
  )
}
