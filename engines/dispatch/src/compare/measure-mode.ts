// One mode's figures, each with what is proven about it.
import { rehearseUntil } from '../draw/rehearse-draw.ts'
import { DRAW_DEFAULTS } from '../draw/read-terms.ts'
import { LEVELS, type ObjectiveLevel, type Plan } from '../plan.ts'
import { bearTravel } from './bear-travel.ts'
import type { ComparedMode, FigureName, Measured, Rates } from './comparison.ts'
import { countBroken, countEligible, countPairs, type Grounds } from './count-recusals.ts'
import { AT_HOME, boundReuse, countRotations } from './rounds-ahead.ts'

type Figures = Partial<Record<FigureName, Measured>>

export interface MeasureOptions {
  readonly effort: number
  readonly tickets: number
  readonly rates: Rates | null
  /** Asked after each ticket; false gives up. */
  readonly goesOn: () => boolean
}

/** What can be said of a mode before there is a plan: recusals, and the rounds that can follow. */
export async function measureMode(grounds: Grounds, mode: ComparedMode): Promise<Figures> {
  const { considered, barred } = countPairs(grounds, mode === 'local')
  const figures: Figures = { consideredPairs: count(considered), barredPairs: count(barred) }
  if (mode === 'local') return { ...figures, rounds: { ...count(0), note: AT_HOME } }
  if (!grounds.mode.rules.wholeTeams) return { ...figures, rounds: boundReuse(grounds.law) }
  const { rounds, strict } = await countRotations(grounds.mode)
  return { ...figures, rounds, strictRounds: strict }
}

/** What a plan of the mode comes to; null where the caller gave up. */
export async function measureComparedPlan(
  grounds: Grounds,
  mode: ComparedMode,
  plan: Plan,
  { effort, tickets, rates, goesOn }: MeasureOptions,
): Promise<Figures | null> {
  const { farthest, by } = bearTravel(grounds.mode, mode, plan, rates)
  const eligible = countEligible(grounds, plan).toSorted((a, b) => a - b)
  const shares = { Sending: by.sending, Host: by.host, Commissioning: by.commissioning } as const
  const figures: Figures = {
    worstExposure: ofLevel(plan, 'worstExposure'),
    totalExposure: ofLevel(plan, 'totalExposure'),
    unverified: ofLevel(plan, 'unverified'),
    travel: ofLevel(plan, 'travel'),
    barsBroken: count(countBroken(grounds, plan)),
    fewestEligible: count(eligible[0] ?? 0),
    medianEligible: count(eligible[Math.floor((eligible.length - 1) / 2)] ?? 0),
    farthest: found(farthest),
  }
  for (const side of ['Sending', 'Host', 'Commissioning'] as const) {
    figures[`travel${side}`] = found(shares[side].km)
    if (shares[side].fen !== null) figures[`cost${side}`] = found(shares[side].fen)
  }
  const odds = tickets === 0 ? { ...count(1000), note: ONE_PLAN } : await oddsOf(grounds, tickets, effort, goesOn)
  return odds === null ? null : { ...figures, largestPair: odds }
}

const ONE_PLAN = { zh: '单一计划，未抽签', en: 'a single plan, not drawn' }

/** Counted over the tickets of a rehearsed draw under its default tolerances, with public seeds. */
async function oddsOf({ mode }: Grounds, tickets: number, effort: number, goesOn: () => boolean): Promise<Measured | null> {
  const { tolerance, proposals } = DRAW_DEFAULTS
  const odds = await rehearseUntil(mode.problem, { tickets, tolerance, proposals, effort, capPermille: null }, goesOn)
  if (odds === 'stopped') return null
  if (odds.kind === 'no-plan') {
    return { value: null, bound: null, isProven: false, note: { zh: '没有得到签单', en: 'no tickets were found' } }
  }
  const note = {
    zh: `试排${tickets}签，${odds.distinctPlans}种计划`,
    en: `${tickets} rehearsed tickets, ${odds.distinctPlans} plans`,
  }
  return { value: Math.round((1000 * odds.largestPair) / odds.tickets), bound: null, isProven: false, note }
}

/** A level is proven where it and all better levels stand at their bounds. */
function ofLevel({ objective, bound }: Plan, level: ObjectiveLevel): Measured {
  const better = LEVELS.slice(0, LEVELS.indexOf(level) + 1)
  const isProven = better.every((name) => objective[name] === bound[name])
  return { value: objective[level], bound: bound[level], isProven, note: null }
}

function count(value: number): Measured {
  return { value, bound: null, isProven: true, note: null }
}

/** Measured on the plan that was found; another plan of the mode may do better or worse. */
function found(value: number): Measured {
  return { value, bound: null, isProven: false, note: null }
}
