import { Problem as Refusal, type askRelaxation as endpoint, type BodyOf } from '@shengmian/contract'
import { hashProblem, type Clash } from '@shengmian/dispatch'
import type { Acting } from '../../../platform/acting.ts'
import type { Transaction } from '../../../platform/transaction.ts'
import { buildProblem } from '../dispatch/build-problem.ts'
import { outlineIn } from '../dispatch/outline.ts'
import { demandProposal } from '../dispatch/proposal-view.ts'
import { gatherWorld } from '../dispatch/round-world.ts'
import type { RoundRecord } from '../round/round-record.ts'
import { beyondCap } from './cap.ts'
import { effectsOf } from './effects.ts'
import { grantWords } from './grant-words.ts'
import { insertRelaxation, relaxationsOf } from './relaxation-store.ts'

/** Asks the leading group for one way out of a clash that the round still has. Nothing gives way before another hand signs. */
export async function askRelaxation(
  tx: Transaction,
  round: RoundRecord,
  asked: BodyOf<typeof endpoint>,
  { by, at }: Acting,
): Promise<void> {
  if (round.state !== 'draft')
    throw new Refusal('wrong-state', { zh: '只有编组中的轮次可以提请放宽', en: 'only a draft can ask for a relaxation' })
  const proposal = await demandProposal(tx, round.id, asked.proposal)
  const clash = proposal.no_plan as Clash | null
  const way = clash?.relaxations[asked.way]
  if (way === undefined)
    throw new Refusal('unfit', { errors: [{ at: 'way', zh: '没有这个放宽办法', en: 'there is no such way out' }] })
  const effects = effectsOf(way)
  if (effects === null)
    throw new Refusal('unfit', {
      errors: [
        {
          at: 'way',
          zh: '这个办法不靠批准：请增补或请回人员',
          en: 'no signature helps here: call up people or have them return',
        },
      ],
    })
  if (hashProblem(buildProblem(await gatherWorld(tx, round))) !== proposal.problem_hash)
    throw new Refusal('changed-meanwhile', {
      zh: '求解之后轮次、人员或关系已有变化，请重新排方案再提请',
      en: 'the round, its people or ties changed since: propose again before asking',
    })
  const known = await relaxationsOf(tx, round.id)
  const beyond = beyondCap(
    effects,
    known.filter(({ state }) => state === 'approved').flatMap((row) => row.effects),
  )
  if (beyond !== null) throw new Refusal('unfit', { ...beyond, errors: [{ at: 'way', ...beyond }] })
  if (known.some(({ state }) => state === 'asked'))
    throw new Refusal('already-there', { zh: '已有一项提请待批准', en: 'a request is waiting already' })
  await insertRelaxation(tx, {
    authority: round.authority,
    round: round.id,
    id: asked.id,
    proposal: proposal.id,
    price: way.price,
    effects,
    grants: grantWords(effects, outlineIn(proposal)),
    why: asked.why,
    asked_by: by.id,
    asked_name: by.name,
    asked_at: at,
  })
}
