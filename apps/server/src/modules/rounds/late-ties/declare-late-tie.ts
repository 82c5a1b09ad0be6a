// A tie that comes to light after the plan was made: stored with the registry's facts, its effect on the plan in force found, and where
// it bars, a repair queued that moves as few people as it can.
import { Problem as Refusal, type BodyOf, type declareLateTie as endpoint } from '@shengmian/contract'
import type { Plan } from '@shengmian/dispatch'
import { v7 as uuid } from 'uuid'
import type { Transaction } from '../../../platform/transaction.ts'
import { revokeOrders } from '../../access/index.ts'
import { declareTie } from '../../registry/index.ts'
import { buildProblem } from '../dispatch/build-problem.ts'
import { nameFacts } from '../dispatch/fact-names.ts'
import { findPlan } from '../dispatch/plan-store.ts'
import { proposeDispatch } from '../dispatch/propose-dispatch.ts'
import { breachesOf, restatePlan } from '../dispatch/restate-plan.ts'
import { prepareSeatReview } from '../dispatch/review-seat.ts'
import { gatherWorld, type RoundWorld } from '../dispatch/round-world.ts'
import { rolesAt } from '../policy.ts'
import type { RoundRecord } from '../round/round-record.ts'
import { touchRound } from '../round/round-store.ts'
import { insertLateTie } from './late-tie-store.ts'

type Asked = BodyOf<typeof endpoint>
interface Declaring {
  readonly by: { readonly id: string; readonly name: string }
  readonly at: Date
}
interface Affected {
  readonly team: string
  readonly teamName: string
  readonly targets: string[]
  readonly because: { readonly zh: string; readonly en: string }
}

export async function declareLateTie(tx: Transaction, round: RoundRecord, asked: Asked, declaring: Declaring): Promise<void> {
  if ((asked.official === undefined) === (asked.unit === undefined)) {
    throw new Refusal('unfit', {
      errors: [{ at: 'official', zh: '请指明一名干部或一个单位', en: 'name one official or one unit' }],
    })
  }
  if (['closed', 'archived', 'withdrawn'].includes(round.state)) throw new Refusal('wrong-state')
  const isOffice = (await rolesAt(tx, round.authority)).includes('office')
  const before = isOffice ? await gatherWorld(tx, round) : null
  const { strength, official } = await declareTie(tx, {
    id: asked.id,
    person: asked.person,
    ...(asked.official === undefined ? {} : { official: asked.official }),
    ...(asked.unit === undefined ? {} : { unit: asked.unit }),
    kind: asked.kind,
    degree: asked.degree ?? null,
    from: asked.from ?? null,
    to: asked.to ?? null,
    detail: asked.detail,
    source: asked.source,
    at: declaring.at,
    by: declaring.by.id,
  })
  const world = before === null ? null : await gatherWorld(tx, round)
  const found = before === null || world === null ? null : await effectOf(tx, before, world, asked)
  const repair = found?.effect === 'barred' ? uuid() : null
  await insertLateTie(tx, {
    authority: round.authority,
    round: round.id,
    id: asked.id,
    person: asked.person,
    official: asked.official ?? null,
    official_name: official,
    unit: asked.unit ?? null,
    unit_name: world?.facts.targets.find((target) => target.id === asked.unit)?.name ?? null,
    kind: asked.kind,
    degree: asked.degree ?? null,
    strength,
    detail: asked.detail,
    source: asked.source,
    // whoever declares for himself does not see the plan: his office judges what the tie does
    effect: found?.effect ?? 'pending',
    affected: JSON.stringify(found?.affected ?? []),
    repair,
    by_account: declaring.by.id,
    by_name: declaring.by.name,
    at: declaring.at,
  })
  await touchRound(tx, round)
  // 发现应当回避情形的，授权即时停止: the order itself says so, and the repair may take a while.
  if (found?.effect === 'barred') {
    const order = { authority: round.authority, round: round.id, person: asked.person }
    await revokeOrders(tx, order, declaring.by.id, '补报关系后应当回避，授权即时停止')
  }
  if (repair !== null && ['draft', 'approved', 'authorised', 'running'].includes(round.state)) {
    await proposeDispatch(tx, round, { id: repair, keep: true }, { account: declaring.by, at: declaring.at })
  }
}

/** What the tie does to the plan in force: breaks it, only weighs more, or nothing. */
async function effectOf(
  tx: Transaction,
  before: RoundWorld,
  world: RoundWorld,
  asked: Asked,
): Promise<{ readonly effect: 'none' | 'counted' | 'barred'; readonly affected: readonly Affected[] }> {
  const row = await findPlan(tx, world.round.id)
  if (row === null) return { effect: 'none', affected: [] }
  const plan = JSON.parse(row.plan) as Plan
  const problem = buildProblem(world)
  const old = new Set(breachesOf(buildProblem(before), plan).map(({ rule, subject }) => `${rule} ${subject}`))
  const breaches = breachesOf(problem, plan).filter(
    ({ rule, subject }) => subject.split(' ').includes(asked.person) && !old.has(`${rule} ${subject}`),
  )
  if (breaches.length > 0) {
    const team = plan.teams.find((candidate) => candidate.members.some((member) => member.person === asked.person))
    const names = new Map(problem.targets.map((target) => [target.id, target.name]))
    const [first] = breaches
    return {
      effect: 'barred',
      affected:
        team === undefined || first === undefined
          ? []
          : [
              {
                team: team.id,
                teamName: world.teams.find((candidate) => candidate.id === team.id)?.name ?? team.id,
                targets: breaches.flatMap(({ subject }) => names.get(subject.split(' ')[1] ?? '') ?? []),
                because: nameFacts(problem, world.teams)(first.fact),
              },
            ],
    }
  }
  const exposure = (which: RoundWorld): number => {
    const reviewer = prepareSeatReview(buildProblem(which), which.facts)
    const team = restatePlan(buildProblem(which), plan).teams.find((candidate) =>
      candidate.members.some((member) => member.person === asked.person),
    )
    return team === undefined ? 0 : reviewer.exposure(asked.person, team.targets)
  }
  return { effect: exposure(world) > exposure(before) ? 'counted' : 'none', affected: [] }
}
