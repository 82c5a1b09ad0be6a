// Steps that lead to a round under way and to an order are walked through elsewhere: who drives a desk plants the order.
import type { Client } from 'pg'

interface Planted {
  readonly authority: number | string
  readonly number: string
  readonly round: string
  readonly unit: string | undefined
  readonly place: string | undefined
}

/** Orders Tianjin's inspector to a unit from yesterday on for three weeks, inside a transaction without triggers. */
export async function plantOrder(client: Client, { authority, number, round, unit, place }: Planted): Promise<void> {
  await client.query(
    `insert into access.engagement_order (authority, id, number, round, unit, place, person, capacity, valid, proposed_by, approved_by)
     select $1, gen_random_uuid(), $2, $3, $4, $5, inspector.person, 'member', tstzrange(now() - interval '1 day', now() + interval '20 days'),
       office.id, approver.id
     from access.account inspector, access.account office, access.account approver
     where inspector.username = 'tianjin.inspector' and office.username = 'tianjin.office' and approver.username = 'tianjin.leading'`,
    [authority, number, round, unit, place],
  )
}
