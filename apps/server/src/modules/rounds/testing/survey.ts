// A round under way with villages as targets, an office, and a member who is ordered to the first village.
import { v7 as uuid } from 'uuid'
import { newRound, ok, type Json } from './drive.ts'
import type { Staff, Stage } from './stage.ts'

const COUNTY = '421003'

export interface Survey {
  readonly round: string
  readonly office: Staff
  readonly group: Staff
  /** In the order of their codes. */
  readonly villages: readonly string[]
  readonly order: (unit: string) => Promise<Staff>
}

/** So many villages of one county with 3,000 residents each. */
export async function openSurvey(stage: Stage, count: number): Promise<Survey> {
  const { admin } = stage.server.database
  const office = await stage.staff(COUNTY, 'office', '周敏')
  const group = await stage.staff(COUNTY, 'leading-group', '罗启明')
  const round = await newRound(office, { authority: COUNTY })
  await admin.query('alter table rounds.round disable trigger user')
  await admin.query(`update rounds.round set state = 'running' where id = $1`, [round])
  await admin.query('alter table rounds.round enable trigger user')
  const { rows } = await admin.query<{ id: string; place: number }>(
    `select id, place from registry.unit where county = 421003 and kind = 'village' order by place limit $1`,
    [count],
  )
  await admin.query(
    `insert into rounds.target (county, round, unit, authority, place, workload, position)
     select county, $1, id, 421003000000, place, 5, row_number() over (order by place) from registry.unit where id = any($2)`,
    [round, rows.map(({ id }) => id)],
  )
  await admin.query(
    `insert into registry.dossier (county, unit, place, population) select county, id, place, 3000 from registry.unit where id = any($1)
     on conflict (county, unit) do update set population = 3000`,
    [rows.map(({ id }) => id)],
  )
  return {
    round,
    office,
    group,
    villages: rows.map(({ id }) => id),
    async order(unit) {
      const person = await stage.person({ name: '陈向东', authority: COUNTY, home: null })
      await admin.query(
        `insert into access.engagement_order (authority, id, number, round, unit, place, person, capacity, valid, proposed_by, approved_by)
         select 421003000000, $1, '荆巡授〔2026〕9号', $2, id, place, $4, 'member',
           tstzrange(now() - interval '1 year', now() + interval '1 year'), $5, $6 from registry.unit where id = $3`,
        [uuid(), round, unit, person, office.account, group.account],
      )
      return stage.staffOfPerson(person)
    },
  }
}

const asked = { indicator: '村务公开', isRequired: true, relevant: '' }
const choices = (...names: readonly (readonly [string, string])[]) => names.map(([name, label]) => ({ name, label }))

/** Three questions: knows, satisfied, and how often for who knows. */
export const villageForm = {
  title: '村级巡察问卷',
  items: [
    { kind: 'one', name: 'knows', label: '您知道巡察组来了吗？', ...asked, choices: choices(['yes', '知道'], ['no', '不知道']) },
    {
      kind: 'integer',
      name: 'times',
      label: '去年看过几次账？',
      ...asked,
      isRequired: false,
      relevant: "${knows} = 'yes'",
      constraint: '. >= 0 and . <= 12',
      constraintMessage: '0到12次',
    },
    {
      kind: 'one',
      name: 'content',
      label: '您对村里的工作满意吗？',
      ...asked,
      choices: choices(['good', '满意'], ['bad', '不满意']),
    },
  ],
  awareness: { question: 'knows', choices: ['yes'] },
  satisfaction: { question: 'content', choices: ['good'] },
}

/** A published questionnaire with that form. */
export async function published(office: Staff, round: string, form: object = villageForm): Promise<string> {
  const id = uuid()
  await ok(office.send('POST', `/rounds/${round}/questionnaires`, { id, title: '村级巡察问卷' }))
  await ok(office.send('PUT', `/questionnaires/${id}/draft`, { edition: 0, form }))
  await ok(office.send('POST', `/questionnaires/${id}/versions`, { edition: 1 }))
  return id
}

/** One batch a village; answers their ids. */
export async function issued(office: Staff, id: string, units: readonly (readonly [string, number])[]): Promise<string[]> {
  const batches = units.map(([unit, count]) => ({ id: uuid(), unit, issued: count }))
  await ok(office.send('POST', `/questionnaires/${id}/batches`, { batches }))
  return batches.map((batch) => batch.id)
}

/** Enters sheets one after the other from the next number on. */
export async function entered(by: Staff, batch: string, sheets: readonly object[]): Promise<void> {
  let { next } = (await ok(by.get(`/questionnaire-batches/${batch}`))) as { next: number }
  for (const answers of sheets) {
    await ok(by.send('PUT', `/questionnaire-batches/${batch}/sheets/${next}`, { answers, isCorrection: false }))
    next += 1
  }
}

/** Ends entry of a version, so that it has results. */
export async function closed(office: Staff, id: string, version = 1): Promise<void> {
  await ok(office.send('POST', `/questionnaires/${id}/closing`, { version }))
}

export const sheets = (count: number, answers: Json): Json[] => Array.from({ length: count }, () => answers)
