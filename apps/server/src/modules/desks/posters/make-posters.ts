import { drawLetters } from '../../../platform/draw-letters.ts'
import { Problem, type BodyOf, type makePosters as endpoint } from '@shengmian/contract'
import type { Transaction } from '../../../platform/transaction.ts'
import { dayOf } from '../../intake/index.ts'
import type { RoundRecord } from '../../rounds/index.ts'
import type { Acting } from '../../../platform/acting.ts'
import { demandDesk } from '../demand-desk.ts'
import { insertPosters, placesOf, postersOf } from './poster-store.ts'

const LENGTH = 6

/** Draws a code for each place. A place with a unit is one that the round inspects. */
export async function makePosters(
  tx: Transaction,
  round: RoundRecord,
  { medium, places }: BodyOf<typeof endpoint>,
  { by, at }: Acting,
): Promise<void> {
  const desk = await demandDesk(tx, round.id)
  const known = new Map((await placesOf(tx, round.id)).map((place) => [place.unit, place]))
  const errors = places.flatMap(({ unit }, index) =>
    unit === null || known.has(unit)
      ? []
      : [{ at: `places/${index}/unit`, zh: '不是本轮的被巡察单位', en: 'the round does not inspect it' }],
  )
  if (errors.length > 0) throw new Problem('unfit', { errors })
  const taken = new Set((await postersOf(tx, desk.code)).map(({ code }) => code))
  await insertPosters(
    tx,
    places.map(({ unit, place }) => ({
      authority: desk.authority,
      desk: desk.code,
      code: drawCode(taken),
      medium,
      unit,
      village: unit === null ? null : (known.get(unit)?.village ?? null),
      place: place.trim(),
      by_account: by.id,
      by_name: by.name,
      made_on: dayOf(at),
    })),
  )
}

function drawCode(taken: Set<string>): string {
  for (;;) {
    const code = drawLetters(LENGTH)
    if (taken.has(code)) continue
    taken.add(code)
    return code
  }
}
