// Freezes the round as it stands under a root. From here on the draw knows nothing of the round but what is in this problem.
import { randomBytes } from 'node:crypto'
import { Problem as Refusal, type BodyOf, type freezeDraw as endpoint } from '@shengmian/contract'
import { freezeDraw, hashValue, readDrawFile } from '@shengmian/dispatch'
import { v7 as uuid } from 'uuid'
import type { Transaction } from '../../../platform/transaction.ts'
import { outlineOf } from '../dispatch/outline.ts'
import { checkedProblem } from '../dispatch/propose-dispatch.ts'
import { gatherWorld } from '../dispatch/round-world.ts'
import type { RoundRecord } from '../round/round-record.ts'
import { checkParties } from './check-parties.ts'
import { drawsOf, insertDraw, recordsOf } from './draw-store.ts'
import type { Acting } from '../../../platform/acting.ts'
import { publishRecord } from './publish-record.ts'

/** Iterations behind the best plan, proposals a seat behind each ticket. */
const EFFORT = 1_000_000
const PROPOSALS = 300

export async function freezeRound(
  tx: Transaction,
  round: RoundRecord,
  asked: BodyOf<typeof endpoint>,
  acting: Acting,
): Promise<void> {
  if (round.state !== 'draft')
    throw new Refusal('wrong-state', { zh: '只有编组中的轮次可以抽签', en: 'only the plan of a draft is drawn' })
  await checkParties(tx, round.authority, asked.parties, acting.at)
  const problem = checkedProblem(await gatherWorld(tx, round))
  const { id, parties, ...terms } = asked
  const key = randomBytes(32).toString('hex')
  const answer = freezeDraw(
    problem,
    {
      ...terms,
      round: problem.round.id,
      ...(await earlierDraws(tx, round.id)),
      code: null,
      publicRounds: null,
      effort: EFFORT,
      proposals: PROPOSALS,
      parties: parties.map(({ name, side }, at) => ({ id: `p${at + 1}`, name, side })),
    },
    key,
  )
  if (answer.kind === 'refused') throw new Refusal('unfit', { errors: [{ at: 'parties', zh: answer.zh, en: answer.en }] })
  const { authority } = round
  const { freeze } = answer
  await insertDraw(
    tx,
    {
      authority,
      round: round.id,
      id,
      number: freeze.terms.number,
      root: freeze.root,
      outline: JSON.stringify(outlineOf(problem)),
      solver: 'idle',
      asked_by: acting.by.id,
      asked_name: acting.by.name,
      asked_at: acting.at,
    },
    { authority, draw: id, problem: JSON.stringify(problem), salt_key: key },
    parties.map(({ account }, at) => ({
      authority,
      draw: id,
      id: uuid(),
      party: `p${at + 1}`,
      account,
      round_title: round.title,
    })),
  )
  await publishRecord(tx, { authority, id }, 'freeze', freeze, acting)
}

/** The number of the next draw, with every earlier one: each must have been aborted in the open. */
async function earlierDraws(tx: Transaction, round: string) {
  const before = await drawsOf(tx, round)
  const earlier = await Promise.all(
    before.map(async (draw) => {
      const abort = (await recordsOf(tx, draw.id)).find((record) => record.kind === 'abort')
      const file = abort === undefined ? null : readDrawFile(abort.content)
      if (file?.kind !== 'read')
        throw new Refusal('wrong-state', {
          zh: `第 ${draw.number} 次抽签没有中止，不能另起一次`,
          en: `draw ${draw.number} was not aborted: another cannot begin`,
        })
      return { number: draw.number, root: draw.root, abort: hashValue(file.value) }
    }),
  )
  return { number: before.length + 1, earlier }
}
