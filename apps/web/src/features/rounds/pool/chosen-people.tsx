import { useText } from '../../../lib/language.tsx'
import { seatRole } from '../../../lib/round-words.ts'
import { Select } from '../../../ui/antd.ts'
import { Empty } from '../../../ui/empty.tsx'
import { Unverified } from '../../../ui/unverified.tsx'
import { texts } from './texts.ts'
import { UnverifiedFacts } from './unverified-facts.tsx'
import type { PoolDraft, PoolMember } from './use-pool-draft.ts'

interface ChosenPeopleProps {
  readonly draft: PoolDraft
  readonly teams: readonly { readonly id: string; readonly name: string }[]
  readonly isLocked: boolean
}

/** The people of the round: what is unverified of each, and to which team he is pinned. */
export function ChosenPeople({ draft, teams, isLocked }: ChosenPeopleProps) {
  const t = useText()
  const members = [...draft.members.values()]
  const saved = new Map((draft.saved.data?.items ?? []).map((member) => [member.person.id, member]))
  return (
    <section aria-label={t(texts.chosen, { n: members.length })}>
      <div className="block-head">
        <h2>{t(texts.chosen, { n: members.length })}</h2>
      </div>
      <div className="pane-scroll">
        {members.length === 0 ? <Empty title={t(texts.none)}>{t(texts.noneWhy)}</Empty> : null}
        {members.length === 0 ? null : (
          <table className="list">
            <tbody>
              {members.map((member) => (
                <tr key={member.person.id}>
                  <td>
                    <strong>{member.person.name}</strong> <State member={saved.get(member.person.id)} />
                    <br />
                    <UnverifiedFacts facts={member.unverified} />
                  </td>
                  <td>{member.person.home?.name ?? <Unverified />}</td>
                  <td>{member.roles.map((role) => t(seatRole(role))).join('、')}</td>
                  <td>
                    <Select
                      size="small"
                      className="pin"
                      aria-label={`${member.person.name} ${t(texts.pin)}`}
                      value={member.pinned ?? ''}
                      disabled={isLocked}
                      onChange={(team) => draft.pin(member.person.id, team === '' ? null : team)}
                      options={[
                        { value: '', label: t(texts.noPin) },
                        ...teams.map((team) => ({ value: team.id, label: team.name })),
                      ]}
                    />
                  </td>
                  <td>
                    <button
                      type="button"
                      className="button-link"
                      disabled={isLocked}
                      aria-label={`${t(texts.remove)} ${member.person.name}`}
                      onClick={() => draft.remove(member.person.id)}
                    >
                      {t(texts.remove)}
                    </button>
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        )}
      </div>
    </section>
  )
}

function State({ member }: { readonly member: PoolMember | undefined }) {
  const t = useText()
  if (member === undefined) return null
  if (member.withdrawal !== null) return <span className="tag tag-warn">{t(texts.withdrawal[member.withdrawal])}</span>
  return member.unavailable ? <span className="tag">{t(texts.unavailable)}</span> : null
}
