// Who asks: every role in every relation to one round of 荆州市, in which 江陵县 sends and 荆州区 is host.
import { createHash } from 'node:crypto'
import { RoleName } from '@shengmian/contract'
import type pg from 'pg'
import { v7 } from 'uuid'
import { authorityOf } from '../../modules/access/authority.ts'

export const OWN = '4210'
export const HOST = '421003'
export const SENDER = '421024'
const SAME_CITY = '421022'
export const ELSEWHERE = '5305'
/** Where the divisions of the world lie. */
export const DIVISIONS = [HOST, SENDER, SAME_CITY, '530502'] as const

export interface MatrixCaller {
  readonly role: string
  readonly relation: string
  readonly account: string | null
  readonly token: string | null
  readonly person: string | null
  readonly name: string
}

const places: Readonly<Record<string, string>> = {
  own: OWN,
  above: '42',
  host: HOST,
  sender: SENDER,
  'same city': SAME_CITY,
  elsewhere: ELSEWHERE,
  expired: OWN,
  revoked: OWN,
  'one hand': OWN,
  lent: OWN,
  'lent, holder gone': OWN,
}
const UNLENDABLE = ['inspector', 'case-management', 'system-admin', 'security-admin', 'audit-admin']

/** Members of teams: how each stands to an order. */
export const MEMBERS = [
  'ordered',
  'expired order',
  'revoked order',
  'order ahead',
  'recused',
  'round not under way',
  'other round',
] as const
export type Member = (typeof MEMBERS)[number]

export interface World {
  readonly callers: readonly MatrixCaller[]
  readonly who: (role: string, relation?: string) => MatrixCaller & { readonly account: string; readonly token: string }
}

/** Units that heads and liaisons speak for. */
export interface Units {
  readonly target: string
  readonly other: string
  readonly elsewhere: string
}

/** Plants all callers; `isFew` leaves out most relations of the roles that only look on. */
export async function plantCallers(
  admin: pg.Pool,
  units: Units,
  members: ReadonlyMap<Member, string>,
  isFew: boolean,
): Promise<World> {
  const callers: MatrixCaller[] = []
  const add = async (
    role: string,
    relation: string,
    place: string,
    person: string | null,
  ): Promise<MatrixCaller & { account: string }> => {
    const caller = { role, relation, account: v7(), token: tokenOf(callers.length), person, name: `${role} ${relation}` }
    const body = authorityOf(place)
    await admin.query(
      `insert into access.account (id, username, name, email, authority, level, person) values ($1, $2, $3, $2::text || '@account.invalid', $4, $5, $6)`,
      [caller.account, `caller.${callers.length}`, caller.name, body.authority, body.level, person],
    )
    callers.push(caller)
    return caller
  }
  const grant = async (
    account: string,
    role: string,
    place: string,
    more: { unit?: string; isExpired?: boolean; isRevoked?: boolean; by?: string } = {},
  ) => {
    const id = v7()
    const body = authorityOf(place)
    await admin.query(
      `insert into access.standing_role (id, account, role, authority, level, body, unit, valid, granted_by, revoked_at, revoked_reason)
       values ($1, $2, $3, $4, $5, '测试机构', $6, tstzrange('2026-01-01', $7), $8, $9, $10)`,
      [
        id,
        account,
        role,
        body.authority,
        body.level,
        more.unit ?? null,
        more.isExpired === true ? '2026-06-01' : '2099-01-01',
        more.by ?? null,
        more.isRevoked === true ? '2026-06-01' : null,
        more.isRevoked === true ? '轮岗' : null,
      ],
    )
    return id
  }
  for (const role of RoleName.enum) {
    const speaks = role === 'inspected-head' || role === 'inspected-liaison'
    for (const [relation, place] of Object.entries(places)) {
      const isLent = relation.startsWith('lent')
      if (isLent && UNLENDABLE.includes(role)) continue
      if (isFew && relation !== 'own' && role !== 'office' && role !== 'leading-group') continue
      const at = speaks ? (relation === 'elsewhere' ? '530502' : HOST) : place
      const unit =
        relation === 'elsewhere' ? units.elsewhere : relation === 'host' || relation === 'same city' ? units.other : units.target
      const more = {
        ...(speaks ? { unit } : {}),
        isExpired: relation === 'expired',
        isRevoked: relation === 'revoked',
        ...(relation === 'one hand' ? { by: callers[0]?.account ?? '' } : {}),
      }
      const caller = await add(role, relation, at, null)
      if (!isLent) {
        await grant(caller.account, role, at, more)
        continue
      }
      const holder = await add(role, `${relation}: its holder`, at, null)
      const held = await grant(holder.account, role, at, more)
      const body = authorityOf(at)
      await admin.query(
        `insert into access.delegation (id, standing_role, role, authority, level, from_account, from_name, to_account, to_name, valid, reason, approved_by, approved_at)
         values ($1, $2, $3, $4, $5, $6, '', $7, '', tstzrange('2026-11-10', '2026-12-05'), '外出学习', $8, '2026-11-10')`,
        [v7(), held, role, body.authority, body.level, holder.account, caller.account, callers[0]?.account],
      )
      if (relation === 'lent, holder gone')
        await admin.query(`update access.standing_role set revoked_at = '2026-11-15', revoked_reason = '调离' where id = $1`, [
          held,
        ])
    }
  }
  for (const [member, person] of members) await grant((await add('member', member, OWN, person)).account, 'inspector', OWN)
  await add('no role', 'signed in', OWN, null)
  callers.push({ role: 'nobody', relation: 'not signed in', account: null, token: null, person: null, name: 'nobody' })
  const further = [
    ['second office', 'office', OWN],
    ['on duty', 'department', OWN],
    ['liaison named', 'department', HOST],
    ['area leader named', 'department', HOST],
    ['second security', 'security-admin', OWN],
    ['national security', 'security-admin', '00'],
    ['second case management', 'case-management', OWN],
    ['far case management', 'case-management', ELSEWHERE],
  ] as const
  for (const [name, role, place] of further) await grant((await add(name, 'own', place, null)).account, role, place)
  for (const { account, token } of callers) if (account !== null && token !== null) await openSession(admin, account, token)
  return {
    callers,
    who: (role, relation = 'own') => {
      const found = callers.find((caller) => caller.role === role && caller.relation === relation)
      if (found === undefined || found.account === null || found.token === null) throw new Error(`nobody is ${role} ${relation}`)
      return { ...found, account: found.account, token: found.token }
    },
  }
}

export async function openSession(admin: pg.Pool, account: string, token: string): Promise<void> {
  await admin.query(
    `insert into access.session (id, token, account, created_at, updated_at, expires_at, second_at, leads_until)
     values ($1, $2, $3, access.clock(), access.clock(), access.clock() + interval '12 hours', access.clock(), access.clock() + interval '12 hours') on conflict (token) do nothing`,
    [v7(), createHash('sha256').update(token).digest('hex'), account],
  )
}

function tokenOf(index: number): string {
  return createHash('sha256').update(`caller ${index}`).digest('hex').slice(0, 32)
}
