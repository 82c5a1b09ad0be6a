import { createTermPlan, listTermPlans } from '@shengmian/contract'
import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import { useText } from '../../../lib/language.tsx'
import { useAct, useRead } from '../../../lib/use-endpoint.ts'
import { Button } from '../../../ui/antd.ts'
import { Empty } from '../../../ui/empty.tsx'
import { Loading } from '../../../ui/loading.tsx'
import { Page, Sheet } from '../../../ui/page.tsx'
import { Refused } from '../../../ui/refused.tsx'
import { TermPlanDialog } from './term-plan-dialog.tsx'
import { texts } from './texts.ts'
import '../parts/rounds.css'

/** The term plans of the reader's office and of those below it. */
export function TermPlanList({ authority }: { readonly authority: string | null }) {
  const t = useText()
  const [isOpen, setOpen] = useState(false)
  const plans = useRead(listTermPlans, {})
  const create = useAct(createTermPlan, (queries) => queries.invalidateQueries({ queryKey: ['listTermPlans'] }))
  const items = plans.data?.items ?? []
  const button =
    authority === null ? null : (
      <Button type="primary" onClick={() => setOpen(true)}>
        {t(texts.create)}
      </Button>
    )
  return (
    <Page title={t(texts.title)} acts={button}>
      <Sheet label={t(texts.title)}>
        {plans.isPending ? <Loading what={t(texts.what)} /> : null}
        {plans.error === null ? null : <Refused error={plans.error} onRetry={() => void plans.refetch()} />}
        {plans.isSuccess && items.length === 0 ? <Empty title={t(texts.none)}>{t(texts.noneWhy)}</Empty> : null}
        {items.length === 0 ? null : (
          <table className="list">
            <thead>
              <tr>
                <th>{t(texts.name)}</th>
                <th>{t(texts.authority)}</th>
                <th>{t(texts.years)}</th>
                <th className="right">{t(texts.due)}</th>
                <th className="right">{t(texts.planned)}</th>
                <th className="right">{t(texts.inspected)}</th>
              </tr>
            </thead>
            <tbody>
              {items.map((plan) => (
                <tr key={plan.id}>
                  <td>
                    <Link className="row-act" to="/term-plans/$plan" params={{ plan: plan.id }}>
                      {plan.title}
                    </Link>
                  </td>
                  <td>{plan.authority.name}</td>
                  <td className="number">
                    {plan.firstYear}—{plan.lastYear}
                  </td>
                  {(['due', 'planned', 'inspected'] as const).map((what) => (
                    <td key={what} className="right number">
                      {plan.coverage.reduce((sum, level) => sum + level[what], 0).toLocaleString('en')}
                    </td>
                  ))}
                </tr>
              ))}
            </tbody>
          </table>
        )}
      </Sheet>
      {isOpen && authority !== null ? (
        <TermPlanDialog
          authority={authority}
          isBusy={create.isPending}
          error={create.error}
          onClose={() => setOpen(false)}
          onDone={(body) => create.mutate({ body }, { onSuccess: () => setOpen(false) })}
        />
      ) : null}
    </Page>
  )
}
