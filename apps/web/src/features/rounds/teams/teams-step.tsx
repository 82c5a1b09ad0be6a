import { setPool, setTeams } from '@shengmian/contract'
import { Link, useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import { useText } from '../../../lib/language.tsx'
import { refreshRound, useAct } from '../../../lib/use-endpoint.ts'
import { App, Button, Segmented } from '../../../ui/antd.ts'
import { LeaveGuard } from '../../../ui/leave-guard.tsx'
import { Sheet } from '../../../ui/page.tsx'
import { Refused } from '../../../ui/refused.tsx'
import { PoolPanel } from '../pool/pool-panel.tsx'
import { poolBody, usePoolDraft } from '../pool/use-pool-draft.ts'
import type { RoundDetail } from '../settings/settings-form.ts'
import { WizardPage } from '../wizard/wizard-page.tsx'
import { TeamsAside } from './teams-aside.tsx'
import { TeamsPanel } from './teams-panel.tsx'
import { texts } from './texts.ts'
import { useTeamDraft } from './use-team-draft.ts'
import './teams.css'

/** Step 3: teams with their seats, and the people who may sit on them. */
export function TeamsStep({ round }: { readonly round: RoundDetail }) {
  const t = useText()
  const navigate = useNavigate()
  const { message } = App.useApp()
  const [view, setView] = useState<'teams' | 'pool'>('teams')
  const teams = useTeamDraft(round.id)
  const pool = usePoolDraft(round.id)
  const saveTeams = useAct(setTeams, refreshRound(round.id))
  const savePool = useAct(setPool, refreshRound(round.id))
  const isLocked = round.state !== 'draft'
  const params = { round: round.id }
  const missing = teams.teams.length === 0 ? texts.noTeams : pool.members.size === 0 ? texts.noPeople : null
  const save = async () => {
    // Teams first: a pin names a team that must be there.
    if (teams.isChanged) {
      await saveTeams.mutateAsync({ params, body: { teams: [...teams.teams] } })
      teams.forget()
    }
    if (pool.isChanged) {
      await savePool.mutateAsync({
        params,
        body: poolBody(
          pool,
          teams.teams.map((team) => team.id),
        ),
      })
      pool.forget()
    }
  }
  const run = (then: () => void) => {
    save()
      .then(() => {
        void message.success(t(texts.saved))
        then()
      })
      .catch(() => undefined)
  }
  const goOn = () => void navigate({ to: '/rounds/$round/plan/$step', params: { round: round.id, step: 'rules' } })
  const isChanged = teams.isChanged || pool.isChanged
  const isBusy = saveTeams.isPending || savePool.isPending
  const error = saveTeams.error ?? savePool.error ?? teams.saved.error ?? pool.saved.error
  return (
    <WizardPage
      step="teams"
      round={round.id}
      aside={
        <TeamsAside
          seats={teams.teams.reduce((sum, team) => sum + team.slots.length, 0)}
          members={[...pool.members.values()]}
          warnings={[...(teams.saved.data?.warnings ?? []), ...(pool.saved.data?.warnings ?? [])]}
        />
      }
      acts={
        <>
          <Link to="/rounds/$round/plan/$step" params={{ round: round.id, step: 'targets' }}>
            <Button>{t(texts.back)}</Button>
          </Link>
          <Button
            disabled={isLocked || !isChanged || teams.teams.length === 0}
            loading={isBusy}
            onClick={() => run(() => undefined)}
          >
            {t(texts.draft)}
          </Button>
          <Button type="primary" disabled={missing !== null} loading={isBusy} onClick={() => (isChanged ? run(goOn) : goOn())}>
            {t(texts.next)}
          </Button>
          {missing === null ? null : <span className="why-not">{t(missing)}</span>}
        </>
      }
    >
      <LeaveGuard isChanged={isChanged} />
      <Sheet label={t(view === 'teams' ? texts.teams : texts.pool)}>
        <div className="teams-tabs">
          <Segmented
            value={view}
            onChange={setView}
            options={[
              { value: 'teams', label: `${t(texts.teams)} ${teams.teams.length}` },
              { value: 'pool', label: `${t(texts.pool)} ${pool.members.size}` },
            ]}
          />
        </div>
        {error === null ? null : <Refused error={error} />}
        {view === 'teams' ? (
          <TeamsPanel round={round} teams={teams.teams} isLocked={isLocked} onChange={teams.change} />
        ) : (
          <PoolPanel round={round} draft={pool} teams={teams.teams} isLocked={isLocked} />
        )}
      </Sheet>
    </WizardPage>
  )
}
