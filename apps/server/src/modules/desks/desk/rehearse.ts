// A rehearsal of the spare key proves itself: a word that nobody has read is sealed to it, and whoever tells the word has joined the key.
import { createHash, randomBytes } from 'node:crypto'
import { drawLetters } from '../../../platform/draw-letters.ts'
import { Problem, type BodyOf, type passRehearsal as endpoint } from '@shengmian/contract'
import { readManifest, sealFile } from '@shengmian/sealing'
import type { Transaction } from '../../../platform/transaction.ts'
import { dayOf } from '../../intake/index.ts'
import type { RoundRecord } from '../../rounds/index.ts'
import type { Acting } from '../../../platform/acting.ts'
import { demandDesk } from '../demand-desk.ts'
import { manifestsOf } from './desk-store.ts'
import { insertRehearsal, passRehearsalRow, rehearsalsOf } from './rehearsal-store.ts'

/** Seals a new word to the spare key of the newest epoch: the age file. The word itself is kept nowhere. */
export async function startRehearsal(tx: Transaction, round: RoundRecord, id: string, { by, at }: Acting): Promise<Buffer> {
  const desk = await demandDesk(tx, round.id)
  const newest = (await manifestsOf(tx, desk.code)).at(-1)
  const manifest = newest === undefined ? null : readManifest(Buffer.from(newest.signed), desk.root)
  if (manifest === null) throw new Problem('wrong-state', { zh: '还没有公布钥匙单', en: 'No manifest is published yet' })
  if ((await rehearsalsOf(tx, desk.code)).some((one) => one.id === id)) throw new Problem('already-there')
  const word = drawLetters(12)
  await insertRehearsal(tx, {
    authority: desk.authority,
    desk: desk.code,
    id,
    seq: manifest.seq,
    word_hash: hashOf(word),
    asked_on: dayOf(at),
    by_account: by.id,
    by_name: by.name,
  })
  return Buffer.from(sealFile(Buffer.from(`${word}\n`), [manifest.escrow], (bytes) => new Uint8Array(randomBytes(bytes))))
}

/** Writes down that the word was read: which shares, who was there, on which day. */
export async function passRehearsal(
  tx: Transaction,
  round: RoundRecord,
  id: string,
  { word, shares, witnesses }: BodyOf<typeof endpoint>,
  at: Date,
): Promise<void> {
  const desk = await demandDesk(tx, round.id)
  const rehearsal = (await rehearsalsOf(tx, desk.code)).find((one) => one.id === id)
  if (rehearsal === undefined) throw new Problem('not-found')
  if (rehearsal.passed_on !== null)
    throw new Problem('wrong-state', { zh: '这次演练已登记', en: 'This rehearsal is logged already' })
  if (hashOf(word.trim().toLowerCase()) !== rehearsal.word_hash)
    throw new Problem('unfit', { errors: [{ at: 'word', zh: '与密封的暗语不符', en: 'this is not the word that was sealed' }] })
  await passRehearsalRow(tx, rehearsal, { on: dayOf(at), shares: shares.toSorted((a, b) => a - b), witnesses: witnesses.trim() })
}

function hashOf(word: string): string {
  return createHash('sha256').update(word).digest('hex')
}
