import { MAX_CARDS, Problem, type BodyOf, type makeCardBatch as endpoint } from '@shengmian/contract'
import type { Acting } from '../../../platform/acting.ts'
import type { Transaction } from '../../../platform/transaction.ts'
import { dayOf } from '../../intake/index.ts'
import { demandDesk } from '../demand-desk.ts'
import { postersOf, revocationsOf } from '../posters/poster-store.ts'
import { insertBatch } from './card-store.ts'

const HASH = 16

/** Logs a batch of cards. Its hashes come in ascending order, so that they do not tell in which order the cards were printed. */
export async function makeCardBatch(
  tx: Transaction,
  round: string,
  { id, poster, hashes }: BodyOf<typeof endpoint>,
  { by, at }: Acting,
): Promise<void> {
  const desk = await demandDesk(tx, round)
  const card = (await postersOf(tx, desk.code)).find(({ code }) => code === poster)
  if (card?.medium !== 'card')
    throw unfit('poster', '户码只印在明白卡上：没有这张卡', 'Household codes are printed on cards: there is no such card')
  if ((await revocationsOf(tx, desk.code)).some((gone) => gone.poster === poster))
    throw new Problem('wrong-state', { zh: '这张卡的码已经停用', en: 'The code of this card is closed' })
  const bytes = Buffer.from(hashes, 'base64')
  const each = Array.from({ length: Math.floor(bytes.length / HASH) }, (_, index) =>
    bytes.subarray(index * HASH, (index + 1) * HASH),
  )
  const isWhole = bytes.length % HASH === 0 && each.length > 0 && each.length <= MAX_CARDS
  const isAscending = each.every((hash, index) => index === 0 || Buffer.compare(each[index - 1] ?? hash, hash) < 0)
  if (!isWhole || !isAscending)
    throw unfit(
      'hashes',
      `一批1至${MAX_CARDS}张，每个散列16字节，从小到大，不重复`,
      `1 to ${MAX_CARDS} hashes of 16 bytes each, ascending, none twice`,
    )
  await insertBatch(tx, {
    authority: desk.authority,
    desk: desk.code,
    id,
    poster,
    cards: each.length,
    hashes: bytes,
    by_account: by.id,
    by_name: by.name,
    made_on: dayOf(at),
  })
}

const unfit = (at: string, zh: string, en: string) => new Problem('unfit', { errors: [{ at, zh, en }] })
