// The assignments of the plan in force, and the orders that stand against them.
import type { Plan } from '@shengmian/dispatch'
import { ordersOfRound, type OrderRow } from '../../access/index.ts'
import type { Transaction } from '../../../platform/transaction.ts'
import { findPlan } from '../dispatch/plan-store.ts'
import type { RoundRecord } from '../round/round-record.ts'
import { teamsOf } from '../teams/team-store.ts'
import { capacityOf } from './issuer.ts'

export interface Assignment {
  readonly person: string
  readonly team: string
  readonly teamName: string
  readonly role: string
  readonly slot: number
  readonly targets: readonly string[]
  readonly home: string | null
  readonly host: string | null
}

/** One letter: all rows of one number. */
export interface Letter {
  readonly number: string
  readonly first: OrderRow
  readonly units: readonly string[]
}

export async function assignmentsOf(tx: Transaction, round: RoundRecord): Promise<readonly Assignment[]> {
  const row = await findPlan(tx, round.id)
  if (row === null) return []
  const plan = JSON.parse(row.plan) as Plan
  const teams = new Map((await teamsOf(tx, round.id)).map((team) => [team.id, team]))
  return plan.teams.flatMap((placed) => {
    const team = teams.get(placed.id)
    return placed.members.map((member) => ({
      person: member.person,
      team: placed.id,
      teamName: team?.name ?? placed.id,
      role: team?.slots[member.slot]?.role ?? 'member',
      slot: member.slot,
      targets: placed.targets,
      home: placed.home,
      host: placed.host,
    }))
  })
}

export async function lettersOf(tx: Transaction, round: RoundRecord): Promise<readonly Letter[]> {
  const rows = await ordersOfRound(tx, round.authority, round.id)
  const letters = [...Map.groupBy(rows, (row) => row.number)].flatMap(([number, own]) => {
    const [first] = own
    return first === undefined ? [] : [{ number, first, units: own.map((row) => row.unit) }]
  })
  return letters.toSorted((a, b) => a.number.localeCompare(b.number, 'zh', { numeric: true }))
}

/** Whether a letter still says what the plan says. */
export function covers(letter: Letter, assignment: Assignment): boolean {
  return (
    letter.first.revokedAt === null &&
    letter.first.person === assignment.person &&
    letter.first.team === assignment.team &&
    letter.first.capacity === capacityOf(assignment.role) &&
    letter.units.length === assignment.targets.length &&
    letter.units.every((unit) => assignment.targets.includes(unit))
  )
}
