// What lies in the world before anybody acts: people of two pools, units with officials and dossiers.
import ExcelJS from 'exceljs'
import type pg from 'pg'
import { v7 } from 'uuid'
import { MEMBERS, type Member, type Units } from './callers.ts'

export interface Places {
  readonly unit: string
  readonly village: string
  readonly elsewhere: string
  readonly official: string
  readonly person: string
  readonly spare: string
  readonly trainee: string
  readonly people: readonly string[]
  readonly members: readonly string[]
  readonly elsewherePeople: readonly string[]
  readonly written: object
  readonly facts: object
  readonly sheet: Buffer
}

const CITY = 421_000_000_000
const OTHER = 530_500_000_000

export async function plantPlaces(
  admin: pg.Pool,
): Promise<{ readonly places: Places; readonly members: ReadonlyMap<Member, string>; readonly units: Units }> {
  const unit = async (place: number, name: string) => {
    const id = v7()
    await admin.query(
      `insert into registry.unit (county, id, place, kind, name, source) values ($1, $2, $3, 'township', $4, 'office')`,
      [Math.floor(place / 1_000_000), id, place, name],
    )
    await admin.query(
      `insert into registry.dossier (county, unit, place, class, last_inspected) values ($1, $2, $3, 'ordinary', '2019-05-01')`,
      [Math.floor(place / 1_000_000), id, place],
    )
    return id
  }
  const official = async (of: string, name: string) => {
    const id = v7()
    await admin.query(
      `insert into registry.official (county, id, unit, place, name, title, is_head) select county, $2, id, place, $3, '书记', true from registry.unit where id = $1`,
      [of, id, name],
    )
    return id
  }
  const person = async (authority: number, name: string, roles: readonly string[] = ['member'], mentor: string | null = null) => {
    const id = v7()
    await admin.query(
      `insert into registry.person (authority, id, name, employer, home, native, roles, skills, postings, training, mentor) values ($1, $2, $3, '审计局', $4, $4, $5, '{}', '[]', $6::uuid is not null, $6)`,
      [authority, id, name, authority === CITY ? 421_024_000_000 : 530_502_000_000, roles, mentor],
    )
    return id
  }
  const [target, otherUnit, elsewhere, otherTown] = [
    await unit(421_003_105_000, '弥市镇党委'),
    await unit(421_003_104_000, '川店镇党委'),
    await unit(530_502_101_000, '板桥镇党委'),
    await unit(530_502_102_000, '河图镇党委'),
  ]
  const head = await official(target, '贺建华')
  await official(elsewhere, '段镇长')
  const members = new Map<Member, string>()
  for (const member of MEMBERS) members.set(member, await person(CITY, `组员${members.size + 1}`))
  const people = [await person(CITY, '郑国平', ['leader']), await person(CITY, '孙立'), await person(CITY, '吴桐')]
  const villages = await admin.query<{ id: string }>(
    `select id from registry.unit where county = 421003 and kind = 'village' order by id limit 1`,
  )
  const elsewherePeople = [await person(OTHER, '段文', ['leader']), await person(OTHER, '杨立')]
  await admin.query(
    `insert into registry.objection (county, id, unit, place, person, why, source, day, recorded_by, recorded_at)
     select county, gen_random_uuid(), id, place, $2, '曾有纠纷', '来函', '2026-10-01', gen_random_uuid(), now() from registry.unit where id = $1`,
    [target, people[2]],
  )
  return {
    units: { target, other: otherUnit, elsewhere },
    members,
    places: {
      unit: target,
      village: villages.rows[0]?.id ?? '',
      elsewhere: otherTown,
      official: head,
      person: await person(CITY, '江一鸣'),
      spare: await person(CITY, '冯志远'),
      trainee: await person(CITY, '培养生', ['member'], people[0]),
      people,
      members: [...members.values(), ...people],
      elsewherePeople,
      written: {
        number: null,
        employer: '市审计局',
        unit: null,
        home: '421024',
        native: '421024',
        postings: [],
        skills: [],
        roles: ['member'],
        rank: null,
        experience: 'ordinary',
        languages: [],
        absences: [],
        source: '审计',
        training: false,
        mentor: null,
        unverified: [],
        evidence: {},
      },
      facts: {
        population: 2000,
        petitions: {},
        weakBranch: false,
        poverty: false,
        economy: 1_000_000,
        conflicts: 0,
        lastInspected: '2019-05-01',
      },
      sheet: await aSheet(),
    },
  }
}

async function aSheet(): Promise<Buffer> {
  const book = new ExcelJS.Workbook()
  book.addWorksheet('单位').addRows([['区划代码', '类型', '名称']])
  return Buffer.from(await book.xlsx.writeBuffer())
}
