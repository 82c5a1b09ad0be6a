import type { ReplyOf, readProgramme, Warning } from '@shengmian/contract'
import { wireCode } from '../../../platform/places.ts'
import type { Transaction } from '../../../platform/transaction.ts'
import { placeNames } from '../round/round-names.ts'
import { bodiesOf, findProgramme, itemsOf, programmes, roundsUnder, type BodyRow, type ProgrammeRow } from './programme-store.ts'

type View = ReplyOf<typeof readProgramme>

/** 省上统筹、市州对接、县为主体: the county answers for it, also where a helper leads. */
const ROLES: View['roles'] = [
  { level: 'province', zh: '统筹：定方案、配对、督导', en: 'plans the whole, pairs, supervises', responsible: false },
  { level: 'city', zh: '对接：选派人员、保障、协调', en: 'connects: sends people, supports, coordinates', responsible: false },
  {
    level: 'county',
    zh: '主体：授权、组织实施、整改责任',
    en: 'main body: authorises, conducts, answers for rectification',
    responsible: true,
  },
]

/** The programmes of the caller's office and those addressed to it, newest first. */
export async function viewProgrammes(tx: Transaction): Promise<View[]> {
  const views: View[] = []
  for (const row of await programmes(tx)) views.push(await viewOf(tx, row))
  return views
}

export async function viewProgramme(tx: Transaction, id: string): Promise<View> {
  return viewOf(tx, await findProgramme(tx, id))
}

async function viewOf(tx: Transaction, row: ProgrammeRow): Promise<View> {
  const bodies = await bodiesOf(tx, row.id)
  const items = await itemsOf(tx, row.id)
  const rounds = new Map((await roundsUnder(tx, row.id)).map((round) => [round.authority, round.id]))
  const name = await placeNames(tx, [row.authority, ...bodies.map((body) => body.body), ...items.map((item) => item.added_by)])
  const views = bodies.map((body) => ({
    body: name(body.body),
    starts: body.starts,
    ends: body.ends,
    receivedBy: body.received_by,
    receivedAt: body.received_at?.toISOString() ?? null,
    confirmed: body.confirmed_revision === row.dates_revision,
    confirmedBy: body.confirmed_by,
    round: rounds.get(body.body) ?? null,
    warnings: windowWarnings(row, body, name(body.body).name),
  }))
  const open = views.filter((body) => !body.confirmed)
  return {
    id: row.id,
    authority: name(row.authority),
    title: row.title,
    mode: row.mode as View['mode'],
    state: row.state as View['state'],
    starts: row.starts,
    ends: row.ends,
    guidance: { title: row.guidance_title, text: row.guidance_text, issuedAt: row.guidance_issued_at?.toISOString() ?? null },
    bodies: views,
    received: views.filter((body) => body.receivedAt !== null).length,
    roles: ROLES,
    items: items.map((item) => ({ id: item.id, text: item.text, locked: item.locked, addedBy: name(item.added_by) })),
    meeting: row.meeting,
    warnings: [
      ...views.flatMap((body) => body.warnings),
      ...(row.dates_revision > 1 && open.length > 0
        ? [
            warn(
              'confirm',
              `起止日期有变，待${open.map((body) => body.body.name).join('、')}确认`,
              `the dates changed: ${open.length} bodies have still to confirm`,
            ),
          ]
        : []),
    ],
  }
}

function windowWarnings(row: ProgrammeRow, body: BodyRow, name: string): Warning[] {
  const isInside = body.starts >= row.starts && body.ends <= row.ends
  return isInside
    ? []
    : [
        warn(
          'window',
          `${name}的起止${body.starts}至${body.ends}超出本轮${row.starts}至${row.ends}`,
          `the window of ${wireCode(body.body)}, ${body.starts} to ${body.ends}, lies outside ${row.starts} to ${row.ends}`,
        ),
      ]
}

function warn(rule: string, zh: string, en: string): Warning {
  return { level: 'warn', rule, zh, en }
}
