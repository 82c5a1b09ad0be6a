// Somebody put into a team by name, before the solver runs, is checked at once: the save is refused with rule, tie and dates.
import { Problem as Refusal } from '@shengmian/contract'
import type { Transaction } from '../../../platform/transaction.ts'
import { buildProblem } from '../dispatch/build-problem.ts'
import { joinMarks, prepareSeatReview, seatOf } from '../dispatch/review-seat.ts'
import { gatherWorld, type RoundWorld } from '../dispatch/round-world.ts'
import type { RoundRecord } from '../round/round-record.ts'

export async function refuseBarredPins(tx: Transaction, round: RoundRecord): Promise<void> {
  const errors = barredPins(await gatherWorld(tx, round))
  const [first] = errors
  if (first !== undefined) throw new Refusal('unfit', { zh: first.zh, en: first.en, errors })
}

/** One entry for each bar of a pinned person against the targets that his team can only go to. */
function barredPins(world: RoundWorld): { at: string; zh: string; en: string }[] {
  const problem = buildProblem(world)
  const reviewer = prepareSeatReview(problem, world.facts)
  return problem.pins.flatMap(({ person: personId, team: teamId }) => {
    const person = problem.people.find((candidate) => candidate.id === personId)
    const team = problem.teams.find((candidate) => candidate.id === teamId)
    if (person === undefined || team === undefined) return []
    const slot = team.slots.find((candidate) => person.roles.includes(candidate.role))
    if (slot === undefined) {
      return [{ at: 'pins', zh: `${person.name}不能任该组的任何席位`, en: `${person.name} fills no seat of that team` }]
    }
    const targets = problem.targets.filter((target) => team.host === null || target.region.startsWith(team.host))
    // with several possible targets the solver may choose another one: only what bars all of them bars the pin
    const reviews = targets.map((target) => reviewer.answers(personId, target.id, seatOf(slot)))
    const isBarred = reviews.map((answers) => answers.some((answer) => answer.result === 'bar' && answer.waived === undefined))
    if (targets.length === 0 || isBarred.some((barred) => !barred)) return []
    const teamName = world.teams.find((candidate) => candidate.id === teamId)?.name ?? teamId
    return joinMarks(reviews)
      .filter((mark) => mark.result === 'bar' && mark.waived === null)
      .map((mark) => {
        const facts = (language: 'zh' | 'en'): string =>
          mark.facts
            .map(
              (fact) =>
                `${fact[language]}${fact.source === null ? '' : `（${[fact.source, fact.date].filter((part) => part !== null).join('，')}）`}`,
            )
            .join('；')
        return {
          at: mark.rules[0] ?? mark.check,
          zh: `${person.name}不能进${teamName}：${facts('zh')}〔${mark.rules.join('、')}〕`,
          en: `${person.name} cannot serve in ${teamName}: ${facts('en')} [${mark.rules.join(', ')}]`,
        }
      })
  })
}
