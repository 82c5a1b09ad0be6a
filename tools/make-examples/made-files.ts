// Every generated file as text, for the script that writes them and for the test that compares them with what is committed.
import { EFFORTS, planDispatch, type Problem } from '@shengmian/dispatch'
import { WORLDS } from './examples/index.ts'
import { readDivisions } from './parts/divisions.ts'
import { jsonText } from './parts/json-text.ts'
import { problemOf } from './parts/problem-of.ts'
import { seeded } from './parts/random.ts'
import { spoil } from './parts/spoil.ts'
import type { World } from './parts/world-types.ts'

export type MadeFile = { readonly path: string; readonly text: string }
type Made = { readonly name: string; readonly world: World; readonly problem: Problem }

/** The problem and the world of each named example; of all when none is named. */
export function madeFiles(names: readonly string[] = []): MadeFile[] {
  return make(names).flatMap(({ name, world, problem }) => [
    { path: `examples/${name}/problem.json`, text: jsonText(problem) },
    { path: `apps/server/demo/${name}.json`, text: jsonText(world) },
  ])
}

/** The spoilt pairs. Each is planned first, with the command's own seed and effort. */
export async function* spoiltFiles(names: readonly string[] = []): AsyncGenerator<MadeFile> {
  for (const { name, problem } of make(names)) {
    const answer = await planDispatch(problem, { seed: '0'.repeat(64), effort: EFFORTS.normal })
    if (answer.kind !== 'plan') throw new Error(`${name} has no plan`)
    const spoilt = spoil(problem, answer.plan, seeded(`${name}/spoil`))
    yield { path: `examples/${name}/spoilt/problem.json`, text: jsonText(spoilt.problem) }
    yield { path: `examples/${name}/spoilt/plan.json`, text: jsonText(spoilt.plan) }
  }
}

function make(names: readonly string[]): Made[] {
  const places = readDivisions()
  return Object.entries(WORLDS).flatMap(([name, makeWorld]) => {
    if (names.length > 0 && !names.includes(name)) return []
    const world = makeWorld()
    const [round] = world.rounds
    if (!round) throw new Error(`${name} has no round`)
    return [
      {
        name,
        world,
        problem: problemOf(world, round, {
          ...places,
          name: (code) => world.regions.find((own) => own.code === code)?.name ?? places.name(code),
        }),
      },
    ]
  })
}
