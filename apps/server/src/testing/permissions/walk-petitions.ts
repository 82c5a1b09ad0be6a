// The walk through petition volumes: figures of a unit that climb, what was decided on them and taken back.
import { v7 } from 'uuid'
import { OWN } from './callers.ts'
import type { Steps } from './step.ts'

export async function walkPetitions({ act, read, quietly, who, places: { unit } }: Steps, plan: string): Promise<void> {
  const office = who('office')
  const { months } = (await read(office, `/term-plans/${plan}/petitions`)) as { months: string[] }
  const figure = (k: number) => ({ month: months[k], revision: 1, volume: 6 + k * 2, source: '市信访局月报' })
  const of = { authority: OWN, unit }
  await act(office, 'recordPetitionFigure', of, figure(0))
  for (let k = 1; k < months.length; k += 1) await quietly(office, 'POST', `/petition-figures/${OWN}/${unit}`, figure(k))
  const [raised, through] = [v7(), months.at(-1)]
  const reason = '信访连续走高'
  await act(office, 'decideUrgency', { plan, unit }, { id: raised, verdict: 'raised', through, urgency: 9, reason })
  await act(office, 'withdrawUrgencyDecision', { decision: raised }, { reason: '同一事项重复信访' })
  await quietly(office, 'POST', `/term-plans/${plan}/petitions/${unit}/decisions`, { id: v7(), verdict: 'kept', through, reason })
}
