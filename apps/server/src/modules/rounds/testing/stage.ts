// A stage for tests of rounds: the whole server on a database of its own, offices that sign in, invented people on real places.
import { createHash, randomBytes } from 'node:crypto'
import { startTestServer, type TestServer } from '@shengmian/testing'
import { v7 as uuid } from 'uuid'
import { countyOf, levelOf, placeNumber } from '../../../platform/places.ts'

interface PersonPlan {
  readonly name: string
  /** Pool that owns the person. */
  readonly authority: string
  readonly home: string | null
  readonly native?: string | null
  readonly roles?: readonly string[]
  readonly skills?: readonly string[]
  readonly postings?: readonly { readonly region: string; readonly from: string; readonly to: string | null }[] | null
  readonly unverified?: readonly string[]
  readonly experience?: 'senior' | 'ordinary' | 'newcomer'
}

export type Staff = ReturnType<TestServer['withToken']> & {
  readonly account: string
  readonly name: string
  readonly token: string
}

export interface Stage {
  readonly server: TestServer
  /** Somebody with a standing role at a place, signed in. */
  readonly staff: (
    place: string,
    role: 'office' | 'leading-group' | 'case-management' | 'security-admin',
    name?: string,
  ) => Promise<Staff>
  /** Somebody without any role whose account a place keeps, signed in. */
  readonly somebody: (place: string, name: string) => Promise<Staff & { readonly signInName: string }>
  /** A person of the pool who signs in. */
  readonly staffOfPerson: (person: string) => Promise<Staff>
  readonly person: (plan: PersonPlan) => Promise<string>
  readonly official: (unit: string, name: string) => Promise<string>
  readonly unit: (place: string, name: string, kind?: string) => Promise<string>
  readonly dossier: (unit: string, facts: { readonly lastInspected?: string; readonly class?: string }) => Promise<void>
  readonly tie: (person: string, official: string, kind: string, strength: number, degree?: string | null) => Promise<string>
  readonly stop: () => Promise<void>
}

/** The id of a village's unit. */
export const village = (code: string): string => `00000000-0000-8000-8000-${code}`

export async function openStage(
  divisions: readonly string[],
  now = '2026-11-21T02:00:00Z',
  ledgerFolder?: string,
): Promise<Stage> {
  const server = await startTestServer({ now, divisions, ...(ledgerFolder === undefined ? {} : { ledgerFolder }) })
  const { admin } = server.database
  let counter = 0
  const signIn = async (account: string, name: string): Promise<Staff> => {
    const token = randomBytes(16).toString('hex')
    await admin.query(
      `insert into access.session (id, token, account, expires_at) values ($1, $2, $3, now() + interval '1 hour')`,
      [uuid(), createHash('sha256').update(token).digest('hex'), account],
    )
    return { ...server.withToken(token), account, name, token }
  }
  return {
    server,
    async staffOfPerson(person) {
      const account = uuid()
      await admin.query(
        `insert into access.account (id, username, name, email, authority, level, person) select $1, $2, name, $3, 421000000000, 'city', id from registry.person where id = $4`,
        [account, `p${(counter += 1)}.person`, `${account}@shengmian.invalid`, person],
      )
      return signIn(account, person)
    },
    async staff(place, role, name = `${role}${(counter += 1)}`) {
      const account = uuid()
      await admin.query(
        `insert into access.account (id, username, name, email, authority, level) values ($1, $2, $3, $4, $5, $6)`,
        [account, `u${(counter += 1)}.${place}`, name, `${account}@shengmian.invalid`, placeNumber(place), levelOf(place)],
      )
      await admin.query(
        `insert into access.standing_role (id, account, role, authority, level, body, valid) values ($1, $2, $3, $4, $5, $6, '[2020-01-01,2099-01-01)')`,
        [uuid(), account, role, placeNumber(place), levelOf(place), '巡察办'],
      )
      return signIn(account, name)
    },
    async somebody(place, name) {
      const account = uuid()
      const signInName = `s${(counter += 1)}.${place}`
      await admin.query(
        `insert into access.account (id, username, name, email, authority, level) values ($1, $2, $3, $4, $5, $6)`,
        [account, signInName, name, `${account}@shengmian.invalid`, placeNumber(place), levelOf(place)],
      )
      return { ...(await signIn(account, name)), signInName }
    },
    async person(plan) {
      const id = uuid()
      const { native = null, roles = ['member'], skills = [], postings = [], unverified = [], experience = 'ordinary' } = plan
      await admin.query(
        `insert into registry.person (authority, id, name, employer, home, native, roles, skills, postings, unverified, experience)
         values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)`,
        [
          placeNumber(plan.authority),
          id,
          plan.name,
          `审计局${(counter += 1)}科`,
          plan.home === null ? null : placeNumber(plan.home),
          native === null ? null : placeNumber(native),
          roles,
          skills,
          postings === null ? null : JSON.stringify(postings),
          unverified,
          experience,
        ],
      )
      return id
    },
    async unit(place, name, kind = 'township') {
      const id = uuid()
      const number = placeNumber(place)
      await admin.query(
        `insert into registry.unit (county, id, place, kind, name, source) values ($1, $2, $3, $4, $5, 'office')`,
        [countyOf(number), id, number, kind, name],
      )
      return id
    },
    async official(unit, name) {
      const id = uuid()
      await admin.query(
        `insert into registry.official (county, id, unit, place, name, title, is_head)
         select county, $2, id, place, $3, '书记', true from registry.unit where id = $1`,
        [unit, id, name],
      )
      return id
    },
    async dossier(unit, facts) {
      await admin.query(
        `insert into registry.dossier (county, unit, place, class, last_inspected) select county, id, place, $2, $3 from registry.unit where id = $1
         on conflict (county, unit) do update set class = excluded.class, last_inspected = excluded.last_inspected`,
        [unit, facts.class ?? null, facts.lastInspected ?? null],
      )
    },
    async tie(person, official, kind, strength, degree = null) {
      const id = uuid()
      await admin.query(
        `insert into registry.tie (authority, id, person, other_kind, other, other_county, other_name, kind, degree, class, strength, source, day, recorded_by, recorded_at)
         select p.authority, $3, p.id, 'official', o.id, o.county, o.name, $4, $5, $6, $7, '本人申报', '2026-10-01', p.id, now()
         from registry.person p, registry.official o where p.id = $1 and o.id = $2`,
        [person, official, id, kind, degree, kind === 'kinship' ? 'kinship' : 'friendship', strength],
      )
      return id
    },
    stop: () => server.stop(),
  }
}
