import { Problem as Refusal, type ReplyOf, type readProposal } from '@shengmian/contract'
import { LEVELS, type Clash, type Plan, type Relaxation } from '@shengmian/dispatch'
import type { Transaction } from '../../../platform/transaction.ts'
import { teamsOf, type TeamRecord } from '../teams/team-store.ts'
import { describeChanges, namesOf } from './describe-changes.ts'
import { beyondCap } from '../relaxations/cap.ts'
import { effectsOf, type Effect } from '../relaxations/effects.ts'
import { grantWords } from '../relaxations/grant-words.ts'
import { relaxedIn, type RelaxationRow } from '../relaxations/relaxation-store.ts'
import { nameFacts } from './fact-names.ts'
import { objectivesOf } from './objectives.ts'
import { outlineIn, type ProblemOutline } from './outline.ts'
import { findProposal, moveProposal, proposalsOf, type ProposalRow } from './proposal-store.ts'

type ProposalView = ReplyOf<typeof readProposal>

interface KeptProgress {
  readonly iterations?: number
  readonly objective?: Plan['objective'] | null
  readonly bound?: Partial<Plan['objective']>
}

/** A proposal of this round, or not found. */
export async function demandProposal(
  tx: Transaction,
  round: string,
  id: string,
  options: { readonly lock?: boolean } = {},
): Promise<ProposalRow> {
  const row = await findProposal(tx, id, options)
  if (row === null || row.round !== round) throw new Refusal('not-found')
  return row
}

/** All proposals of a round, newest first. */
export async function viewProposals(tx: Transaction, round: string): Promise<ProposalView[]> {
  const teams = await teamsOf(tx, round)
  const relaxed = await relaxedIn(tx, round)
  return (await proposalsOf(tx, round)).map((row) => proposalView(row, teams, relaxed))
}

/** Stops a proposal that is queued or running; the solver notices at its next report. */
export async function cancelProposal(tx: Transaction, row: ProposalRow, at: Date): Promise<void> {
  const isMoved = await moveProposal(tx, row.id, ['queued', 'running'], { state: 'cancelled', finished_at: at })
  if (!isMoved) throw new Refusal('wrong-state', { zh: '已经算完，无需取消', en: 'it has finished already' })
}

export async function viewProposal(tx: Transaction, row: ProposalRow): Promise<ProposalView> {
  return proposalView(row, await teamsOf(tx, row.round), await relaxedIn(tx, row.round))
}

function proposalView(row: ProposalRow, teams: readonly TeamRecord[], relaxed: readonly RelaxationRow[]): ProposalView {
  const plan = row.plan === null ? null : (JSON.parse(row.plan) as Plan)
  return {
    id: row.id,
    round: row.round,
    purpose: row.purpose as ProposalView['purpose'],
    keeps: row.keeps,
    state: row.state as ProposalView['state'],
    seed: row.seed,
    effort: row.effort,
    problem: row.problem_hash,
    plan: row.plan_hash,
    progress: progressView(row.progress as KeptProgress),
    objective: plan === null ? [] : objectivesOf(plan),
    noPlan: noPlanView(row, teams, relaxed),
    relaxed: (outlineIn(row).relaxed ?? []).map(({ zh, en }) => ({ zh, en })),
    verified: row.verified,
    changes: plan === null || row.keeps_plan === null ? [] : changesOf(row, plan, row.keeps_plan, teams),
    message: row.message as ProposalView['message'],
    version: row.version,
    askedBy: row.asked_name,
    askedAt: row.asked_at.toISOString(),
    finishedAt: row.finished_at?.toISOString() ?? null,
  }
}

function changesOf(row: ProposalRow, plan: Plan, kept: string, teams: readonly TeamRecord[]): ProposalView['changes'] {
  const names = namesOf(outlineIn(row), teams)
  return [...describeChanges(JSON.parse(kept) as Plan, plan, names)]
}

function progressView(progress: KeptProgress): ProposalView['progress'] {
  const { objective, bound } = progress
  const bounds = Object.fromEntries(LEVELS.map((level) => [level, bound?.[level] ?? null])) as Plan['bound']
  return {
    iterations: progress.iterations ?? 0,
    objective: objective === undefined || objective === null ? [] : objectivesOf({ objective, bound: bounds }),
  }
}

function noPlanView(row: ProposalRow, teams: readonly TeamRecord[], relaxed: readonly RelaxationRow[]): ProposalView['noPlan'] {
  const clash = row.no_plan as Clash | null
  if (clash === null) return null
  const named = nameFacts(outlineIn(row), teams)
  // what was signed since answers this clash and does not count against it
  const before = relaxed.filter(({ decided_at }) => decided_at !== null && decided_at < row.asked_at)
  const granted = before.flatMap(({ effects }) => effects)
  return {
    summary: named(clash),
    proven: clash.proven,
    irreducible: clash.isIrreducible,
    clashes: clash.items.map((item) => ({ rule: item.rule, fact: named(item) })),
    relaxations: clash.relaxations.map((way) => ({
      price: way.price,
      text: named(way),
      ...grantsOf(way, { outline: outlineIn(row), granted }),
    })),
  }
}

/** What would be signed for a way out, and why it cannot be all the same; no grants where no signature helps. */
function grantsOf(
  way: Relaxation,
  { outline, granted }: { readonly outline: ProblemOutline; readonly granted: readonly Effect[] },
) {
  const effects = effectsOf(way)
  if (effects === null) return { grants: null, beyond: null }
  return { grants: grantWords(effects, outline).map(({ zh, en }) => ({ zh, en })), beyond: beyondCap(effects, granted) }
}
