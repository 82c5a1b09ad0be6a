// What one person in one team would cost, and through whom: the figures behind the six levels.
import { prepareExposure, type Path } from '@shengmian/recusal'
import type { FactName, Problem, ProblemPerson, ProblemTarget } from '../problem.ts'
import { unverifiedFacts } from '../verify/unverified.ts'
import { groundOf } from '../verify/world.ts'

export interface Costs {
  /** Thousandths: the expected number of the team's insiders that the person knows. */
  readonly exposure: number
  /** The strongest path to each insider whom he may know, strongest first. */
  readonly paths: readonly { readonly target: string; readonly insider: string; readonly path: Path }[]
  readonly unverified: readonly FactName[]
  /** Kilometres from his home to the team's host. */
  readonly travel: number
}

/** The costs of a person for a team with these targets and this host. */
export function weighPerson(
  problem: Problem,
  person: ProblemPerson,
  team: { readonly targets: readonly ProblemTarget[]; readonly host: string | null; readonly isLocal: boolean },
): Costs {
  const ground = groundOf(problem)
  const graph = prepareExposure(problem.ties)
  const paths = team.targets
    .flatMap((target) => target.insiders.map((insider) => ({ target: target.id, insider, path: graph.path(person.id, insider) })))
    .flatMap(({ target, insider, path }) => (path === null ? [] : [{ target, insider, path }]))
    .sort((a, b) => b.path.strength - a.path.strength)
  return {
    exposure: paths.reduce((sum, { path }) => sum + path.strength, 0),
    paths,
    unverified: unverifiedFacts(ground, { person, isLocal: team.isLocal }, team.targets),
    travel: ground.travel(person.home, team.host),
  }
}
