import { drawLetters } from '../../../platform/draw-letters.ts'
import { Problem as Refusal, type BodyOf, type issueBatches as endpoint, type QuestionnaireBatches } from '@shengmian/contract'
import { sizeFormula, suggestSize } from '@shengmian/questionnaire'
import type { Transaction } from '../../../platform/transaction.ts'
import { findUnits, readDossiers } from '../../registry/index.ts'
import { seeRound } from '../round/hold-round.ts'
import { targetsOf } from '../targets/target-store.ts'
import { batchesOf, insertBatches } from './batch-store.ts'
import { demandUnclosed } from './close-survey.ts'
import { findQuestionnaire, versionsOf } from './questionnaire-store.ts'
import type { Acting } from '../../../platform/acting.ts'
import { holdQuestionnaire } from './write-questionnaire.ts'

const newCode = () => drawLetters(6).toUpperCase()

/** Issues papers of the newest version; targets of the round only. */
export async function issueBatches(
  tx: Transaction,
  id: string,
  { batches }: BodyOf<typeof endpoint>,
  { by, at }: Acting,
): Promise<void> {
  const { authority, round } = await holdQuestionnaire(tx, id)
  demandOpen((await seeRound(tx, round)).state)
  const version = (await versionsOf(tx, [id])).at(-1)?.version
  if (version === undefined) throw new Refusal('wrong-state', { zh: '先发布问卷，再发放', en: 'publish it before issuing' })
  await demandUnclosed(tx, id, version)
  const places = new Map((await targetsOf(tx, round)).map(({ unit, place }) => [unit, place]))
  const rows = batches.map(({ id: batch, unit, issued }, index) => {
    const place = places.get(unit)
    if (place === undefined)
      throw new Refusal('unfit', {
        errors: [{ at: `body/batches/${index}/unit`, zh: '不是本轮的巡察对象', en: 'no target of this round' }],
      })
    const made = { authority, id: batch, round, questionnaire: id, version, unit, place, code: newCode(), issued }
    return { ...made, by_account: by.id, by_name: by.name, at }
  })
  await insertBatches(tx, rows)
}

/** Nothing is issued or entered once a round is over. */
export function demandOpen(state: string): void {
  if (['closed', 'archived', 'withdrawn'].includes(state))
    throw new Refusal('wrong-state', { zh: '这一轮已经结束', en: 'this round is over' })
}

/** Batches and targets as far as the caller sees them, with how many papers are suggested. */
export async function viewBatches(tx: Transaction, id: string): Promise<QuestionnaireBatches> {
  const { round } = await findQuestionnaire(tx, id)
  const targets = (await targetsOf(tx, round)).map(({ unit }) => unit)
  const batches = await batchesOf(tx, id)
  const units = [...new Set([...targets, ...batches.map(({ unit }) => unit)])]
  const names = new Map((await findUnits(tx, units)).map((unit) => [unit.id, unit.name]))
  const residents = await residentsOf(tx, targets)
  const named = (unit: string) => ({ id: unit, name: names.get(unit) ?? unit })
  return {
    items: batches.map(({ id: batch, unit, version, code, issued }) => ({ id: batch, unit: named(unit), version, code, issued })),
    targets: targets.map((unit) => {
      const people = residents.get(unit) ?? null
      return { unit: named(unit), residents: people, suggested: suggestSize(people) }
    }),
    formula: sizeFormula,
  }
}

/** Resident population by unit, where the village file says it. */
export async function residentsOf(tx: Transaction, units: readonly string[]): Promise<ReadonlyMap<string, number>> {
  const dossiers = await readDossiers(tx, units)
  return new Map(
    dossiers.flatMap(({ unit, facts: { population } }) => (population === null ? [] : [[unit.id, population] as const])),
  )
}
