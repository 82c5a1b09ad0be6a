import type { ReplyOf, readRotation } from '@shengmian/contract'
import type { RotationPair, RotationProblem } from '@shengmian/dispatch'
import { wireCode } from '../../../platform/places.ts'
import type { Transaction } from '../../../platform/transaction.ts'
import { pastOf } from '../dispatch/plan-store.ts'
import { placeNames, type NamePlace } from '../round/round-names.ts'
import type { RoundRecord } from '../round/round-record.ts'
import { teamsOf, type TeamRecord } from '../teams/team-store.ts'
import { barsAgainst, formUnder, isSameForm, ROTATION_PATTERNS } from './pattern-form.ts'
import { kilometresOf, membersOf, rotationProblem, type RotationGround, type RotationOptions } from './rotation-problem.ts'
import { adoptionsOf, barsOf, type AdoptionRow } from './rotation-store.ts'
import { solveRotation, type RotationSolved } from './solve-rotation.ts'

type Rotation = ReplyOf<typeof readRotation>

/** A rotation computed: the file, what came out, and names for everything in it. */
export interface RotationAtWork {
  readonly ground: RotationGround
  readonly problem: RotationProblem
  readonly seed: string
  readonly way: 'nearest' | 'any' | 'draw'
  /** null where the round has neither zones nor teams with a home. */
  readonly solved: RotationSolved | null
  readonly name: NamePlace
}

const NO_SEED = '0'.repeat(64)

export async function computeRotation(tx: Transaction, round: RoundRecord, options: RotationOptions): Promise<RotationAtWork> {
  const ground: RotationGround = {
    round,
    teams: await teamsOf(tx, round.id),
    past: await pastOf(tx, round.authority),
    bars: await barsOf(tx, round.id),
  }
  const places = [
    ...membersOf(ground).map(({ code }) => code),
    ...[...ground.past.dispatches, ...ground.bars].flatMap(({ home, host }) => [home, host]),
    ...ground.teams.flatMap(({ sending, host }) => [sending, host]),
  ]
  const name = await placeNames(tx, places)
  const problem = rotationProblem(ground, options, name)
  const way = options.way ?? 'nearest'
  const seed = options.seed ?? NO_SEED
  const solved = problem.members.length === 0 ? null : await solveRotation({ problem, seed, isDraw: way === 'draw' })
  return { ground, problem, seed, way, solved, name }
}

export async function viewRotation(tx: Transaction, round: RoundRecord, options: RotationOptions): Promise<Rotation> {
  const work = await computeRotation(tx, round, options)
  const { ground, problem, name } = work
  const adoptions = await adoptionsOf(tx, round.id)
  const lastRound = ground.past.rounds.at(-1) ?? null
  return {
    zones: zonesOf(work),
    bars: ground.bars.map(({ home, host, why, by_name }) => ({
      home: name(home),
      host: name(host),
      why,
      by: by_name,
      counts: problem.barred.some((bar) => bar.home === home && bar.host === host),
    })),
    rules: {
      again: problem.rules.again ?? 'bar',
      reversal: problem.rules.reversal ?? 'prefer',
      memory: problem.rules.repeatRounds ?? null,
      noSwap: problem.rules.noSwap ?? true,
    },
    last: problem.dispatched.filter((pair) => pair.round === lastRound?.label).map(pairView(work)),
    lastRound: lastRound === null ? null : lastRound.title,
    pastRounds: ground.past.rounds.length,
    schedule: scheduleOf(work),
    ends: endsOf(work),
    teams: ground.teams.map((team) => ({
      id: team.id,
      name: team.name,
      home: team.sending === null ? null : name(team.sending),
      host: team.host === null ? null : name(team.host),
    })),
    adoptions: adoptions.map(({ id, origin, ordinal, pattern, by_name, at }) => ({
      id,
      origin: origin as Rotation['adoptions'][number]['origin'],
      ordinal,
      pattern,
      by: by_name,
      at: at.toISOString(),
    })),
    canUndo: undoable(adoptions, round, ground.teams),
    mode: round.mode,
    elevated: round.elevated,
    patterns: ROTATION_PATTERNS.map((pattern) => {
      const { mode, elevated } = formUnder(round, pattern)
      const [bar] = barsAgainst(round, pattern)
      return { pattern, mode, elevated, whyNot: bar === undefined ? null : { zh: bar.zh, en: bar.en } }
    }),
    mayChange: round.state === 'draft',
    whyNot: whyNotAdopted(work),
  }
}

