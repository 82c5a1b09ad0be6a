// The walk through a lead: dropped by whoever inspects, opened one at a time, its reporter unsealed by two, handed to another desk.
import { v7 } from 'uuid'
import { OWN } from './callers.ts'
import type { Steps } from './step.ts'

export async function walkLeads(steps: Steps, round: string): Promise<void> {
  const { act, who, places } = steps
  const member = who('member', 'ordered')
  const desk = who('case-management')
  const second = who('second case management')
  const leads = [v7(), v7()] as const
  const content = { subjects: '某村负责人', matter: '反映集体资金去向不明，请核实', source: 'talk', evidence: null }
  for (const id of leads)
    await act(
      member,
      'dropLead',
      {},
      { id, commissioning: OWN, round, unit: places.unit, isUrgent: false, content, reporter: '不愿具名的村民' },
    )
  const [kept, given] = leads
  await act(desk, 'openLead', { lead: kept }, { id: v7(), reason: '研判' })
  const unsealing = v7()
  await act(desk, 'askUnsealing', { lead: kept }, { id: unsealing, reason: '核实需要' })
  await act(second, 'approveUnsealing', { unsealing })
  await act(desk, 'handOverLead', { lead: given }, { id: v7(), body: '5305', reason: '属地管辖' })
}
