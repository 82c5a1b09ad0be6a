// The walk: every request that changes something, once, in the order of the work. Each is tried by every caller before it is done.
import type { Member, World } from './callers.ts'
import type { Walk } from './cells.ts'
import type { Places } from './places.ts'
import { stepsOf } from './step.ts'
import { walkCharges, walkLogistics, walkReport } from './walk-charges.ts'
import { walkCalendar } from './walk-calendar.ts'
import { walkDrafts, walkFurtherDrafts, walkProgramme } from './walk-drafts.ts'
import { walkCorrections } from './walk-corrections.ts'
import { walkDesk } from './walk-desks.ts'
import { walkFindings } from './walk-findings.ts'
import { walkLedger } from './walk-ledger.ts'
import { walkLeads } from './walk-leads.ts'
import { walkPetitions } from './walk-petitions.ts'
import { walkQuestionnaires } from './walk-questionnaires.ts'
import { walkAccounts, walkRegistry } from './walk-registry.ts'
import { plantOrders, walkRound } from './walk-rounds.ts'

/** Walks through the work of 荆州市 and of 保山市 beside it. */
export async function takeWalk(walk: Walk, world: World, places: Places, members: ReadonlyMap<Member, string>): Promise<void> {
  const steps = stepsOf(walk, world, places, members)
  await walkAccounts(steps)
  const plan = await walkRegistry(steps)
  await walkCharges(steps)
  await walkCalendar(steps, plan)
  await walkPetitions(steps, plan)
  await walkProgramme(steps)
  const drafts = await walkDrafts(steps)
  await walkFurtherDrafts(steps, drafts)
  await walkRound(steps, drafts)
  await plantOrders(steps, drafts)
  await walkLogistics(steps, drafts.running)
  await walkDesk(steps, drafts.running)
  await walkFindings(steps, drafts.running)
  await walkCorrections(steps, drafts.running)
  await walkQuestionnaires(steps, drafts.running)
  await walkLeads(steps, drafts.running)
  await walkReport(steps, drafts.running)
  await walkLedger(steps)
}
