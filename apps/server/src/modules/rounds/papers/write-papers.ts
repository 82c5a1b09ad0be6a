import {
  Problem as Refusal,
  type answerComment as answerEndpoint,
  type BodyOf,
  type recordMeeting as meetingEndpoint,
  type ReplyOf,
  type listComments,
  type listMeetings,
  type listSections,
  type writeSection as sectionEndpoint,
} from '@shengmian/contract'
import type { Acting } from '../../../platform/acting.ts'
import { wireCode } from '../../../platform/places.ts'
import type { Transaction } from '../../../platform/transaction.ts'
import { findUnits } from '../../registry/index.ts'
import { today } from '../days.ts'
import { ownAuthorities } from '../policy.ts'
import { placeNames } from '../round/round-names.ts'
import type { PaperSubject } from './paper-subject.ts'
import {
  commentsOf,
  deleteSection,
  insertComment,
  insertMeeting,
  meetingsOf,
  putSection,
  sectionsOf,
  updateComment,
  type MeetingRow,
  type Subject,
} from './papers-store.ts'

interface Opinion {
  readonly body: string
  readonly target: string | null
  readonly text: string
}

export async function viewSections(tx: Transaction, subject: string): Promise<ReplyOf<typeof listSections>> {
  const rows = await sectionsOf(tx, subject)
  const items = rows.map((row) => ({
    key: row.key,
    zh: row.zh,
    en: row.en,
    text: row.text,
    filled: row.text.trim() !== '',
    locked: row.locked,
    changedBy: row.changed_name,
    changedAt: row.changed_at?.toISOString() ?? null,
  }))
  const needed = items.filter((item) => item.locked)
  return { items, filled: needed.filter((item) => item.filled).length, needed: needed.length }
}

/** Writes a section. Those set from above can be filled, not renamed or taken away. */
export async function writeSection(
  tx: Transaction,
  subject: PaperSubject,
  key: string,
  asked: BodyOf<typeof sectionEndpoint>,
  acting: Acting,
): Promise<void> {
  if (!subject.isDraft)
    throw new Refusal('wrong-state', { zh: '已送审或已批准的方案不能改', en: 'a submitted or approved plan is not changed' })
  const rows = await sectionsOf(tx, subject.id)
  const known = rows.find((row) => row.key === key)
  if (known !== undefined && !known.locked && asked.text.trim() === '') return deleteSection(tx, subject, key)
  const zh = known?.locked === true ? known.zh : (asked.zh ?? known?.zh)
  if (zh === undefined)
    throw new Refusal('unfit', { errors: [{ at: 'zh', zh: '新增的一节须有标题', en: 'an added section needs a title' }] })
  await putSection(tx, subject, {
    key,
    zh,
    en: known?.locked === true ? known.en : (asked.en ?? known?.en ?? zh),
    text: asked.text,
    locked: known?.locked ?? false,
    position: known?.position ?? rows.length,
    changed_by: acting.by.id,
    changed_name: acting.by.name,
    changed_at: acting.at,
  })
}

export async function recordMeeting(
  tx: Transaction,
  subject: Subject,
  asked: BodyOf<typeof meetingEndpoint>,
  acting: Acting,
): Promise<void> {
  if (asked.date > today({ now: () => acting.at }))
    throw new Refusal('unfit', { errors: [{ at: 'date', zh: '会议还没有开', en: 'the meeting has not been held yet' }] })
  await insertMeeting(tx, {
    authority: subject.authority,
    subject: subject.id,
    id: asked.id,
    kind: asked.kind,
    held_on: asked.date,
    title: asked.title,
    attendees: asked.attendees,
    decision: asked.decision,
    opinions: asked.opinions ?? [],
    by_account: acting.by.id,
    by_name: acting.by.name,
    at: acting.at,
  })
}

async function viewMeetings(tx: Transaction, rows: readonly MeetingRow[]): Promise<ReplyOf<typeof listMeetings>['items']> {
  const opinions = new Map(rows.map((row) => [row.id, row.opinions as unknown as readonly Opinion[]]))
  const ids = [...opinions.values()].flatMap((all) => all.flatMap((opinion) => opinion.target ?? []))
  const names = new Map((await findUnits(tx, [...new Set(ids)])).map((unit) => [unit.id, unit.name]))
  return rows.map((row) => ({
    id: row.id,
    kind: row.kind as 'leading-group' | 'joint',
    date: row.held_on,
    title: row.title,
    attendees: row.attendees,
    decision: row.decision,
    opinions: (opinions.get(row.id) ?? []).map((opinion) => ({
      ...opinion,
      targetName: opinion.target === null ? null : (names.get(opinion.target) ?? null),
    })),
    recordedBy: row.by_name,
    recordedAt: row.at.toISOString(),
  }))
}

export async function showMeetings(tx: Transaction, subject: string) {
  return { items: await viewMeetings(tx, await meetingsOf(tx, subject)) }
}

/** Guidance from above: the office that writes must cover the one that is guided. */
export async function writeComment(
  tx: Transaction,
  subject: Subject,
  asked: { readonly id: string; readonly text: string },
  acting: Acting,
): Promise<void> {
  const upper = (await ownAuthorities(tx)).filter(
    (authority) => authority !== subject.authority && wireCode(subject.authority).startsWith(wireCode(authority)),
  )
  const [from] = upper
  if (from === undefined)
    throw new Refusal('not-allowed', { zh: '指导意见由上级巡察办提出', en: 'guidance comes from an office above' })
  await insertComment(tx, {
    authority: subject.authority,
    subject: subject.id,
    id: asked.id,
    from_authority: from,
    text: asked.text,
    by_account: acting.by.id,
    by_name: acting.by.name,
    at: acting.at,
  })
}

export async function answerComment(
  tx: Transaction,
  subject: string,
  id: string,
  answer: BodyOf<typeof answerEndpoint>,
  acting: Acting,
): Promise<void> {
  const comment = (await commentsOf(tx, subject)).find((candidate) => candidate.id === id)
  if (comment === undefined) throw new Refusal('not-found')
  if (comment.state !== 'open') throw new Refusal('wrong-state', { zh: '已经答复', en: 'it was answered already' })
  await updateComment(tx, comment, {
    state: answer.state,
    reply: answer.reply,
    replied_by: acting.by.id,
    replied_name: acting.by.name,
    replied_at: acting.at,
  })
}

export async function viewComments(tx: Transaction, subject: string): Promise<ReplyOf<typeof listComments>['items']> {
  const rows = await commentsOf(tx, subject)
  const name = await placeNames(
    tx,
    rows.map((row) => row.from_authority),
  )
  return rows.map((row) => ({
    id: row.id,
    from: name(row.from_authority),
    by: row.by_name,
    at: row.at.toISOString(),
    text: row.text,
    state: row.state as 'open' | 'done' | 'declined',
    reply: row.reply,
    repliedBy: row.replied_name,
    repliedAt: row.replied_at?.toISOString() ?? null,
  }))
}
