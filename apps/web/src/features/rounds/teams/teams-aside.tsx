import type { Warning } from '@shengmian/contract'
import { useText } from '../../../lib/language.tsx'
import { Unverified } from '../../../ui/unverified.tsx'
import { Warnings } from '../parts/warnings.tsx'
import type { Member } from '../pool/use-pool-draft.ts'
import { texts } from './texts.ts'

interface TeamsAsideProps {
  readonly seats: number
  readonly members: readonly Member[]
  readonly warnings: readonly Warning[]
}

/** People against seats, by home, and what to see before going on. */
export function TeamsAside({ seats, members, warnings }: TeamsAsideProps) {
  const t = useText()
  const homes = new Map<string, { name: string | null; people: number; leaders: number }>()
  for (const { person, roles } of members) {
    const key = person.home?.code ?? ''
    const before = homes.get(key) ?? { name: person.home?.name ?? null, people: 0, leaders: 0 }
    homes.set(key, { ...before, people: before.people + 1, leaders: before.leaders + (roles.includes('leader') ? 1 : 0) })
  }
  const spare = members.length - seats
  return (
    <>
      <section>
        <h2>{t(texts.numbers)}</h2>
        <p className="number">{t(texts.people, { people: members.length, seats })}</p>
        {spare < 0 ? (
          <p className="late">{t(texts.short, { n: -spare })}</p>
        ) : (
          <p className="number">{t(texts.spare, { n: spare })}</p>
        )}
      </section>
      {homes.size === 0 ? null : (
        <section>
          <h2>{t(texts.byHome)}</h2>
          <table className="ages">
            <tbody>
              {[...homes.values()]
                .toSorted((one, other) => other.people - one.people)
                .map((home) => (
                  <tr key={home.name ?? ''}>
                    <th>{home.name ?? <Unverified />}</th>
                    <td className="right number">{t(texts.homeLine, { people: home.people, leaders: home.leaders })}</td>
                  </tr>
                ))}
            </tbody>
          </table>
        </section>
      )}
      {warnings.length === 0 ? null : (
        <section>
          <h2>{t(texts.before)}</h2>
          <Warnings items={warnings} />
        </section>
      )}
    </>
  )
}
