import { useState } from 'react'
import { useText } from '../../../lib/language.tsx'
import { seatRole, skillName } from '../../../lib/round-words.ts'
import { Input } from '../../../ui/antd.ts'
import { PlacePicker } from '../../../ui/place-picker.tsx'
import { SeatsDialog } from './seats-dialog.tsx'
import { groupSeats, type Team } from './team-draft.ts'
import { texts } from './texts.ts'

interface TeamTableProps {
  readonly teams: readonly Team[]
  readonly isLocked: boolean
  readonly onChange: (teams: readonly Team[]) => void
}

/** Teams with where they come from, where they go and their seats. */
export function TeamTable({ teams, isLocked, onChange }: TeamTableProps) {
  const t = useText()
  const [edited, setEdited] = useState<string | null>(null)
  const edit = (id: string, part: Partial<Team>) => onChange(teams.map((team) => (team.id === id ? { ...team, ...part } : team)))
  const seated = teams.find((team) => team.id === edited)
  return (
    <>
      <table className="list team-table">
        <thead>
          <tr>
            <th className="right">{t(texts.no)}</th>
            <th>{t(texts.name)}</th>
            <th>{t(texts.home)}</th>
            <th>{t(texts.host)}</th>
            <th>{t(texts.seats)}</th>
            <th />
          </tr>
        </thead>
        <tbody>
          {teams.map((team) => (
            <tr key={team.id}>
              <td className="right number">{team.number}</td>
              <td>
                <Input
                  size="small"
                  aria-label={`${team.number} ${t(texts.name)}`}
                  value={team.name}
                  disabled={isLocked}
                  onChange={(event) => edit(team.id, { name: event.target.value })}
                />
              </td>
              <td>
                <PlacePicker
                  label={`${team.name} ${t(texts.home)}`}
                  value={team.home}
                  onChange={(home) => edit(team.id, { home })}
                />
              </td>
              <td>
                <PlacePicker
                  label={`${team.name} ${t(texts.host)}`}
                  value={team.host}
                  onChange={(host) => edit(team.id, { host })}
                />
              </td>
              <td className="seat-words">
                <SeatWords team={team} />
              </td>
              <td className="row-acts">
                <button type="button" className="button-link" disabled={isLocked} onClick={() => setEdited(team.id)}>
                  {t(texts.edit)}
                </button>
                <button
                  type="button"
                  className="button-link"
                  disabled={isLocked}
                  aria-label={`${t(texts.remove)} ${team.name}`}
                  onClick={() => onChange(teams.filter((one) => one.id !== team.id))}
                >
                  {t(texts.remove)}
                </button>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      {seated === undefined ? null : (
        <SeatsDialog
          team={seated}
          onClose={() => setEdited(null)}
          onDone={(slots) => {
            edit(seated.id, { slots })
            setEdited(null)
          }}
        />
      )}
    </>
  )
}

function SeatWords({ team }: { readonly team: Team }) {
  const t = useText()
  return groupSeats(team.slots).map((group) => (
    <span key={`${group.role} ${group.skill} ${group.origin}`} className="number">
      {t(seatRole(group.role))}
      {group.skill === '' ? '' : `（${t(skillName(group.skill))}）`}
      {group.origin === '' ? '' : `〔${t(group.origin === 'host' ? texts.localHost : texts.sender)}〕`} {group.count}
    </span>
  ))
}
