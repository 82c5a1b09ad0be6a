// The walk of an immediate correction: a report classified and checked, the order, the unit's answer, sent back, answered again, verified.
import { v7 } from 'uuid'
import type { Steps } from './step.ts'

const DESK = 'matrix1'

export async function walkCorrections({ act, who, places: { unit } }: Steps, round: string): Promise<void> {
  const [member, liaison] = [who('member', 'ordered'), who('liaison named')] as const
  const [matter, correction, other] = [v7(), v7(), v7()]
  await act(member, 'classifyReport', { desk: DESK, number: 1 }, { id: matter, unit, topic: '学校收费', kind: 'livelihood' })
  await act(member, 'checkMatter', { matter }, { holds: true, note: '查看收费票据属实' })
  const order = { what: '退还重复收取的一卡通押金', until: '2026-12-20' }
  await act(member, 'orderCorrection', { round, unit }, { id: correction, ...order, matter })
  await act(liaison, 'answerCorrection', { correction }, { id: v7(), text: '已退还一半' })
  await act(member, 'judgeCorrection', { correction }, { id: v7(), kind: 'return', text: '请全部退还' })
  await act(liaison, 'answerCorrection', { correction }, { id: v7(), text: '已全部退还' })
  await act(member, 'judgeCorrection', { correction }, { id: v7(), kind: 'verify', text: '抽查二十户属实' })
  await act(member, 'orderCorrection', { round, unit }, { id: other, ...order })
  await act(member, 'judgeCorrection', { correction: other }, { id: v7(), kind: 'withdraw', text: '与前一条重复' })
}
