import { useText } from '../../../lib/language.tsx'
import { knownSeatRoles, knownSkills, seatRole, skillName } from '../../../lib/round-words.ts'
import { AutoComplete, Button, InputNumber, Select } from '../../../ui/antd.ts'
import type { SeatGroup } from './team-draft.ts'
import { texts } from './texts.ts'

interface SeatGroupsProps {
  readonly groups: readonly SeatGroup[]
  readonly onChange: (groups: readonly SeatGroup[]) => void
}

/** Seats of a team by role, skill and origin, with how many of each. */
export function SeatGroups({ groups, onChange }: SeatGroupsProps) {
  const t = useText()
  const edit = (at: number, part: Partial<SeatGroup>) =>
    onChange(groups.map((group, index) => (index === at ? { ...group, ...part } : group)))
  return (
    <div className="seat-groups">
      <div className="seat-row muted">
        <span>{t(texts.role)}</span>
        <span>{t(texts.skill)}</span>
        <span>{t(texts.origin)}</span>
        <span>{t(texts.heads)}</span>
      </div>
      {groups.map((group, at) => (
        <div key={at} className="seat-row">
          <Select
            aria-label={t(texts.role)}
            value={group.role}
            onChange={(role) => edit(at, { role })}
            options={[...new Set([...knownSeatRoles, group.role])].map((role) => ({ value: role, label: t(seatRole(role)) }))}
          />
          <AutoComplete
            aria-label={t(texts.skill)}
            value={group.skill}
            placeholder={t(texts.anySkill)}
            onChange={(skill: string) => edit(at, { skill })}
            options={knownSkills.map((skill) => ({ value: skill, label: t(skillName(skill)) }))}
          />
          <Select
            aria-label={t(texts.origin)}
            value={group.origin}
            onChange={(origin) => edit(at, { origin })}
            options={[
              { value: '', label: t(texts.anyOrigin) },
              { value: 'sender', label: t(texts.sender) },
              { value: 'host', label: t(texts.localHost) },
            ]}
          />
          <InputNumber
            aria-label={t(texts.heads)}
            min={1}
            max={50}
            value={group.count}
            onChange={(count) => edit(at, { count: count ?? 1 })}
          />
          <button
            type="button"
            className="button-link"
            disabled={groups.length === 1}
            onClick={() => onChange(groups.filter((_group, index) => index !== at))}
          >
            {t(texts.remove)}
          </button>
        </div>
      ))}
      <Button size="small" onClick={() => onChange([...groups, { role: 'member', skill: '', origin: '', count: 1 }])}>
        {t(texts.addSeat)}
      </Button>
    </div>
  )
}
