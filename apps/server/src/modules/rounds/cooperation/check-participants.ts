// Recusal outside a round: an acquaintance is as awkward at a neighbour's table as in a team. Warned of, not refused.
import type { Warning } from '@shengmian/contract'
import { prepareExposure, prepareReview, type Setting } from '@shengmian/recusal'
import type { DispatchFacts } from '../../registry/index.ts'

interface Gathering {
  readonly starts: string
  readonly ends: string
  readonly people: readonly string[]
  readonly units: readonly string[]
}

export interface ParticipantsChecked {
  /** Thousandths of an insider known, over all who take part and all units. */
  readonly exposure: number
  readonly warnings: readonly Warning[]
}

/** Prepares the check over the facts of all events shown; places are compared village by village, since neighbours are meant to meet. */
export function prepareParticipantCheck(facts: DispatchFacts): (event: Gathering) => ParticipantsChecked {
  const people = new Map(facts.people.map((person) => [person.id, person]))
  const units = new Map(
    facts.targets.map((unit) => [unit.id, { id: unit.id, name: unit.name, region: unit.region, insiders: unit.insiders ?? [] }]),
  )
  const exposures = prepareExposure(facts.ties)
  return (event) => {
    const review = prepareReview(settingOf(facts, event))
    const [bars, unverified]: [Warning[], Set<string>] = [[], new Set()]
    let exposure = 0
    for (const person of event.people.flatMap((id) => people.get(id) ?? [])) {
      for (const unit of event.units.flatMap((id) => units.get(id) ?? [])) {
        exposure += exposures.exposure(person.id, unit.insiders)
        for (const { rule, result, facts: found } of review(person, unit, { origin: null, role: 'member' })) {
          if (result === 'unknown') unverified.add(person.name)
          if (result !== 'bar' && result !== 'warn') continue
          const what = { zh: found.map(({ zh }) => zh).join('；'), en: found.map(({ en }) => en).join('; ') }
          bars.push({
            level: 'warn',
            rule,
            zh: `${person.name}与${unit.name}：${what.zh}`,
            en: `${person.name} and ${unit.name}: ${what.en}`,
          })
        }
      }
    }
    return { exposure, warnings: [...bars, ...noteOf(unverified)] }
  }
}

function settingOf({ ties, barred, regions }: DispatchFacts, { starts, ends }: Gathering): Setting {
  return {
    round: { id: 'event', start: starts, end: ends },
    rounds: [],
    rules: { recusalLevel: 'village', coolingOffYears: 3, longPostingYears: 3, repeatRounds: null, unverified: 'cost' },
    ties,
    history: [],
    barred,
    waivers: [],
    regions,
  }
}

function noteOf(unverified: ReadonlySet<string>): readonly Warning[] {
  if (unverified.size === 0) return []
  const names = [...unverified]
  return [
    {
      level: 'note',
      rule: 'unverified',
      zh: `${names.slice(0, 5).join('、')}${names.length > 5 ? `等${names.length}人` : ''}有未核事项，不按“无关系”计`,
      en: `${names.length} people have unverified facts, which are not taken for none`,
    },
  ]
}
