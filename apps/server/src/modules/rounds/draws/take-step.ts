// The steps of a ceremony: each asks the engine whether it may be taken now, and publishes it.
import {
  Problem as Refusal,
  type BodyOf,
  type commitToDraw,
  type openSecret as openEndpoint,
  type recordDice as diceEndpoint,
} from '@shengmian/contract'
import { abortDraw, revealSecret, type DrawAbort } from '@shengmian/dispatch'
import type { Transaction } from '../../../platform/transaction.ts'
import type { SeatRow } from './draw-store.ts'
import type { GatheredDraw } from './gather-draw.ts'
import type { Acting } from '../../../platform/acting.ts'
import type { RoundRecord } from '../round/round-record.ts'
import { publishRecord, refuseStep } from './publish-record.ts'
import { isAsFrozen } from './take-drawn-plan.ts'

export async function enterCommitment(
  tx: Transaction,
  draw: GatheredDraw,
  hashes: BodyOf<typeof commitToDraw>,
  acting: Acting,
): Promise<void> {
  const seat = ownSeat(draw, acting)
  const { files } = draw
  if (files.abort !== null) refuseStep({ zh: '本次抽签已中止', en: 'this draw was aborted' })
  if (files.reveals.length > 0)
    refuseStep({ zh: '已有一方公开密数，不能再提交承诺', en: 'a secret has been opened: it is too late to commit' })
  const commitment = {
    format: 'shengmian.draw/1',
    kind: 'commitment',
    root: files.freeze.root,
    party: seat.party,
    ...hashes,
  } as const
  await publishRecord(tx, draw, 'commitment', commitment, acting, seat.id)
}

export async function openSecret(
  tx: Transaction,
  draw: GatheredDraw,
  { stage, secret }: BodyOf<typeof openEndpoint>,
  acting: Acting,
): Promise<void> {
  const seat = ownSeat(draw, acting)
  const answer = revealSecret(draw.files, seat.party, stage, secret)
  if (answer.kind === 'refused') refuseStep(answer)
  await publishRecord(tx, draw, stage === 1 ? 'reveal-1' : 'reveal-2', answer.reveal, acting, seat.id)
}

export async function recordDice(
  tx: Transaction,
  draw: GatheredDraw,
  { stage, rolls, witness }: BodyOf<typeof diceEndpoint>,
  acting: Acting,
): Promise<void> {
  const { files } = draw
  if (files.abort !== null || files.reveals.some((reveal) => reveal.stage === stage) || (stage === 2 && files.portfolio === null))
    refuseStep({ zh: '骰子须在该阶段第一个密数公开之前掷出', en: 'dice are thrown before the first secret of a stage is opened' })
  const dice = { format: 'shengmian.draw/1', kind: 'dice', root: files.freeze.root, stage, rolls, witness } as const
  await publishRecord(tx, draw, stage === 1 ? 'dice-1' : 'dice-2', dice, acting)
}

/**
 * Ends a draw in the open. One whose outcome is fixed is picked, one whose tickets can be computed goes on: ended in nobody's name they are
 * only where the round has changed, or the solver cannot make tickets.
 */
export async function endDraw(
  tx: Transaction,
  round: RoundRecord,
  draw: GatheredDraw,
  { party, why }: { readonly party: string | null; readonly why: string },
  acting: Acting,
): Promise<void> {
  if (draw.files.abort !== null) refuseStep({ zh: '本次抽签已中止', en: 'this draw was aborted' })
  const solver = draw.row?.task === 'tickets' ? draw.row.solver : null
  const noTickets = party === null && draw.files.portfolio === null && (solver === 'cap-not-met' || solver === 'no-plan')
  const answer = abortDraw(draw.files, party, why, noTickets)
  if (answer.kind === 'refused') refuseStep(answer)
  const { problem } = draw.files
  const words = secondTryIn(answer.abort)
  if (words !== null && solver !== 'failed' && problem !== null && (await isAsFrozen(tx, round, problem))) refuseStep(words)
  await publishRecord(tx, draw, 'abort', answer.abort, acting)
}

/** What the office is told where an end would be a second try; null where it is none. */
function secondTryIn({ fixed, after, party, noTickets }: DrawAbort): { readonly zh: string; readonly en: string } | null {
  if (fixed === true)
    return {
      zh: '密数已全部公开，结果已定：请抽定，不能中止重来',
      en: 'every secret is open and the outcome fixed: pick it; it is not ended to try again',
    }
  if (party !== null || noTickets === true) return null
  if (after === 'all-first')
    return {
      zh: '第一个密数已全部公开，签单可以算出：请出签，不能中止重来',
      en: 'all first secrets are open and the tickets can be computed: have them solved; it is not ended to try again',
    }
  return after === 'tickets'
    ? {
        zh: '签单已公布：请继续公开第二个密数；有人不公开的，写明是哪一方再中止',
        en: 'the tickets are published: open the second secrets, and where somebody does not, name him to end the draw',
      }
    : null
}

function ownSeat({ seats }: GatheredDraw, { by }: Acting): SeatRow {
  const seat = seats.find((each) => each.account === by.id)
  if (seat === undefined) throw new Refusal('not-allowed', { zh: '您不是本次抽签的参加方', en: 'you are no party of this draw' })
  return seat
}
