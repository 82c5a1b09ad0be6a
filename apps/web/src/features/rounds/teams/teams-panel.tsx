import { listRoundTemplates } from '@shengmian/contract'
import { useState } from 'react'
import { useText } from '../../../lib/language.tsx'
import { useRead } from '../../../lib/use-endpoint.ts'
import { Button } from '../../../ui/antd.ts'
import { Empty } from '../../../ui/empty.tsx'
import type { RoundDetail } from '../settings/settings-form.ts'
import { AddTeamsDialog } from './add-teams-dialog.tsx'
import { dealHeads, type Team } from './team-draft.ts'
import { TeamTable } from './team-table.tsx'
import { texts } from './texts.ts'

interface TeamsPanelProps {
  readonly round: RoundDetail
  readonly teams: readonly Team[]
  readonly isLocked: boolean
  readonly onChange: (teams: readonly Team[]) => void
}

/** The teams of a round, added in one go and then set one by one. */
export function TeamsPanel({ round, teams, isLocked, onChange }: TeamsPanelProps) {
  const t = useText()
  const [isAdding, setAdding] = useState(false)
  const templates = useRead(listRoundTemplates, {}, { enabled: round.template !== null })
  const parts = templates.data?.templates.find((one) => one.label === round.template)?.parts ?? []
  const byTemplate = () => {
    const dealt = parts.flatMap((part) =>
      part.role === null ? [] : [{ role: part.role, heads: dealHeads(part.count, teams.length) }],
    )
    onChange(
      teams.map((team, at) => ({
        ...team,
        slots: dealt.flatMap(({ role, heads }) => Array.from({ length: heads[at] ?? 0 }, () => ({ role }))),
      })),
    )
  }
  const seats = teams.reduce((sum, team) => sum + team.slots.length, 0)
  return (
    <>
      <div className="block-head">
        <Button disabled={isLocked} onClick={() => setAdding(true)}>
          {t(texts.addMany)}
        </Button>
        {round.template !== null && parts.length > 0 && teams.length > 0 ? (
          <Button disabled={isLocked} onClick={byTemplate}>
            {t(texts.fromTemplate, { label: round.template })}
          </Button>
        ) : null}
        <span className="spring" />
        <strong className="number">{t(texts.total, { teams: teams.length, seats })}</strong>
        {teams.length > 0 && round.targets > 0 ? (
          <span className="muted number">{t(texts.perTarget, { n: (round.targets / teams.length).toFixed(1) })}</span>
        ) : null}
      </div>
      <div className="teams-scroll">
        {teams.length === 0 ? (
          <Empty title={t(texts.none)}>{t(texts.noneWhy)}</Empty>
        ) : (
          <TeamTable teams={teams} isLocked={isLocked} onChange={onChange} />
        )}
      </div>
      <AddTeamsDialog isOpen={isAdding} mode={round.mode} teams={teams} onAdd={onChange} onClose={() => setAdding(false)} />
    </>
  )
}
