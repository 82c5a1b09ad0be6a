// 印发授权: for every assignment of the approved plan a numbered order and a frozen certificate; orders that the plan no longer
// covers are revoked in the same transaction.
import { Problem as Refusal, type BodyOf, type issueOrders as endpoint } from '@shengmian/contract'
import { v7 as uuid } from 'uuid'
import { placeNumber, wireCode } from '../../../platform/places.ts'
import type { Transaction } from '../../../platform/transaction.ts'
import { issueOrders, revokeOrders } from '../../access/index.ts'
import { issueDocument, renderEngagementOrder, renderRecusalCertificate } from '../../documents/index.ts'
import { addDays, dayZh, startOf } from '../days.ts'
import { findPlan, waiversOf } from '../dispatch/plan-store.ts'
import { meetingsOf } from '../papers/papers-store.ts'
import { placeNames } from '../round/round-names.ts'
import { relaxedIn } from '../relaxations/relaxation-store.ts'
import type { RoundRecord } from '../round/round-record.ts'
import { eventsOf } from '../round/round-store.ts'
import { takeStep } from '../round/take-step.ts'
import { assignmentsOf, covers, lettersOf, type Assignment } from './assignments.ts'
import { certificateGround } from './certificate-ground.ts'
import { certificatePaper } from './certificate-paper.ts'
import { certificateOf, fingerprintOf, targetsZh, type CertificateGround } from './certificate-view.ts'
import { capacityOf, leadingGroupOf, roleZh, shortForm } from './issuer.ts'

interface Issuing {
  readonly by: { readonly id: string; readonly name: string }
  readonly at: Date
  readonly day: string
}

interface Letterhead {
  readonly name: string
  readonly meeting: string
  readonly from: string
  readonly until: string
}

export async function issueRoundOrders(
  tx: Transaction,
  round: RoundRecord,
  asked: BodyOf<typeof endpoint>,
  issuing: Issuing,
): Promise<void> {
  if (!['approved', 'authorised', 'running'].includes(round.state)) {
    throw new Refusal('wrong-state', { zh: '方案批准后才能印发授权', en: 'orders are issued after the approval' })
  }
  const ground = await certificateGround(tx, round)
  if (ground === null) throw new Refusal('wrong-state')
  const { version } = (await findPlan(tx, round.id)) ?? { version: 0 }
  if (asked.plan !== version)
    throw new Refusal('changed-meanwhile', {
      zh: `方案已有第 ${version} 版，您看到的是第 ${asked.plan} 版：请重新打开，看过再印发`,
      en: `the plan is at version ${version} by now and you looked at version ${asked.plan}: open it again before issuing`,
    })
  const from = asked.from ?? round.starts
  const until = asked.until ?? round.ends
  if (until < from)
    throw new Refusal('unfit', { errors: [{ at: 'until', zh: '期限的结束早于开始', en: 'the window ends before it starts' }] })
  // An order opens a round, never more: what it gives ends with the round or with an extension that somebody approved.
  const outside = [
    ...(from < round.starts ? [{ at: 'from', zh: '早于本轮开始', en: 'before the round starts' }] : []),
    ...(until > round.ends
      ? [{ at: 'until', zh: '晚于本轮结束，须先批准延期', en: 'after the round ends; an extension must be approved first' }]
      : []),
  ]
  if (outside.length > 0) throw new Refusal('unfit', { errors: outside })
  const assignments = await assignmentsOf(tx, round)
  const letters = await lettersOf(tx, round)
  for (const letter of letters) {
    if (letter.first.revokedAt !== null || assignments.some((assignment) => covers(letter, assignment))) continue
    await revokeOrders(
      tx,
      { authority: round.authority, round: round.id, person: letter.first.person },
      issuing.by.id,
      '方案调整，原授权撤销',
    )
  }
  const missing = assignments.filter((assignment) => !letters.some((letter) => covers(letter, assignment)))
  const head: Letterhead = { name: ground.name(round.authority).name, meeting: await meetingOf(tx, round), from, until }
  for (const assignment of missing) await issueOne(tx, round, ground, assignment, head, issuing)
  if (round.state === 'approved') {
    await takeStep(tx, round, {
      event: 'authorise',
      reason: null,
      meeting: null,
      by: issuing.by,
      at: issuing.at,
      day: issuing.day,
    })
  }
}

