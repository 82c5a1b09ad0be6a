// What the ledger promises: little cost, enough speed, a quick verification by anybody, and that nothing behind its back goes unseen.
import type { Measures } from '../figure.ts'
import { measureInsertCost } from './insert-cost.ts'
import { measureRequestCost } from './request-cost.ts'
import { measureSequencing } from './sequencing.ts'
import { measureTampers } from './tampers.ts'
import { measureVerification } from './verification.ts'

export const measures: Measures = {
  'insert cost': measureInsertCost,
  'request cost': measureRequestCost,
  sequencing: measureSequencing,
  verification: measureVerification,
  tampers: measureTampers,
}
