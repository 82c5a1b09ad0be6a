// The draw's only door to the solver: small rounds by every pair of person and team, large ones by sets of people.
import type { Plan } from '../../plan.ts'
import type { Problem } from '../../problem.ts'
import { compileInstance, type Instance } from '../../solve/compile/instance.ts'
import type { DrawTolerance } from '../draw.ts'
import { prepareGround } from './ground.ts'
import { prepareSeatedGround, seatTicket } from './seat-ticket.ts'
import { solveTicket } from './solve-ticket.ts'
import type { Ticket, TicketOrder } from './ticket.ts'

export interface TicketSolver {
  readonly instance: Instance
  /** Kilometres: the measure of all noise. */
  readonly unit: number
  /** Whether whole teams travel, which may exchange their places. */
  readonly canTurn: boolean
  /** A valid plan under noise, or null where none was found. */
  readonly solve: (order: TicketOrder) => Ticket | null
}

/** Pairs of person and team from which on they are not listed any more. */
const MANY_PAIRS = 400_000

export function openTickets(problem: Problem, best: Plan, tolerance: DrawTolerance): TicketSolver {
  const instance = compileInstance(problem)
  const isWhole = best.teams.every(({ home }) => home !== null)
  if (!isWhole && problem.people.length * problem.teams.length >= MANY_PAIRS) {
    const seated = prepareSeatedGround(instance, best, tolerance)
    // the mean journey: in a whole province the longest says nothing of how far people are sent
    const unit = Math.max(1, Math.ceil(best.objective.travel / best.teams.reduce((sum, { members }) => sum + members.length, 0)))
    if (seated !== null) return { instance, unit, canTurn: false, solve: (order) => seatTicket(seated, order) }
  }
  const ground = prepareGround(instance, best, tolerance)
  return {
    instance,
    unit: ground.field.unit,
    canTurn: ground.offers.length > 0,
    solve: (order) => solveTicket(ground, order),
  }
}
