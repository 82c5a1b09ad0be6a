import { setRoundTargets } from '@shengmian/contract'
import { Link, useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import { isoDay } from '../../../lib/dates.ts'
import { useText } from '../../../lib/language.tsx'
import { refreshRound, useAct } from '../../../lib/use-endpoint.ts'
import { App, Button, Segmented } from '../../../ui/antd.ts'
import { LeaveGuard } from '../../../ui/leave-guard.tsx'
import { Sheet } from '../../../ui/page.tsx'
import { Refused } from '../../../ui/refused.tsx'
import type { RoundDetail } from '../settings/settings-form.ts'
import { WizardPage } from '../wizard/wizard-page.tsx'
import { bodyOf } from './chosen.ts'
import { ChosenTable } from './chosen-table.tsx'
import { TargetsAside } from './targets-aside.tsx'
import { TargetsTotal } from './targets-total.tsx'
import { texts } from './texts.ts'
import { UnitSearch, useFoundUnits, type UnitsAsked } from './unit-search.tsx'
import { UnitTree } from './unit-tree.tsx'
import { useTargetDraft } from './use-target-draft.ts'
import { useUnitTree } from './use-unit-tree.ts'
import './targets.css'

/** Step 2: targets picked from the tree; what is chosen is saved when the step is left. */
export function TargetsStep({ round }: { readonly round: RoundDetail }) {
  const t = useText()
  const navigate = useNavigate()
  const { message } = App.useApp()
  const root = round.host ?? round.authority
  const draft = useTargetDraft(round.id)
  const tree = useUnitTree(root)
  const [view, setView] = useState<'tree' | 'chosen'>('tree')
  const [asked, setAsked] = useState<UnitsAsked | null>(null)
  const found = useFoundUnits(root.code, asked)
  const save = useAct(setRoundTargets, refreshRound(round.id))
  const isLocked = round.state !== 'draft'
  const on = isoDay(new Date())
  const chosen = [...draft.chosen.values()]
  const keep = (then: () => void) =>
    save.mutate(
      { params: { round: round.id }, body: bodyOf(chosen) },
      {
        onSuccess: (answer) => {
          draft.forget()
          void message.success(t(texts.saved, { n: answer.items.length }))
          then()
        },
        onError: () => setView('chosen'),
      },
    )
  const next = () => void navigate({ to: '/rounds/$round/plan/$step', params: { round: round.id, step: 'teams' } })
  const rows =
    asked === null
      ? tree.rows
      : (found.data?.items ?? []).map((unit) => ({ kind: 'unit' as const, key: unit.id, depth: 0, unit }))
  return (
    <WizardPage
      step="targets"
      round={round.id}
      aside={
        <TargetsAside
          round={round.id}
          chosen={chosen}
          units={tree.units}
          on={on}
          warnings={draft.saved.data?.warnings ?? []}
          onWrite={() => setView('chosen')}
        />
      }
      acts={
        <>
          <Link to="/rounds/$round/plan/$step" params={{ round: round.id, step: 'settings' }}>
            <Button>{t(texts.back)}</Button>
          </Link>
          <Button disabled={isLocked || !draft.isChanged} loading={save.isPending} onClick={() => keep(() => undefined)}>
            {t(texts.draft)}
          </Button>
          <Button
            type="primary"
            disabled={chosen.length === 0}
            loading={save.isPending}
            onClick={() => (draft.isChanged ? keep(next) : next())}
          >
            {t(texts.next)}
          </Button>
          {chosen.length === 0 ? <span className="why-not">{t(texts.nothing)}</span> : null}
        </>
      }
    >
      <LeaveGuard isChanged={draft.isChanged} />
      <Sheet label={t(texts.unit)}>
        <div className="targets-top">
          <UnitSearch
            onAsk={(next) => {
              setAsked(next)
              setView('tree')
            }}
          />
          <Segmented
            value={view}
            onChange={setView}
            options={[
              { value: 'tree', label: t(texts.tree) },
              { value: 'chosen', label: t(texts.chosen, { n: chosen.length }) },
            ]}
          />
          <Link className="row-act" to="/rounds/$round/candidates" params={{ round: round.id }}>
            {t(texts.scoring)}
          </Link>
        </div>
        {save.error === null ? null : <Refused error={save.error} />}
        {draft.saved.error === null ? null : <Refused error={draft.saved.error} onRetry={() => void draft.saved.refetch()} />}
        {tree.error === null ? null : <Refused error={tree.error} onRetry={tree.retry} />}
        <div className="targets-scroll">
          {view === 'chosen' ? (
            <ChosenTable draft={draft} on={on} isLocked={isLocked} />
          ) : (
            <UnitTree rows={rows} draft={draft} on={on} isLocked={isLocked} onToggle={tree.toggle} />
          )}
          {view === 'tree' && asked !== null && found.isSuccess && rows.length === 0 ? (
            <p className="targets-none">{t(texts.noResult, { place: root.name, q: asked.q ?? '' })}</p>
          ) : null}
        </div>
        <TargetsTotal chosen={chosen} />
      </Sheet>
    </WizardPage>
  )
}
