// The walk through duties and contacts: who answers for what, messages to liaisons, logistics of a round under way, the report's way.
import { v7 } from 'uuid'
import { HOST, OWN } from './callers.ts'
import type { Steps } from './step.ts'

/** Named by the office: a leader of the group, a leader of a town, a supervisor, a liaison; and a message that the liaison answers. */
export async function walkCharges(steps: Steps): Promise<void> {
  const { act, who } = steps
  const office = who('office')
  const [leader, liaison] = [who('leading-group'), who('liaison named')] as const
  const named = async (kind: string, place: string, more: object = {}): Promise<string> => {
    const id = v7()
    await act(office, 'nameCharge', {}, { id, authority: OWN, kind, place, name: '测试同志', title: '某职务', ...more })
    return id
  }
  await named('group-leader', OWN, { signInName: await signInNameOf(steps, leader.account) })
  const gone = await named('group-member', OWN)
  await act(office, 'revokeCharge', { charge: gone }, { reason: '工作调整' })
  await named('area-leader', `${HOST}105`, { signInName: await signInNameOf(steps, who('area leader named').account) })
  await named('daily-supervisor', HOST, { name: '市纪委监委第三监督检查室' })
  const charge = await named('liaison', HOST, { signInName: await signInNameOf(steps, liaison.account) })
  await act(office, 'sendLiaisonMessage', {}, { id: v7(), authority: OWN, text: '请安排进驻动员会', charges: [charge] })
  const { items } = (await steps.read(liaison, '/own-messages')) as { items: { id: string }[] }
  await act(liaison, 'acknowledgeMessage', { message: items[0]?.id ?? '' }, { reply: '收到' })
  const matrix = (await steps.read(office, `/duty-matrices?authority=${OWN}`)) as { holders: string[]; tasks: object[] }
  await act(
    office,
    'putDutyMatrix',
    {},
    { authority: OWN, version: 0, holders: matrix.holders, tasks: matrix.tasks, reason: '领导小组会议审定' },
  )
}

async function signInNameOf({ walk }: Steps, account: string): Promise<string> {
  const { rows } = await walk.server.admin.query<{ username: string }>('select username from access.account where id = $1', [
    account,
  ])
  return rows[0]?.username ?? ''
}

/** What the team asks for and the liaison arranges, while the round is under way. */
export async function walkLogistics(steps: Steps, round: string): Promise<void> {
  const { act, who, places } = steps
  const { unit } = places
  const [office, liaison, member] = [who('office'), who('liaison named'), who('member', 'ordered')] as const
  const [lines, target] = [[v7(), v7(), v7()], { round, unit }] as const
  await act(office, 'addArrangement', target, { id: lines[0], kind: 'arrival', day: '2026-11-25', time: '09:00', title: '进驻' })
  await act(member, 'addArrangement', target, { id: lines[1], kind: 'documents', day: '2026-11-26', title: '三年账簿' })
  await act(office, 'addArrangement', target, { id: lines[2], kind: 'meeting', day: '2026-11-27', title: '动员会' })
  await act(liaison, 'finishArrangement', { arrangement: lines[1] ?? '' }, { note: '已送到驻地' })
  await act(office, 'withdrawArrangement', { arrangement: lines[2] ?? '' }, { reason: '改期' })
  await act(liaison, 'putLocalNote', target, {
    way: '镇政府向东三公里',
    dialect: '江汉方言',
    holidays: '逢五赶集',
    contacts: [{ name: '甲', duty: '食宿', phone: '0716-0000000' }],
  })
}

/** The report goes up to the leader. */
export async function walkReport(steps: Steps, round: string): Promise<void> {
  const { act, who } = steps
  await steps.quietly(who('office'), 'POST', `/rounds/${round}/steps`, { event: 'leave' })
  const step = (event: string) => ({ id: v7(), event, opinion: '同意报送' })
  await act(who('office'), 'takeReportStep', { round }, step('submit'))
  await act(who('second office'), 'takeReportStep', { round }, step('review'))
  await act(who('leading-group'), 'takeReportStep', { round }, step('approve'))
}
