import {
  Problem as Refusal,
  type BodyOf,
  type readReportChain,
  type ReplyOf,
  type takeReportStep as endpoint,
} from '@shengmian/contract'
import type { Acting } from '../../../platform/acting.ts'
import type { Transaction } from '../../../platform/transaction.ts'
import { leaderOf } from '../charges/find-charge.ts'
import { demandRole, rolesAt } from '../policy.ts'
import type { RoundRecord } from '../round/round-record.ts'
import { actsOf, currentOf, stateOf, type Standing } from './chain.ts'
import { insertReportStep, reportStepsOf } from './report-store.ts'

type View = ReplyOf<typeof readReportChain>

const ORDER = ['submit', 'review', 'approve'] as const

type Leader = Awaited<ReturnType<typeof leaderOf>>

async function standingIn(tx: Transaction, round: RoundRecord, account: string, leader: Leader): Promise<Standing> {
  const roles = await rolesAt(tx, round.authority)
  return {
    account,
    isOffice: roles.includes('office'),
    isGroup: roles.includes('leading-group'),
    isLeader: leader?.account === account,
  }
}

export async function viewReportChain(tx: Transaction, round: RoundRecord, account: string): Promise<View> {
  await demandRole(tx, round.authority, ['office', 'leading-group'])
  const history = await reportStepsOf(tx, round.id)
  const current = currentOf(history)
  const leader = await leaderOf(tx, round.authority)
  return {
    state: stateOf(history),
    steps: ORDER.map((event) => {
      const taken = current.find((step) => step.event === event)
      return {
        event,
        by: taken?.by_name ?? null,
        at: taken?.at.toISOString() ?? null,
        opinion: taken?.opinion ?? null,
      }
    }),
    history: history.map(({ event, by_name, at, opinion }) => ({
      event: event as View['history'][number]['event'],
      by: by_name,
      at: at.toISOString(),
      opinion,
    })),
    leader: leader === null ? null : { name: leader.name, title: leader.title, hasAccount: leader.account !== null },
    acts: round.state === 'reporting' ? actsOf(history, await standingIn(tx, round, account, leader)) : [],
  }
}

/** The next step of the report (the round is locked by the caller); the last is the leader's own. */
export async function takeReportStep(
  tx: Transaction,
  round: RoundRecord,
  asked: BodyOf<typeof endpoint>,
  { by, at }: Acting,
): Promise<void> {
  if (round.state !== 'reporting')
    throw new Refusal('wrong-state', { zh: '结束进驻后才能报送报告', en: 'the team has not left yet, or the round is closed' })
  const history = await reportStepsOf(tx, round.id)
  const leader = await leaderOf(tx, round.authority)
  const standing = await standingIn(tx, round, by.id, leader)
  if (!actsOf(history, standing).includes(asked.event)) {
    if (asked.event === 'approve' && stateOf(history) === 'reviewed') throw notTheLeader(leader)
    const everybody = { account: '', isOffice: true, isGroup: true, isLeader: true }
    throw new Refusal(actsOf(history, everybody).includes(asked.event) ? 'not-allowed' : 'wrong-state')
  }
  await insertReportStep(tx, {
    authority: round.authority,
    id: asked.id,
    round: round.id,
    event: asked.event,
    opinion: asked.opinion,
    by_account: by.id,
    by_name: by.name,
    at,
  })
}

function notTheLeader(leader: Leader): Refusal {
  return leader === null
    ? new Refusal('not-allowed', {
        zh: '名册里没有领导小组组长，请先指定；报告由组长批准',
        en: 'the roster names no leader; name one first, who approves the report',
      })
    : new Refusal('not-allowed', {
        zh: `报告由领导小组组长${leader.name}本人批准`,
        en: `the report is approved by the leader ${leader.name} and nobody else`,
      })
}
