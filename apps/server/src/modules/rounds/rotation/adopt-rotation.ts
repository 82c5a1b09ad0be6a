import { Problem as Refusal, type adoptRotation as endpoint, type BodyOf } from '@shengmian/contract'
import { teamsFromRotation, type RotationPair } from '@shengmian/dispatch'
import { v7 as uuid } from 'uuid'
import type { Acting } from '../../../platform/acting.ts'
import { placeNumber } from '../../../platform/places.ts'
import type { Transaction } from '../../../platform/transaction.ts'
import type { NamePlace } from '../round/round-names.ts'
import { refuseBars } from '../round/settle-form.ts'
import type { RoundRecord } from '../round/round-record.ts'
import { updateSettings } from '../round/round-store.ts'
import { relaxedIn } from '../relaxations/relaxation-store.ts'
import { putTeams } from '../teams/set-teams.ts'
import { teamsOf, type TeamRecord } from '../teams/team-store.ts'
import { barsAgainst, formOf, formUnder, isSameForm, type RotationPattern, type RoundForm } from './pattern-form.ts'
import { adoptionsOf, insertAdoption } from './rotation-store.ts'
import { computeRotation, homeOf, undoable, whyNotAdopted } from './rotation-view.ts'

/** Seats of a team that the rotation makes because its home had none. */
const ROLES = ['leader', 'deputy', 'liaison', 'member', 'member', 'member']

/**
 * Takes one round of the schedule over: the same options and seed give the same schedule, so only its number is sent. Mode, rules and the
 * level of the leaders become those of the pattern.
 */
export async function adoptRotation(
  tx: Transaction,
  round: RoundRecord,
  asked: BodyOf<typeof endpoint>,
  { by, at }: Acting,
): Promise<void> {
  demandDraft(round)
  const { id, ordinal, pattern, ...options } = asked
  const work = await computeRotation(tx, round, options)
  const whyNot = whyNotAdopted(work)
  if (whyNot !== null) throw new Refusal('unfit', whyNot)
  const { problem, solved, ground, name } = work
  const plan = solved?.answer.kind === 'plan' ? solved.answer.plan : null
  const pairs = plan?.rounds[ordinal - 1]
  if (plan === null || pairs === undefined)
    throw new Refusal('unfit', {
      errors: [{ at: 'ordinal', zh: `排表中没有第${ordinal}轮`, en: `the schedule has no round ${ordinal}` }],
    })
  refuseBars(barsAgainst(round, pattern))
  const form = formUnder(round, pattern)
  await changeForm(tx, round, form)
  const teams = teamsAfter(ground.teams, pairs, pattern, name)
  await putTeams(tx, round, teams)
  await insertAdoption(tx, {
    authority: round.authority,
    round: round.id,
    id,
    origin: 'adopted',
    pattern,
    ordinal,
    problem: JSON.stringify(problem),
    plan: JSON.stringify(plan),
    teamsBefore: ground.teams,
    teamsAfter: teams,
    form: { before: formOf(round), after: form },
    by_account: by.id,
    by_name: by.name,
    at,
  })
}

/** Every team of a member goes where the rotation sends it; a member without a team gets one. */
function teamsAfter(
  teams: readonly TeamRecord[],
  pairs: readonly RotationPair[],
  pattern: RotationPattern,
  name: NamePlace,
): readonly TeamRecord[] {
  const hosts = new Map(pairs.map(({ home, host }) => [home, host]))
  const homeless = teams.filter((team) => !hosts.has(homeOf(team) ?? ''))
  if (homeless.length > 0)
    throw new Refusal('unfit', {
      zh: `${homeless.map((team) => team.name).join('、')}不属于任何片区成员，请先设派出地或删去`,
      en: `${homeless.map((team) => team.name).join(', ')} belong to no member of a zone: set their home or remove them`,
    })
  const seatsOf = (pair: RotationPair, roles: readonly string[]) =>
    teamsFromRotation([pair], pattern, roles).teams[0]?.slots ?? []
  const moved = teams.map((team) => {
    const [home, host] = [homeOf(team) ?? '', hosts.get(homeOf(team) ?? '') ?? '']
    const slots = withoutDoubles(team.slots).flatMap(({ origin: _origin, ...slot }) =>
      seatsOf({ home, host }, [slot.role]).map(({ origin }) => (origin === undefined ? slot : { ...slot, origin })),
    )
    return { ...team, host: placeNumber(host), slots }
  })
  const served = new Set(teams.map(homeOf))
  const last = Math.max(0, ...teams.map((team) => team.number))
  const made = pairs
    .filter(({ home }) => !served.has(home))
    .map((pair, k) => ({
      id: uuid(),
      number: last + 1 + k,
      name: `${name(pair.home).name}组`,
      sending: placeNumber(pair.home),
      host: placeNumber(pair.host),
      slots: seatsOf(pair, ROLES),
    }))
  return [...moved, ...made]
}

/** The host's second leader and second liaison came with a pairing, and another pattern has no use for them. */
function withoutDoubles(slots: TeamRecord['slots']): TeamRecord['slots'] {
  return slots.filter(
    ({ role, origin }) => origin !== 'host' || !slots.some((one) => one.role === role && one.origin === 'sender'),
  )
}

/** Mode, rules and level of the leaders; what gives way by signature was signed for the form as it was. */
async function changeForm(tx: Transaction, round: RoundRecord, form: RoundForm): Promise<void> {
  if (isSameForm(round, form)) return
  if ((await relaxedIn(tx, round.id)).length > 0)
    throw new Refusal('wrong-state', {
      zh: '本轮有已批准的放宽：先由领导小组收回，再改方式',
      en: 'something gives way by signature in this round: have it taken back before the mode is changed',
    })
  await updateSettings(tx, round, { ...round, ...form })
}

/** Puts teams and form back as they were before the newest adoption; refused where somebody has changed them since. */
export async function undoRotation(
  tx: Transaction,
  round: RoundRecord,
  { adoption, id, by, at }: Acting & { readonly adoption: string; readonly id: string },
): Promise<void> {
  demandDraft(round)
  const adoptions = await adoptionsOf(tx, round.id)
  const row = adoptions.find((known) => known.id === adoption)
  if (row === undefined) throw new Refusal('not-found')
  if (undoable(adoptions, round, await teamsOf(tx, round.id)) !== adoption)
    throw new Refusal('changed-meanwhile', {
      zh: '采用之后编组或方式已改动，或不是最近一次采用，不能撤销',
      en: 'the teams or the mode were changed since, or it is not the newest adoption',
    })
  if (row.form !== null) await changeForm(tx, round, row.form.before)
  await putTeams(tx, round, row.teamsBefore)
  await insertAdoption(tx, {
    ...row,
    id,
    origin: 'undone',
    teamsBefore: row.teamsAfter,
    teamsAfter: row.teamsBefore,
    form: row.form === null ? null : { before: row.form.after, after: row.form.before },
    by_account: by.id,
    by_name: by.name,
    at,
  })
}

function demandDraft(round: RoundRecord): void {
  if (round.state !== 'draft')
    throw new Refusal('wrong-state', { zh: '只有筹备中的轮次可以改编组', en: 'teams are changed in a draft' })
}
