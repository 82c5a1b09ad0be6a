// Everything a round rests on, read once in the caller's transaction: rows of the round and facts of the registry.
import type { Transaction } from '../../../platform/transaction.ts'
import { factsForDispatch } from '../../registry/index.ts'
import type { DispatchFacts } from '../../registry/index.ts'
import type { RoundRecord } from '../round/round-record.ts'
import { targetsOf, type TargetRow } from '../targets/target-store.ts'
import { poolOf, teamsOf, withdrawalsOf, type PoolRow, type TeamRecord } from '../teams/team-store.ts'
import { relaxedIn, type RelaxationRow } from '../relaxations/relaxation-store.ts'
import { pastOf, waiversOf, type Past, type WaiverRow } from './plan-store.ts'

export interface RoundWorld {
  readonly round: RoundRecord
  readonly targets: readonly TargetRow[]
  readonly teams: readonly TeamRecord[]
  readonly pool: readonly PoolRow[]
  /** People whom the round's office has let go. */
  readonly withdrawn: ReadonlySet<string>
  readonly waivers: readonly WaiverRow[]
  /** What was signed to give way and not taken back. */
  readonly relaxations: readonly RelaxationRow[]
  readonly past: Past
  readonly facts: DispatchFacts
}

export async function gatherWorld(tx: Transaction, round: RoundRecord): Promise<RoundWorld> {
  const targets = await targetsOf(tx, round.id)
  const pool = await poolOf(tx, round.id)
  const withdrawals = await withdrawalsOf(tx, round.id)
  return {
    round,
    targets,
    pool,
    teams: await teamsOf(tx, round.id),
    withdrawn: new Set(withdrawals.filter((row) => row.state === 'approved').map((row) => row.person)),
    waivers: (await waiversOf(tx, round.id)).filter((waiver) => waiver.ended_at === null),
    relaxations: await relaxedIn(tx, round.id),
    past: await pastOf(tx, round.authority),
    facts: await factsForDispatch(tx, {
      people: pool.map((entry) => entry.person),
      units: targets.map((target) => target.unit),
    }),
  }
}
