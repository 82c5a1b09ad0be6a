import { Problem as Refusal, type adoptMode as endpoint, type BodyOf } from '@shengmian/contract'
import { deriveMode, hashProblem, type Problem } from '@shengmian/dispatch'
import { v7 as uuid } from 'uuid'
import { placeNumber } from '../../../platform/places.ts'
import type { Transaction } from '../../../platform/transaction.ts'
import { buildProblem } from '../dispatch/build-problem.ts'
import { gatherWorld, type RoundWorld } from '../dispatch/round-world.ts'
import { checkForm } from '../round/check-form.ts'
import type { RoundRecord, RoundSettings } from '../round/round-record.ts'
import { findRound, updateSettings } from '../round/round-store.ts'
import { refuseBars } from '../round/settle-form.ts'
import { basisOf } from '../round/templates.ts'
import { putTeams } from '../teams/set-teams.ts'
import type { TeamRecord } from '../teams/team-store.ts'
import { insertAdoption } from './adoption-store.ts'
import type { ComparisonRow } from './comparison-store.ts'
import { comparisonIn } from './comparison-view.ts'

interface Adopting extends BodyOf<typeof endpoint> {
  readonly by: { readonly id: string; readonly name: string }
  readonly at: Date
}

/** Takes a mode over as it was compared: mode, the rules that go with it, homes and seats of the teams; recorded with who and why. */
export async function adoptMode(
  tx: Transaction,
  round: RoundRecord,
  row: ComparisonRow,
  { mode, reason, by, at }: Adopting,
): Promise<void> {
  if (round.state !== 'draft')
    throw new Refusal('wrong-state', { zh: '只有筹备中的轮次可以改方式', en: 'only a draft can change its mode' })
  const column = comparisonIn(row)?.modes.find((one) => one.mode === mode)
  if (column === undefined) throw new Refusal('wrong-state', { zh: '这次比选没有算完', en: 'this comparison has not finished' })
  if (column.outcome.kind === 'no-plan')
    throw new Refusal('unfit', {
      zh: '这种方式在本轮编不成，原因见比选表',
      en: 'this mode has no plan in this round; the table says why',
    })
  const world = await gatherWorld(tx, round)
  if (world.relaxations.length > 0)
    throw new Refusal('wrong-state', {
      zh: '本轮有已批准的放宽：先由领导小组收回，再改方式',
      en: 'something gives way by signature in this round: have it taken back before the mode is changed',
    })
  const problem = buildProblem(world)
  if (hashProblem(problem) !== row.problem_hash)
    throw new Refusal('changed-meanwhile', {
      zh: '比选之后，轮次、人员或关系已有变化，请重新比选',
      en: 'the round, its people or ties changed since it was compared; compare again',
    })
  const derived = deriveMode(problem, mode).problem
  const settings = settingsAfter(round, derived)
  refuseBars(
    checkForm(
      { ...settings, authority: round.authority },
      problem.targets.map(({ region }) => region),
    ),
  )
  await updateSettings(tx, round, settings)
  await putTeams(tx, round, teamsAfter(world, derived))
  await insertAdoption(tx, {
    authority: round.authority,
    round: round.id,
    id: uuid(),
    comparison: row.id,
    origin: 'adopted',
    mode,
    reason,
    revision: (await findRound(tx, round.id)).revision,
    before: { mode: round.mode, elevated: round.elevated, rules: round.rules, basis: round.basis, teams: world.teams },
    by_account: by.id,
    by_name: by.name,
    at,
  })
}

function settingsAfter(round: RoundRecord, { rules }: Problem): RoundSettings {
  const { mode, elevated, ...others } = rules
  // clauses that came with the old mode go with it; what the office wrote itself stays
  const isDefault = JSON.stringify(round.basis) === JSON.stringify(basisOf(round.mode, round.types))
  const basis = isDefault ? basisOf(mode, round.types) : round.basis
  return { ...round, mode, elevated: elevated === true, rules: others, basis }
}

function teamsAfter({ teams }: RoundWorld, derived: Problem): readonly TeamRecord[] {
  const byId = new Map(derived.teams.map((team) => [team.id, team]))
  return teams.map((team) => {
    const now = byId.get(team.id)
    return now === undefined
      ? team
      : {
          ...team,
          sending: now.home === null ? null : placeNumber(now.home),
          slots: now.slots.map((slot) => ({ ...slot })) as TeamRecord['slots'],
        }
  })
}
