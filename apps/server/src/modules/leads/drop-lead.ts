// A team drops a lead: it is sealed, gets a number drawn at random, and nobody of the team sees it again.
import { drawLetters } from '../../platform/draw-letters.ts'
import { Problem, type LeadContent } from '@shengmian/contract'
import type { Seal } from '../../platform/seal.ts'
import type { Transaction } from '../../platform/transaction.ts'
import { placeNumber } from '../../platform/places.ts'
import { insertLead, insertPart } from './store.ts'

export interface LeadWish {
  readonly id: string
  readonly commissioning: string
  readonly round: string
  readonly unit: string
  readonly isUrgent: boolean
  readonly content: LeadContent
  readonly reporter: string | null
}

/** Answers the number of the receipt: all that is left with the one who dropped it. */
export async function dropLead(
  tx: Transaction,
  wish: LeadWish,
  by: string,
  seal: Seal,
  year: number,
): Promise<{ number: string }> {
  const { id, round, unit, isUrgent, content, reporter } = wish
  const number = `XS${year}-${drawn()}-${drawn()}-${drawn()}`
  const authority = wish.commissioning === '00' ? 0 : placeNumber(wish.commissioning)
  if (!(await insertLead(tx, { id, number, authority, round, unit, isUrgent, by })))
    throw new Problem('not-allowed', {
      zh: '您对这个单位没有有效的派遣令，不能移交线索',
      en: 'You hold no order in force for this unit, so no lead can be handed over',
    })
  await insertPart(tx, 'leads.content', id, seal.close(JSON.stringify({ ...content, hasReporter: reporter !== null }), id))
  // Always a row, so that its being there tells nothing.
  await insertPart(tx, 'leads.reporter', id, seal.close(JSON.stringify({ reporter }), `reporter ${id}`))
  return { number }
}

const drawn = (): string => drawLetters(4).toUpperCase()
