// The walk through findings: written under an order, with what they rest on, and taken back.
import { v7 } from 'uuid'
import type { Steps } from './step.ts'

export async function walkFindings({ act, who, places: { unit } }: Steps, round: string): Promise<void> {
  const member = who('member', 'ordered')
  const [finding, source] = [v7(), v7()]
  await act(member, 'writeFinding', { round, unit }, { id: finding, title: '鱼塘承包费未入账' })
  await act(member, 'addFindingSource', { finding }, { id: source, kind: 'record', record: '2023年收支账簿第14页' })
  await act(member, 'withdrawFindingSource', { finding, source }, { reason: '页码有误' })
  await act(member, 'addFindingSource', { finding }, { id: v7(), kind: 'record', record: '2023年收支账簿第15页' })
  const other = v7()
  await act(member, 'writeFinding', { round, unit }, { id: other, title: '重复的一条' })
  await act(member, 'withdrawFinding', { finding: other }, { reason: '与前一条重复' })
}
