// Certificates as they stand: frozen with the order in force, else as they would read today.
import { Problem as Refusal, type listCertificates, type ReplyOf } from '@shengmian/contract'
import type { Transaction } from '../../../platform/transaction.ts'
import { findIssued, issuedOf, renderRecusalCertificate, svgCode } from '../../documents/index.ts'
import { lateTiesOf } from '../late-ties/late-tie-store.ts'
import type { RoundRecord } from '../round/round-record.ts'
import { assignmentsOf, covers, lettersOf } from './assignments.ts'
import { certificateGround } from './certificate-ground.ts'
import { certificatePaper } from './certificate-paper.ts'
import { certificateOf, type CertificateView } from './certificate-view.ts'

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

export async function viewCertificates(tx: Transaction, round: RoundRecord): Promise<ReplyOf<typeof listCertificates>['items']> {
  const ground = await certificateGround(tx, round)
  if (ground === null) return []
  const letters = await lettersOf(tx, round)
  const issued = await issuedOf(tx, round.id, 'recusal-certificate')
  return (await assignmentsOf(tx, round)).map((assignment) => {
    const isOrdered = letters.some((letter) => covers(letter, assignment))
    const frozen = isOrdered ? issued.findLast((document) => document.person === assignment.person) : undefined
    const view = frozen === undefined ? certificateOf(ground, assignment) : (frozen.content as unknown as Drawn)
    const { id, person, team, teamName, role, number, result, barred, unknown, weak } = view
    return { id, person, team, teamName, role, number, result, barred, unknown, weak }
  })
}

export async function viewCertificate(tx: Transaction, round: RoundRecord, person: string): Promise<CertificateView> {
  const view = await certificateFor(tx, round, person)
  return { ...view, code: await svgCode(`sha256:${view.fingerprint}`) }
}

/** The document: the frozen bytes once the order is issued, a draft drawn afresh before. */
export async function certificateFile(tx: Transaction, round: RoundRecord, person: string) {
  const view = await certificateFor(tx, round, person)
  const issued = view.number === null ? null : await findIssued(tx, round.id, 'recusal-certificate', person)
  const file = issued?.bytes ?? renderRecusalCertificate(certificatePaper(view))
  return { file, name: `${view.person.name}回避审查表${view.number ?? '（草稿）'}.docx`, type: WORD }
}
