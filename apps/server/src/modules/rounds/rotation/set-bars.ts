import { Problem as Refusal, type BodyOf, type setRotationBars as endpoint } from '@shengmian/contract'
import type { Acting } from '../../../platform/acting.ts'
import type { Transaction } from '../../../platform/transaction.ts'
import type { RoundRecord } from '../round/round-record.ts'
import { teamsOf } from '../teams/team-store.ts'
import { membersOf } from './rotation-problem.ts'
import { barsOf, changeBars } from './rotation-store.ts'

/** Replaces the pairs ruled out by name; one that stood already keeps who ruled it out and when, unless its reason is new. */
export async function setBars(
  tx: Transaction,
  round: RoundRecord,
  asked: BodyOf<typeof endpoint>['bars'],
  { by, at }: Acting,
): Promise<void> {
  if (round.state !== 'draft')
    throw new Refusal('wrong-state', { zh: '只有筹备中的轮次可以改', en: 'only a draft can be changed' })
  const members = new Set(membersOf({ round, teams: await teamsOf(tx, round.id) }).map(({ code }) => code))
  const errors = asked.flatMap(({ home, host }, k) => {
    const at = `bars[${k}]`
    const stranger = [home, host].find((code) => !members.has(code))
    if (stranger !== undefined) return [{ at, zh: `${stranger}不是片区成员`, en: `${stranger} is a member of no zone` }]
    if (home === host) return [{ at, zh: '派出地与被巡地相同，本来就不得派往', en: 'a place is never sent to itself anyway' }]
    const isDouble = asked.findIndex((other) => other.home === home && other.host === host) !== k
    return isDouble ? [{ at, zh: `${home} → ${host}重复`, en: `${home} → ${host} is there twice` }] : []
  })
  if (errors.length > 0) throw new Refusal('unfit', { errors })
  const isSame = (one: { home: string; host: string; why: string }, other: { home: string; host: string; why: string }) =>
    one.home === other.home && one.host === other.host && one.why === other.why
  const before = await barsOf(tx, round.id)
  await changeBars(tx, round, {
    gone: before.filter((bar) => !asked.some((one) => isSame(one, bar))),
    fresh: asked
      .filter((one) => !before.some((bar) => isSame(one, bar)))
      .map((bar) => ({ ...bar, by_account: by.id, by_name: by.name, at })),
  })
}
