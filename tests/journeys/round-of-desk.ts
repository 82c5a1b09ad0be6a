// A round of its own for the walk of a desk: two villages, under way, with the inspector ordered to the first.
import { randomUUID } from 'node:crypto'
import pg from 'pg'
import { addressOfFolder } from '../../apps/cli/src/ledger/database-address.ts'
import { plantOrder } from './plant-order.ts'

const AUTHORITY = 120100000000

export interface DeskRound {
  readonly round: string
  readonly villages: readonly { readonly name: string; readonly code: string }[]
  /** The envelope of a report, as it lies in the database. */
  readonly envelope: (desk: string, number: number) => Promise<Uint8Array>
  /** A sealed attachment, as it lies there. */
  readonly file: (desk: string, id: string) => Promise<Uint8Array>
  /** Everything that the database keeps of a desk, as text: to look for traces in. */
  readonly everything: (desk: string) => Promise<string>
  readonly close: () => Promise<void>
}

export async function plantDeskRound(data: string): Promise<DeskRound> {
  const client = new pg.Client({ connectionString: addressOfFolder(data) ?? '' })
  await client.connect()
  const round = randomUUID()
  const villages = await client.query<{ county: number; id: string; place: string; name: string }>(
    `select county, id, place::text, name from registry.unit where place between 120112100000 and 120112100999 and place % 1000 > 0 order by place limit 2`,
  )
  await client.query('begin; set local session_replication_role = replica')
  await client.query(
    `insert into rounds.round (authority, id, year, number, title, kinds, mode, types, elevated, starts, planned_ends, ends, created_by, created_at, state)
     select $1, $2, 2026, (select count(*) + 90 from rounds.round), '2026年村级交叉巡察', '{routine}', 'pooled', '{}', false, current_date - 10, current_date + 30, current_date + 30, id, now(), 'running'
     from access.account where username = 'tianjin.office'`,
    [AUTHORITY, round],
  )
  for (const [position, { county, id, place }] of villages.rows.entries())
    await client.query(
      'insert into rounds.target (county, round, unit, authority, place, workload, position) values ($1, $2, $3, $4, $5, 5, $6)',
      [county, round, id, AUTHORITY, place, position],
    )
  const [first] = villages.rows
  await plantOrder(client, { authority: AUTHORITY, number: '津巡授〔2026〕99号', round, unit: first?.id, place: first?.place })
  await client.query('commit')
  return {
    round,
    villages: villages.rows.map(({ name, place }) => ({ name, code: place })),
    envelope: async (desk, number) => {
      const { rows } = await client.query<{ envelope: Buffer }>(
        'select envelope from intake.report where desk = $1 and number = $2',
        [desk, number],
      )
      return new Uint8Array(rows[0]?.envelope ?? [])
    },
    file: async (desk, id) => {
      const { rows } = await client.query<{ bytes: Buffer }>(
        `select string_agg(bytes, ''::bytea order by at) as bytes from intake.piece where desk = $1 and attachment = decode($2, 'hex')`,
        [desk, id],
      )
      return new Uint8Array(rows[0]?.bytes ?? [])
    },
    everything: async (desk) => {
      const { rows } = await client.query<{ text: string }>(
        `select string_agg(t, ' ') as text from (
           select to_jsonb(r)::text || encode(r.envelope, 'escape') as t from intake.report r where desk = $1
           union all select to_jsonb(m)::text from intake.manifest m where desk = $1
           union all select to_jsonb(h)::text from intake.rehearsal h where desk = $1) s`,
        [desk],
      )
      return rows[0]?.text ?? ''
    },
    // Other walks have one order for this inspector.
    close: async () => {
      await client.query('delete from access.engagement_order where round = $1', [round])
      await client.end()
    },
  }
}
