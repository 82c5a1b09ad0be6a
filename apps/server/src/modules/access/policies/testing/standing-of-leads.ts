// What a caller has of the leads in a world, in plain code: nothing here is shared with the functions of the database.
import type { Derived } from '../condition.ts'
import type { Row, Standing } from '../oracle.ts'
import { isWithin, NOW } from './values.ts'

const OF_LEADS = ['held_leads', 'opened_leads', 'unsealed_leads', 'dropping_leads', 'lead_desks'] as const
export type OfLeads = (typeof OF_LEADS)[number]

export function isOfLeads(from: Derived): from is OfLeads {
  return OF_LEADS.some((name) => name === from)
}

const isRecent = (instant: unknown) => typeof instant === 'string' && Date.parse(instant) > NOW - 15 * 60_000

/** `hasStep`: the session has made the step before leads. */
export function deriveLeads(
  table: (name: string) => readonly Row[],
  standing: Standing,
  from: OfLeads,
  hasStep: boolean,
): readonly Row[] {
  const held = () => standing.derived('held_leads', [])
  const isHeld = (lead: unknown) => held().some((row) => row['lead'] === lead)
  switch (from) {
    case 'held_leads': {
      const mine = standing.roles.filter((role) => role.role === 'case-management').map((role) => role.authority)
      if (!hasStep) return []
      return table('leads.lead')
        .map((row) => {
          const last = table('leads.custody').findLast((custody) => custody['lead'] === row['id'])
          return { lead: row['id'], authority: last?.['body'] ?? row['authority'], place: Number(row['place']) }
        })
        .filter((row) => mine.includes(Number(row.authority)))
        .filter((row) => !standing.recused.some((area) => area.lo <= row.place && row.place < area.hi))
    }
    case 'opened_leads': {
      const last = table('leads.opening').findLast((row) => standing.account !== null && row['account'] === standing.account)
      return last !== undefined && isRecent(last['opened_at']) && isHeld(last['lead']) ? [{ lead: last['lead'] }] : []
    }
    case 'unsealed_leads':
      return table('leads.unsealing').filter(
        (row) =>
          standing.account !== null &&
          row['asked_by'] === standing.account &&
          row['approved_by'] !== null &&
          row['approved_by'] !== row['asked_by'] &&
          isRecent(row['approved_at']) &&
          isHeld(row['lead']),
      )
    case 'dropping_leads':
      return table('leads.lead')
        .filter(
          (row) =>
            standing.account !== null && row['dropped_by'] === standing.account && Date.parse(String(row['dropped_at'])) === NOW,
        )
        .map((row) => ({ lead: row['id'] }))
    case 'lead_desks':
      return hasStep && standing.account !== null
        ? table('access.standing_role').filter(
            (row) =>
              row['role'] === 'case-management' &&
              row['revoked_at'] === null &&
              isWithin(row['valid']) &&
              (row['granted_by'] === null || row['approved_by'] !== null),
          )
        : []
  }
}
