import type { listComparisons, readComparison, ReplyOf } from '@shengmian/contract'
import {
  COMPARED_MODES,
  FIGURE_WORDS,
  FIGURES,
  MODE_WORDS,
  type ComparedMode,
  type Comparison,
  type ModeColumn,
  type Rates,
} from '@shengmian/dispatch'
import type { Transaction } from '../../../platform/transaction.ts'
import { nameFacts } from '../dispatch/fact-names.ts'
import { outlineIn } from '../dispatch/outline.ts'
import { rolesAt } from '../policy.ts'
import type { RoundRecord } from '../round/round-record.ts'
import { teamsOf, type TeamRecord } from '../teams/team-store.ts'
import { adoptionsOf, type AdoptionRow } from './adoption-store.ts'
import { comparisonsOf, type ComparisonRow } from './comparison-store.ts'
import { undoable } from './undo-mode.ts'

type View = ReplyOf<typeof readComparison>
type Views = ReplyOf<typeof listComparisons>

/** A clash may name every seat of a round; a table shows its beginning, the file has it whole. */
const MOST_FACTS = 6

/** What stands around every comparison of a round. Staleness goes by revisions: a reader without the ties builds no equal problem. */
interface Around {
  readonly round: RoundRecord
  readonly isOffice: boolean
  readonly teams: readonly TeamRecord[]
  readonly adoptions: readonly AdoptionRow[]
}

/** The newest comparisons of a round, newest first. */
export async function viewComparisons(tx: Transaction, round: RoundRecord): Promise<Views> {
  const around = await gatherAround(tx, round)
  return { items: (await comparisonsOf(tx, round.id)).map((row) => viewOf(row, around)), mayAsk: around.isOffice }
}

export async function viewComparison(tx: Transaction, round: RoundRecord, row: ComparisonRow): Promise<View> {
  return viewOf(row, await gatherAround(tx, round))
}

async function gatherAround(tx: Transaction, round: RoundRecord): Promise<Around> {
  const isOffice = (await rolesAt(tx, round.authority)).includes('office')
  return { round, isOffice, teams: await teamsOf(tx, round.id), adoptions: await adoptionsOf(tx, round.id) }
}

function viewOf(row: ComparisonRow, { round, isOffice, teams, adoptions }: Around): View {
  const comparison = comparisonIn(row)
  const progress = row.progress as unknown as { readonly mode?: ComparedMode; readonly iterations?: number }
  const isStale = row.revision !== round.revision
  const own = adoptions.filter(({ comparison: id }) => id === row.id)
  return {
    id: row.id,
    round: row.round,
    state: row.state as View['state'],
    effort: row.effort,
    tickets: row.tickets,
    ratesSource: (row.rates as unknown as Rates | null)?.source ?? null,
    problem: row.problem_hash,
    stale: isStale,
    progress: {
      mode: progress.mode === undefined ? null : MODE_WORDS[progress.mode],
      done: progress.mode === undefined ? 0 : COMPARED_MODES.indexOf(progress.mode),
      of: COMPARED_MODES.length,
      iterations: progress.iterations ?? 0,
    },
    columns: comparison === null ? [] : columnsOf(comparison, row, teams),
    rows: comparison === null ? [] : rowsOf(comparison),
    message: row.message as unknown as View['message'],
    adoptions: own.map(adoptionView),
    mayAdopt: isOffice && round.state === 'draft' && row.state === 'done' && !isStale,
    mayUndo: isOffice && undoable(adoptions, round)?.comparison === row.id,
    askedBy: row.asked_name,
    askedAt: row.asked_at.toISOString(),
    finishedAt: row.finished_at?.toISOString() ?? null,
  }
}

export function comparisonIn({ comparison }: ComparisonRow): Comparison | null {
  return comparison === null ? null : (JSON.parse(comparison) as Comparison)
}

function columnsOf({ modes }: Comparison, row: ComparisonRow, teams: readonly TeamRecord[]): View['columns'] {
  const named = nameFacts(outlineIn(row), teams)
  return modes.map((column) => columnOf(column, named))
}

function columnOf({ mode, changes, outcome }: ModeColumn, named: ReturnType<typeof nameFacts>): View['columns'][number] {
  return {
    mode,
    name: MODE_WORDS[mode],
    feasible: outcome.kind === 'plan',
    changes: [...changes],
    clash:
      outcome.kind === 'plan'
        ? null
        : {
            summary: named(outcome.clash),
            proven: outcome.clash.proven,
            facts: outcome.clash.items.slice(0, MOST_FACTS).map(named),
            count: outcome.clash.items.length,
          },
  }
}

function rowsOf({ modes, best }: Comparison): View['rows'] {
  return FIGURES.filter((name) => modes.some(({ figures }) => figures[name] !== undefined)).map((name) => {
    const { zh, en, unit, means } = FIGURE_WORDS[name]
    return {
      figure: name,
      name: { zh, en },
      unit: { ...unit },
      means,
      cells: modes.map(({ mode, figures }) => {
        const { value = null, bound = null, isProven = false, note = null } = figures[name] ?? {}
        return {
          mode,
          value,
          bound,
          proven: isProven,
          best: best[name]?.includes(mode) ?? false,
          note,
        }
      }),
    }
  })
}

function adoptionView({ id, origin, mode: adopted, reason, by_name: by, at }: AdoptionRow): View['adoptions'][number] {
  const mode = adopted as View['adoptions'][number]['mode']
  return {
    id,
    origin: origin as View['adoptions'][number]['origin'],
    mode,
    name: MODE_WORDS[mode],
    reason,
    by,
    at: at.toISOString(),
  }
}
