// A ticket is a plan like any other: checked once more, then written with its own seed.
import { checkDraft } from '../../solve/check-draft.ts'
import type { Instance } from '../../solve/compile/instance.ts'
import { measure, type DraftPlan } from '../../solve/draft.ts'
import { trivialBounds } from '../../solve/exact/solve-exactly.ts'
import { writePlan } from '../../solve/write-plan.ts'
import type { Ticket } from './ticket.ts'

/** The plan of a draft, or null where it breaks a rule. `effort` in proposals. */
export function writeTicket(
  instance: Instance,
  draft: DraftPlan,
  { seed, effort }: { readonly seed: string; readonly effort: number },
): Ticket | null {
  if (checkDraft(instance, draft).length > 0) return null
  const bounds = trivialBounds(instance, draft)
  return { plan: writePlan(instance, draft, { seed, effort, bounds, certificates: [] }), objective: measure(instance, draft) }
}
