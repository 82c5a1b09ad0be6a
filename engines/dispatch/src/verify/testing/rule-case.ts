// What a case of a rule's test is, and short names for the parts of a round that the cases change.
import { only, type Round } from './sound-round.ts'

export interface RuleCase {
  readonly rule: string
  readonly title: string
  /** Makes the rule matter while it is still kept. */
  readonly given?: (round: Round) => void
  readonly breaks: (round: Round) => void
  readonly subjects: readonly string[]
  /** For the figures and names that bringing the plan up to date would put right again. */
  readonly afterwards?: boolean
}

export const person = ({ problem }: Round, at: number): Round['problem']['people'][number] => only(problem.people, at)
export const team = ({ problem }: Round, at: number): Round['problem']['teams'][number] => only(problem.teams, at)
export const target = ({ problem }: Round, at: number): Round['problem']['targets'][number] => only(problem.targets, at)
export const group = ({ plan }: Round, at: number): Round['plan']['teams'][number] => only(plan.teams, at)

export function comesFrom(round: Round, at: number, home: string): void {
  team(round, at).home = home
  group(round, at).home = home
}
