import {
  downloadCertificate,
  downloadOrder,
  issueOrders as issueEndpoint,
  listCertificates,
  listOrders,
  Problem as Refusal,
  readCertificate,
  revokeOrder,
} from '@shengmian/contract'
import { serve, type Route } from '../../../http/serve.ts'
import type { Transaction } from '../../../platform/transaction.ts'
import { revokeOrders } from '../../access/index.ts'
import { findIssued, findIssuedById, issuedOf, renderRecusalCertificate, svgCode } from '../../documents/index.ts'
import { today } from '../days.ts'
import { lateTiesOf } from '../late-ties/late-tie-store.ts'
import { holdRound } from '../round/hold-round.ts'
import type { RoundRecord } from '../round/round-record.ts'
import { findRound } from '../round/round-store.ts'
import { assignmentsOf, covers, lettersOf } from './assignments.ts'
import { certificateGround } from './certificate-ground.ts'
import { certificatePaper } from './certificate-paper.ts'
import { certificateOf, type CertificateView } from './certificate-view.ts'
import { issueRoundOrders } from './issue-round-orders.ts'
import { viewOrders } from './orders-view.ts'

type Drawn = Omit<CertificateView, 'code'>
const WORD = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document'

/** The certificate as frozen with the order in force, else as it would read today. */
async function certificateFor(tx: Transaction, round: RoundRecord, person: string): Promise<Drawn> {
  const assignment = (await assignmentsOf(tx, round)).find((candidate) => candidate.person === person)
  if (assignment === undefined) throw new Refusal('not-found')
  const isOrdered = (await lettersOf(tx, round)).some((letter) => covers(letter, assignment))
  const issued = isOrdered ? await findIssued(tx, round.id, 'recusal-certificate', person) : null
  if (issued !== null) return withLaterChanges(tx, round, issued.content as unknown as Drawn)
  const ground = await certificateGround(tx, round)
  if (ground === null) throw new Refusal('not-found')
  return certificateOf(ground, assignment)
}

/** 补报变更: what was declared after the table was frozen stands beside it, never in its fingerprint. */
async function withLaterChanges(tx: Transaction, round: RoundRecord, frozen: Drawn): Promise<Drawn> {
  const later = (await lateTiesOf(tx, round.id)).filter(
    (tie) => tie.person === frozen.person.id && tie.at.toISOString() >= (frozen.frozenAt ?? ''),
  )
  return {
    ...frozen,
    laterChanges: later.map((tie) => ({
      on: tie.at.toISOString().slice(0, 10),
      text: `补报与${tie.official_name ?? tie.unit_name ?? ''}的关系`,
    })),
  }
}

export const orderRoutes: readonly Route[] = [
  serve(listOrders, async ({ params, tx, clock }) => viewOrders(tx, await findRound(tx, params.round), clock.now())),
  serve(issueEndpoint, async ({ params, body, tx, caller, clock }) => {
    const round = await holdRound(tx, params.round, ['leading-group'])
    await issueRoundOrders(tx, round, body, { by: caller, at: clock.now(), day: today(clock) })
    return viewOrders(tx, await findRound(tx, params.round), clock.now())
  }),
  serve(revokeOrder, async ({ params, body, tx, caller, clock }) => {
    const round = await holdRound(tx, params.round, ['leading-group', 'office'])
    const document = await findIssuedById(tx, params.order)
    const letter = (await lettersOf(tx, round)).find((candidate) => candidate.number === document?.label)
    if (letter === undefined) throw new Refusal('not-found')
    if (letter.first.revokedAt !== null)
      throw new Refusal('wrong-state', { zh: '此授权已撤销', en: 'this order was revoked already' })
    await revokeOrders(tx, { authority: round.authority, round: round.id, person: letter.first.person }, caller.id, body.reason)
    return viewOrders(tx, round, clock.now())
  }),
  serve(downloadOrder, async ({ params, tx }) => {
    await findRound(tx, params.round)
    const document = await findIssuedById(tx, params.order)
    if (document === null || document.round !== params.round || document.kind !== 'engagement-order')
      throw new Refusal('not-found')
    return { file: document.bytes, name: `${document.label}.docx`, type: document.media_type }
  }),
  serve(listCertificates, async ({ params, tx }) => {
    const round = await findRound(tx, params.round)
    const ground = await certificateGround(tx, round)
    if (ground === null) return { items: [] }
    const letters = await lettersOf(tx, round)
    const issued = await issuedOf(tx, round.id, 'recusal-certificate')
    return {
      items: (await assignmentsOf(tx, round)).map((assignment) => {
        const isOrdered = letters.some((letter) => covers(letter, assignment))
        const frozen = isOrdered ? issued.findLast((document) => document.person === assignment.person) : undefined
        const view = frozen === undefined ? certificateOf(ground, assignment) : (frozen.content as unknown as Drawn)
        const { id, person, team, teamName, role, number, result, barred, unknown, weak } = view
        return { id, person, team, teamName, role, number, result, barred, unknown, weak }
      }),
    }
  }),
  serve(readCertificate, async ({ params, tx }) => {
    const view = await certificateFor(tx, await findRound(tx, params.round), params.person)
    return { ...view, code: await svgCode(`sha256:${view.fingerprint}`) }
  }),
  serve(downloadCertificate, async ({ params, tx }) => {
    const round = await findRound(tx, params.round)
    const view = await certificateFor(tx, round, params.person)
    const issued = view.number === null ? null : await findIssued(tx, round.id, 'recusal-certificate', params.person)
    const file = issued?.bytes ?? renderRecusalCertificate(certificatePaper(view))
    return { file, name: `${view.person.name}回避审查表${view.number ?? '（草稿）'}.docx`, type: WORD }
  }),
]
