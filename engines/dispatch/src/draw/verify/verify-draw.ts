// A stranger's reading of a draw: replays everything from the published files and names the first thing that does not hold. Shares
// nothing with those who made the files but types and the solver itself.
import type { Plan } from '../../plan.ts'
import { planDispatch } from '../../solve/plan-dispatch.ts'
import { ENGINE } from '../../solve/write-plan.ts'
import type { Words } from '../../verify/index.ts'
import type { DrawFiles, DrawReceipt } from '../draw-files.ts'
import { solveTickets } from '../tickets/solve-tickets.ts'
import { aborted, earlier, excuse, noteEarlier } from './aborts.ts'
import { commitments, copied, foreign, opened, parties, reveals, sees, shown } from './ceremony.ts'
import type { Check, Evidence, Flaw } from './check.ts'
import { nameFor } from './digest.ts'
import { branches, root } from './frozen.ts'
import { publicBeacons } from './public-beacons.ts'
import { plan, secondBeacon, ticket, withdrawals } from './outcome.ts'
import { receipts } from './receipts.ts'
import { best, cap, figures, firstBeacon, portfolioRoot, sound, tickets } from './tickets.ts'

/** In the order in which a draw happens. The replay runs between the two halves, where the first half holds. */
const BEFORE = {
  parties,
  earlier,
  root,
  foreign,
  commitments,
  copied,
  reveals,
  opened,
  sees,
  publicBeacons,
  receipts,
  aborted,
  branches,
  firstBeacon,
}
const AFTER = { excuse, portfolioRoot, best, tickets, sound, figures, cap, secondBeacon, ticket, plan, withdrawals }

export type DrawCheckName = keyof typeof BEFORE | keyof typeof AFTER
export const DRAW_CHECKS = [...Object.keys(BEFORE), ...Object.keys(AFTER)] as readonly DrawCheckName[]

export interface DrawFinding extends Flaw {
  readonly check: DrawCheckName
}

export interface DrawVerdict {
  /** Nothing that could be checked fails. */
  readonly holds: boolean
  /** The first thing that does not hold comes first. */
  readonly findings: readonly DrawFinding[]
  /** Earlier draws of the round that were ended after a secret was open: no fault, and never unsaid. */
  readonly noted: readonly Words[]
  /** What these files do not allow to be checked. */
  readonly unchecked: readonly Words[]
  /** All plans of the portfolio as the replay gave them; empty where it was not run. */
  readonly plans: readonly Plan[]
}

export interface VerifyDrawOptions {
  readonly receipts?: readonly DrawReceipt[]
  /** SHA-256 of the verifying program. */
  readonly code?: string | null
  readonly onTicket?: (done: number, tickets: number) => unknown
  /** For tests that plant a weakness: checks left out. */
  readonly without?: readonly DrawCheckName[]
}

/** Holds a draw against its own files, replaying the solver where the problem and the salts are among them. */
export async function verifyDraw(files: DrawFiles, options: VerifyDrawOptions = {}): Promise<DrawVerdict> {
  const beacons = [beacon(files, 1), beacon(files, 2)] as const
  const start: Evidence = { files, receipts: options.receipts ?? [], beacons, replay: null, repair: repairWith(files) }
  const early = await run(BEFORE, start, options.without)
  const unchecked = listUnchecked(files, options.code ?? null)
  const noted = noteEarlier(files.earlier)
  if (early.length > 0) return { holds: false, findings: early, noted, unchecked, plans: [] }
  const replay = await replayTickets(files, beacons[0], options.onTicket)
  const late = await run(AFTER, { ...start, replay }, options.without)
  return { holds: late.length === 0, findings: late, noted, unchecked, plans: replay?.plans ?? [] }
}

async function run(
  checks: Readonly<Record<string, Check>>,
  evidence: Evidence,
  without: readonly DrawCheckName[] = [],
): Promise<DrawFinding[]> {
  const findings: DrawFinding[] = []
  for (const [name, check] of Object.entries(checks) as [DrawCheckName, Check][]) {
    if (without.includes(name)) continue
    for (const found of await check(evidence)) findings.push({ check: name, ...found })
  }
  return findings
}

function beacon(files: DrawFiles, stage: 1 | 2): string | null {
  const secrets = files.freeze.terms.parties.map(
    ({ id }) => files.reveals.find((each) => each.party === id && each.stage === stage)?.secret,
  )
  const { publicRounds } = files.freeze.terms
  const value = files.publicBeacons.find((each) => each.stage === stage)?.signature
  if (secrets.includes(undefined) || (publicRounds !== null && value === undefined)) return null
  const parts = publicRounds === null ? [secrets] : [secrets, value]
  return nameFor('beacon', stage, files.freeze.root, shown(files, stage), ...parts)
}

async function replayTickets(
  { freeze, problem, salts, portfolio, abort }: DrawFiles,
  first: string | null,
  onTicket: VerifyDrawOptions['onTicket'],
): Promise<Evidence['replay']> {
  if (problem === null || salts === null || first === null) return null
  if (portfolio === null && abort?.noTickets !== true) return null
  const { root: base, terms } = freeze
  const answer = await solveTickets(problem, terms, {
    root: base,
    seedOf: (at, attempt) => nameFor('noise', base, first, at, attempt).slice(7),
    ...(onTicket === undefined ? {} : { onTicket }),
  })
  return answer.kind === 'tickets' ? answer : null
}

function repairWith({ freeze }: DrawFiles): Evidence['repair'] {
  return async (problem, keep, seed) => {
    const answer = await planDispatch(problem, { seed, effort: freeze.terms.effort, keep })
    return answer.kind === 'plan' ? answer.plan : null
  }
}

function listUnchecked({ freeze, problem, salts, pick }: DrawFiles, code: string | null): Words[] {
  const { terms } = freeze
  const list: Words[] = []
  if (problem === null || salts === null)
    list.push({
      zh: '没有问题文件和盐值：根、各签方案、概率和抽中的方案本身未重放',
      en: 'without the problem and the salts the root, the plans and the probabilities were not replayed, and the plan drawn was not looked for',
    })
  if (pick === null) list.push({ zh: '尚未抽定', en: 'nothing has been picked yet' })
  if (terms.engine !== ENGINE)
    list.push({
      zh: `抽签用的是求解程序 ${terms.engine}，这里是 ${ENGINE}：重放可能不同`,
      en: `the draw was made with engine ${terms.engine}, this is ${ENGINE}: a replay may differ`,
    })
  else if (terms.code !== null && code !== null && terms.code !== code)
    list.push({
      zh: '抽签用的程序与这里的程序不是同一份，但版本相同',
      en: 'the program that made the draw is not byte for byte the one here, though its version is the same',
    })
  return list
}
