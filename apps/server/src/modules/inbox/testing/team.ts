// People around a desk: its round under way with one village as target, members under orders, the office that commissioned it.
import type { TestServer } from '@shengmian/testing'
import type pg from 'pg'
import { v7 } from 'uuid'
import { plantAccount, type Planted } from '../../access/testing/accounts.ts'
import { makePhone, plantDesk, type Phone, type TestDesk } from '../../intake/testing/desk.ts'

const AUTHORITY = 421_003_000_000
const VILLAGE = 421_003_105_201

export interface PlantedTeam {
  readonly round: string
  readonly order: () => Promise<Planted>
  /** The liaison of the village, named by the office. */
  readonly liaison: () => Promise<Planted>
  readonly group: Planted
  readonly office: Planted
}

/** The round of a desk gets under way; `order` makes a member with an engagement order in force. */
export async function plantTeam(admin: pg.Pool, desk: string): Promise<PlantedTeam> {
  const { rows } = await admin.query<{ round: string }>('select round from intake.desk where code = $1', [desk])
  const round = rows[0]?.round ?? ''
  const unit = v7()
  const office = await plantAccount(admin, { authority: '421003', roles: ['office'] })
  const group = await plantAccount(admin, { authority: '421003', roles: ['leading-group'] })
  await admin.query('alter table rounds.round disable trigger user')
  await admin.query(`update rounds.round set state = 'running', created_by = $2 where id = $1`, [round, office.account])
  await admin.query('alter table rounds.round enable trigger user')
  await admin.query(
    `insert into registry.unit (county, id, place, kind, name, source) values (421003, $1, $2, 'other', $1::uuid::text, 'office')`,
    [unit, VILLAGE],
  )
  await admin.query(
    'insert into rounds.target (county, round, unit, authority, place, workload, position) values (421003, $1, $2, $3, $4, 5, 1)',
    [round, unit, AUTHORITY, VILLAGE],
  )
  const order = async () => {
    const person = v7()
    await admin.query(
      `insert into registry.person (authority, id, number, name, roles) values ($1, $2, $2::uuid::text, '陈向东', '{member}')`,
      [AUTHORITY, person],
    )
    await admin.query(
      `insert into access.engagement_order (authority, id, number, round, unit, place, person, capacity, valid, proposed_by, approved_by)
       values ($1, $2, '荆巡授〔2026〕3号', $3, $4, $5, $6, 'member', tstzrange(now() - interval '1 day', now() + interval '20 days'), $7, $8)`,
      [AUTHORITY, v7(), round, unit, VILLAGE, person, office.account, group.account],
    )
    return plantAccount(admin, { authority: '421003', person })
  }
  const liaison = async () => {
    const named = await plantAccount(admin, { authority: '421003' })
    await admin.query(`update rounds.charge set revoked_at = now(), revoked_reason = '换人' where revoked_at is null`)
    await admin.query(
      `insert into rounds.charge (authority, id, kind, place, level, place_name, name, account, recorded_by, recorded_name, recorded_at)
       values ($1, $2, 'liaison', $3, 'village', '沿河村', '联络员', $4, $5, '巡察办', now())`,
      [AUTHORITY, v7(), VILLAGE, named.account, office.account],
    )
    return named
  }
  return { round, order, liaison, office, group }
}

export interface TeamDesk {
  readonly desk: TestDesk
  readonly team: PlantedTeam
  readonly member: Planted
  readonly phone: Phone
}

/** A desk with its round under way, a member under an order, and a phone that has scanned its code. */
export async function plantTeamDesk({ database, server }: TestServer, code: string): Promise<TeamDesk> {
  const desk = await plantDesk(database.admin, server.app, code)
  const team = await plantTeam(database.admin, desk.code)
  return { desk, team, member: await team.order(), phone: await makePhone(server.app, desk) }
}