async function issueOne(
  tx: Transaction,
  round: RoundRecord,
  ground: CertificateGround,
  assignment: Assignment,
  head: Letterhead,
  issuing: Issuing,
): Promise<void> {
  const common = {
    authority: round.authority,
    round: round.id,
    person: assignment.person,
    by: issuing.by.id,
    at: issuing.at,
    year: Number(issuing.day.slice(0, 4)),
  }
  const certificate = certificateOf(ground, assignment)
  const waivers = await waiversFor(tx, round, assignment)
  const order = await issueDocument(
    tx,
    {
      ...common,
      id: uuid(),
      kind: 'engagement-order',
      series: `${shortForm(head.name)}巡授`,
      title: `关于授权${certificate.person.name}同志参加${round.title}的决定`,
    },
    (label) => {
      const paper = orderPaper(round, assignment, certificate, head, label, issuing.day, waivers)
      return { bytes: renderEngagementOrder(paper), content: paper }
    },
  )
  await issueOrders(
    tx,
    assignment.targets.map((unit) => ({
      id: uuid(),
      number: order.label,
      round: round.id,
      team: assignment.team,
      unit,
      place: ground.world.targets.find((target) => target.unit === unit)?.place ?? 0,
      person: assignment.person,
      capacity: capacityOf(assignment.role),
      authority: round.authority,
      sending: assignment.home === null ? round.sending : placeNumber(assignment.home),
      host: assignment.host === null ? round.host : placeNumber(assignment.host),
      from: new Date(startOf(head.from)),
      until: new Date(startOf(addDays(head.until, 1))),
      proposedBy: round.submittedBy ?? issuing.by.id,
      approvedBy: issuing.by.id,
    })),
  )
  const { fingerprint: _draft, ...numbered } = {
    ...certificate,
    order: { number: order.label, from: head.from, until: head.until },
    frozenAt: issuing.at.toISOString(),
  }
  await issueDocument(
    tx,
    {
      ...common,
      id: uuid(),
      kind: 'recusal-certificate',
      series: `${shortForm(head.name)}巡回`,
      title: `${certificate.person.name}回避审查表`,
    },
    (label) => {
      const content = { ...numbered, number: label }
      const view = { ...content, fingerprint: fingerprintOf(content) }
      return { bytes: renderRecusalCertificate(certificatePaper(view)), content: view }
    },
  )
}

function orderPaper(
  round: RoundRecord,
  assignment: Assignment,
  certificate: ReturnType<typeof certificateOf>,
  head: Letterhead,
  number: string,
  day: string,
  waivers: string,
) {
  return {
    number,
    issuer: leadingGroupOf(head.name),
    person: certificate.person.name,
    post: [certificate.unit, certificate.person.title].filter((part) => part !== null).join('') || '职务未核',
    round: round.title,
    team: assignment.teamName,
    role: roleZh(assignment.role),
    targets: listZh(certificate.targets.map((target) => target.name)),
    from: dayZh(head.from),
    until: dayZh(head.until),
    basis: round.basis.map((basis) => basis.title).join('、') || '有关规定',
    meeting: head.meeting,
    waivers,
    date: dayZh(day),
  }
}

function listZh(names: readonly string[]): string {
  return names.length <= 40 ? names.join('、') : `${targetsZh(names)}（名单附后）`
}

async function waiversFor(tx: Transaction, round: RoundRecord, assignment: Assignment): Promise<string> {
  const own = (await waiversOf(tx, round.id)).filter(
    (waiver) => waiver.ended_at === null && waiver.person === assignment.person && assignment.targets.includes(waiver.unit),
  )
  const relaxed = (await relaxedIn(tx, round.id)).map(
    ({ decided_name, grants, why }) => `经${decided_name}批准，本轮放宽：${grants.map(({ zh }) => zh).join('、')}（${why}）。`,
  )
  const signed = relaxed.join('')
  return own.length === 0
    ? `${signed}回避情形已逐项审查，见所附回避审查表。`
    : `${signed}经${own.map((waiver) => `${waiver.by_name}批准，对${waiver.unit_name}豁免“${waiver.rule}”一项（${waiver.why}）`).join('；')}。`
}

async function meetingOf(tx: Transaction, round: RoundRecord): Promise<string> {
  const approval = (await eventsOf(tx, round.id)).findLast((event) => event.event === 'approve')
  const meeting = (await meetingsOf(tx, round.id)).find((candidate) => candidate.id === approval?.meeting)
  const name = (await placeNames(tx, [round.authority]))(wireCode(round.authority)).name
  return meeting === undefined ? leadingGroupOf(name) : `${leadingGroupOf(name)}${dayZh(meeting.held_on)}会议`
}
