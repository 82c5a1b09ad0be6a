import { Problem as Refusal, type BodyOf, type signWaiver as endpoint } from '@shengmian/contract'
import type { Transaction } from '../../../platform/transaction.ts'
import { touchRound } from '../round/round-store.ts'
import type { RoundRecord } from '../round/round-record.ts'
import { insertWaiver, updateWaiver, waiversOf, type WaiverRow } from './plan-store.ts'
import { gatherWorld } from './round-world.ts'

interface Signing {
  readonly by: { readonly id: string; readonly name: string }
  readonly at: Date
}

const LIFTABLE = ['home', 'native', 'posting', 'repeat', 'local', 'tie', 'barred', 'unknown']

/** A named approver lifts one rule for one person and one target. The law's bars on kin are not for anybody to lift. */
export async function signWaiver(
  tx: Transaction,
  round: RoundRecord,
  asked: BodyOf<typeof endpoint>,
  signing: Signing,
): Promise<void> {
  if (!['draft', 'submitted'].includes(round.state)) throw new Refusal('wrong-state')
  if (!LIFTABLE.includes(asked.rule)) {
    throw new Refusal('unfit', {
      errors: [
        {
          at: 'rule',
          zh: `“${asked.rule}”不能豁免；亲属回避是法定情形`,
          en: `${asked.rule} cannot be lifted; recusal for kin is law`,
        },
      ],
    })
  }
  const { facts } = await gatherWorld(tx, round)
  const person = facts.people.find((candidate) => candidate.id === asked.person)
  const target = facts.targets.find((candidate) => candidate.id === asked.target)
  if (person === undefined || target === undefined) throw new Refusal('not-found')
  await insertWaiver(tx, {
    authority: round.authority,
    round: round.id,
    id: asked.id,
    rule: asked.rule,
    person: person.id,
    person_name: person.name,
    unit: target.id,
    unit_name: target.name,
    why: asked.why,
    by_account: signing.by.id,
    by_name: signing.by.name,
    at: signing.at,
  })
  await touchRound(tx, round)
}

/** Takes an exception back; it stays on record. */
export async function endWaiver(
  tx: Transaction,
  round: RoundRecord,
  id: string,
  reason: string,
  signing: Signing,
): Promise<void> {
  const waiver = await demandWaiver(tx, round.id, id)
  if (waiver.ended_at !== null) throw new Refusal('wrong-state')
  await updateWaiver(tx, waiver, { ended_at: signing.at, ended_by: signing.by.id, ended_reason: reason })
  await touchRound(tx, round)
}

/** A waiver of this round, or not found. */
export async function demandWaiver(tx: Transaction, round: string, id: string): Promise<WaiverRow> {
  const waiver = (await waiversOf(tx, round)).find((candidate) => candidate.id === id)
  if (waiver === undefined) throw new Refusal('not-found')
  return waiver
}

/** The signed exceptions of a round, ended ones included. */
export async function viewWaivers(tx: Transaction, round: string) {
  return (await waiversOf(tx, round)).map(waiverView)
}

export function waiverView(waiver: WaiverRow) {
  return {
    id: waiver.id,
    rule: waiver.rule,
    person: waiver.person,
    personName: waiver.person_name,
    target: waiver.unit,
    targetName: waiver.unit_name,
    why: waiver.why,
    by: waiver.by_name,
    at: waiver.at.toISOString(),
    endedAt: waiver.ended_at?.toISOString() ?? null,
  }
}
