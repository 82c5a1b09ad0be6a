// One broken team: fewest people first, each number gone through whole before the next, and what that proves.
import { divideTargets } from './divide-targets.ts'
import { chainThroughReserve, ring } from './chains.ts'
import { replace, resettle, swap, type Bench, type Mended } from './exchanges.ts'
import type { Exhausted, RepairProof } from './repair-answer.ts'

export interface MendedTeam {
  readonly mended: Mended
  readonly moved: number
  readonly proof: RepairProof
}

const NOBODY: Exhausted = {
  moved: 0,
  zh: '不动人：各岗位对调、同地各组之间调整对象，都不成立',
  en: 'nobody moved: no other slots, and no other division of targets among the teams of the region, make a plan',
}
const REPLACED: Exhausted = { moved: 2, zh: '换一人：无人可从未入组者中替补', en: 'one replaced: nobody in reserve can' }
const SWAPPED: Exhausted = { moved: 2, zh: '两人对调：任何两组之间都不成立', en: 'two people swapped: between no two teams' }

/** Mends the team, or null where three people moved do not do it or the search was cut. */
export function mendTeam(bench: Bench, t: number): MendedTeam | null {
  const { instance, standing } = bench
  const members = (standing.teams[t]?.members ?? []).map(({ person }) => person)
  const holes = (instance.problem.teams[t]?.slots.length ?? 0) - members.length
  if (holes > 1) return null
  const exhausted: Exhausted[] = []
  let divided = true
  if (holes === 0) {
    const settled = resettle(bench, t)
    if (settled !== null) return { mended: settled, moved: 0, proof: proofOf(bench, t, 0, exhausted, true) }
    const shared = divideTargets(bench, t)
    divided = shared.isWhole
    if (shared.found !== null) return { mended: shared.found, moved: 0, proof: proofOf(bench, t, 0, exhausted, divided) }
    if (divided) exhausted.push(NOBODY)
  }
  const leavers = holes > 0 ? [null] : members
  const gone = leavers.filter((person) => person !== null)
  const steps: readonly { moved: number; run: () => Mended | null; otherwise: Exhausted | null }[] = [
    { moved: holes > 0 ? 1 : 2, run: () => replace(bench, t, leavers), otherwise: { ...REPLACED, moved: holes > 0 ? 1 : 2 } },
    ...(holes > 0 ? [] : [{ moved: 2, run: () => swap(bench, t, gone), otherwise: SWAPPED }]),
    { moved: holes > 0 ? 2 : 3, run: () => chainThroughReserve(bench, t, leavers), otherwise: null },
    ...(holes > 0 ? [] : [{ moved: 3, run: () => ring(bench, t, gone), otherwise: null }]),
  ]
  for (const { moved, run, otherwise } of steps) {
    const mended = run()
    if (mended !== null)
      return { mended, moved, proof: proofOf(bench, t, moved, exhausted, divided && !wasCutBefore(bench, moved, exhausted)) }
    if (bench.isCut) return null
    if (otherwise !== null) exhausted.push(otherwise)
  }
  return null
}

/** Cut while going through a smaller number of people: only then is the number itself in doubt. */
function wasCutBefore(bench: Bench, moved: number, exhausted: readonly Exhausted[]): boolean {
  return bench.isCut && moved > 2 && exhausted.length < 2
}

/**
 * Whoever leaves a team is moved and so is who fills his seat, so with places kept and nobody in vain nothing lies between 0 and 2; another
 * host moves a whole team. Three moved are the fewest only where no team could give a target to another, or come from another home.
 */
function proofOf(bench: Bench, t: number, moved: number, exhausted: readonly Exhausted[], isWhole: boolean): RepairProof {
  const { standing, isCut } = bench
  const isLoose = standing.optionsOf.some((options) => options.length > 1) || standing.sharing.some((teams) => teams.length > 1)
  const isLone = (standing.sharing[t]?.length ?? 1) < 2
  const isFewest = moved === 0 || (isWhole && moved <= standing.smallestTeam && (moved <= 2 || !isLoose))
  const isReplaced = exhausted.every((step) => step.moved < moved)
  const isBest = isFewest && !isCut && moved <= standing.smallestTeam && (isLone || isReplaced) && (moved <= 2 || !isLoose)
  return { isFewest, isBest, exhausted, ...wordsOf(moved, isFewest, isBest) }
}

function wordsOf(moved: number, isFewest: boolean, isBest: boolean): { readonly zh: string; readonly en: string } {
  const zh = isFewest ? `变动 ${moved} 人，已证明不能更少` : `变动 ${moved} 人，未证明最少`
  const en = isFewest ? `${moved} people moved, proven the fewest` : `${moved} people moved, not proven the fewest`
  const best = isBest
    ? { zh: '；同样人数中各项目标最好', en: '; the best of all plans that move as few' }
    : { zh: '；同样人数中是否各项目标最好，未证明', en: '; not proven the best of those that move as few' }
  return { zh: `${zh}${best.zh}`, en: `${en}${best.en}` }
}