/** The adoption of a draft whose teams and form are still as it left them. */
export function undoable(adoptions: readonly AdoptionRow[], round: RoundRecord, teams: readonly TeamRecord[]): string | null {
  const [newest] = adoptions
  if (newest === undefined || newest.origin !== 'adopted' || round.state !== 'draft') return null
  if (newest.form !== null && !isSameForm(newest.form.after, round)) return null
  return isSame(newest.teamsAfter, teams) ? newest.id : null
}

function isSame(before: readonly TeamRecord[], now: readonly TeamRecord[]): boolean {
  const text = (teams: readonly TeamRecord[]) =>
    teams
      .map(({ id, number, name, sending, host, slots }) =>
        JSON.stringify([
          id,
          number,
          name,
          sending,
          host,
          slots.map(({ role, skill, origin }) => [role, skill ?? null, origin ?? null]),
        ]),
      )
      .toSorted()
      .join('\n')
  return text(before) === text(now)
}

function zonesOf({ ground, problem, solved, name }: RotationAtWork): Rotation['zones'] {
  const plan = solved?.answer.kind === 'plan' ? solved.answer.plan : null
  return (solved?.counts ?? []).map(({ zone, most, reached, limit }) => ({
    name: zone,
    similarity: ground.round.zones.find((own) => own.name === zone)?.similarity ?? '',
    members: problem.members.filter((member) => (member.zone ?? null) === zone).map(({ code }) => name(code)),
    most,
    reached,
    limit: { zh: limit.zh, en: limit.en },
    legal: plan?.zones.find((drawn) => drawn.zone === zone)?.drawn?.legal ?? null,
  }))
}

const pairView =
  ({ ground, problem, name }: RotationAtWork) =>
  ({ home, host }: RotationPair): Rotation['last'][number] => ({
    home: name(home),
    host: name(host),
    zone: problem.members.find((member) => member.code === home)?.zone ?? null,
    travel: kilometresOf(ground)(home, host),
  })

function scheduleOf(work: RotationAtWork): Rotation['schedule'] {
  const { solved, seed, way } = work
  if (solved?.answer.kind !== 'plan') return null
  const { rounds, objective, bound } = solved.answer.plan
  const pairs = rounds.map((round) => round.map(pairView(work)))
  return {
    way,
    seed,
    rounds: pairs,
    memory: objective.memory,
    memoryBound: bound.memory,
    travel: pairs.flat().reduce((sum, pair) => sum + pair.travel, 0),
    // where travel was no object, nothing is proven about it
    travelBound: way === 'nearest' ? bound.travel : null,
  }
}

function endsOf({ solved, ground }: RotationAtWork): Rotation['ends'] {
  if (solved?.answer.kind !== 'ends') return null
  const { possible, ending } = solved.answer
  const isBound = (ground.round.rules.zoneBound ?? true) && ground.round.zones.length > 0
  const where = (zone: string | null): { zh: string; en: string } =>
    zone !== null
      ? { zh: `${zone}：`, en: `${zone}: ` }
      : isBound
        ? { zh: '片区以外：', en: 'outside the zones: ' }
        : { zh: '', en: '' }
  return {
    possible,
    reasons: ending.map(({ zone, limit }) => ({ zh: `${where(zone).zh}${limit.zh}`, en: `${where(zone).en}${limit.en}` })),
  }
}

/** What stands in the way of taking a round over, or null. */
export function whyNotAdopted({ ground: { round }, solved }: RotationAtWork): Rotation['whyNot'] {
  if (round.state !== 'draft') return { zh: '只有筹备中的轮次可以改编组', en: 'teams are changed in a draft' }
  if (round.mode === 'pooled' || round.mode === 'scattered')
    return {
      zh: '统配、分散的轮次把各地人员混编，不按地对地派组；要采用请把方式改为推磨',
      en: 'a pooled or scattered round mixes people and sends no place to place; change the mode to rotation first',
    }
  return solved?.answer.kind === 'plan' ? null : { zh: '还没有排出轮次', en: 'no round is scheduled yet' }
}

/** The wire code of a team's home. */
export const homeOf = ({ sending }: TeamRecord): string | null => (sending === null ? null : wireCode(sending))
