import { readRoundCoverage, type Warning } from '@shengmian/contract'
import { useText } from '../../../lib/language.tsx'
import { useRead } from '../../../lib/use-endpoint.ts'
import { Unverified } from '../../../ui/unverified.tsx'
import { Warnings } from '../parts/warnings.tsx'
import { ageOf, type Age, type Chosen, type Unit } from './chosen.ts'
import { texts } from './texts.ts'

const ages: readonly Age[] = ['none', 'old', 'middle', 'recent']

interface TargetsAsideProps {
  readonly round: string
  readonly chosen: readonly Chosen[]
  /** Units in sight on the left: the whole against which the choice stands. */
  readonly units: readonly Unit[]
  readonly on: string
  readonly warnings: readonly Warning[]
  readonly onWrite: () => void
}

/** Coverage by age, and what to look at before going on. */
export function TargetsAside({ round, chosen, units, on, warnings, onWrite }: TargetsAsideProps) {
  const t = useText()
  const { data: coverage } = useRead(readRoundCoverage, { params: { round } })
  const known = new Map([
    ...units.map((unit) => [unit.id, unit.lastInspected] as const),
    ...chosen.map((one) => [one.unit, one.lastInspected] as const),
  ])
  const all = [...known.values()]
  const most = Math.max(1, ...ages.map((age) => all.filter((last) => ageOf(last, on) === age).length))
  const unknown = chosen.filter((one) => one.officials === null)
  const recent = chosen.filter((one) => ageOf(one.lastInspected, on) === 'recent' && (one.reason ?? '').trim().length < 2)
  const term = coverage?.term ?? null
  return (
    <>
      <section>
        <h2>{t(texts.coverage)}</h2>
        <table className="ages">
          <tbody>
            {ages.map((age) => {
              const total = all.filter((last) => ageOf(last, on) === age).length
              const taken = chosen.filter((one) => ageOf(one.lastInspected, on) === age).length
              return (
                <tr key={age}>
                  <th>{t(texts.ages[age])}</th>
                  <td>
                    <svg width="130" height="11" aria-hidden>
                      <rect
                        width={Math.max(0.5, (130 * total) / most - 1)}
                        height="10"
                        x="0.5"
                        y="0.5"
                        className="since-outline"
                      />
                      <rect width={(130 * taken) / most} height="11" className={`since-${age}`} />
                    </svg>
                  </td>
                  <td className="right number">
                    <strong>{taken}</strong> / {total}
                  </td>
                </tr>
              )
            })}
          </tbody>
        </table>
        <p className="muted">{t(texts.coverageNote)}</p>
      </section>
      {term === null ? null : (
        <section>
          <h2>{t(texts.term)}</h2>
          {term.levels.map((level) => (
            <p key={level.level} className="number">
              {t(texts.levels[level.level])} {level.inspected} / {level.due}
            </p>
          ))}
          <p>{t(texts.termNote, { title: term.title, n: term.neverInspected })}</p>
        </section>
      )}
      {unknown.length + recent.length + warnings.length === 0 ? null : (
        <section>
          <h2>{t(texts.before)}</h2>
          {unknown.length === 0 ? null : (
            <p>
              <Unverified /> <strong>{t(texts.unknownOfficials, { n: unknown.length })}</strong>
              <br />
              {t(texts.unknownNote, { names: nameSome(unknown) })}
            </p>
          )}
          {recent.length === 0 ? null : (
            <p>
              <span className="tag tag-warn">!</span> <strong>{t(texts.recent, { n: recent.length })}</strong>{' '}
              <button type="button" className="button-link" onClick={onWrite}>
                {t(texts.write)}
              </button>
            </p>
          )}
          <Warnings items={warnings} />
        </section>
      )}
    </>
  )
}

function nameSome(items: readonly Chosen[]): string {
  const names = items.slice(0, 5).map((item) => item.name)
  return names.join('、') + (items.length > names.length ? '…' : '')
}
