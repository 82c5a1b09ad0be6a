// The steps of a round as a person takes them, for tests that start in the middle.
import { v7 as uuid } from 'uuid'
import { expect } from 'vitest'
import type { Staff } from './stage.ts'

/** Enough fields of an answer for assertions; the contract has the whole shape. */
export type Json = { readonly [key: string]: unknown }

export async function ok(answer: Promise<{ readonly status: number; readonly body: unknown }>): Promise<Json> {
  const { status, body } = await answer
  expect(status, JSON.stringify(body)).toBeLessThan(300)
  return body as Json
}

export async function refused(answer: Promise<{ readonly status: number; readonly body: unknown }>, code: string): Promise<Json> {
  const { status, body } = await answer
  expect(status, JSON.stringify(body)).toBeGreaterThanOrEqual(400)
  expect((body as Json)['code']).toBe(code)
  return body as Json
}

export const LETTER = { number: '荆发〔2026〕6号', date: '2026-08-01', by: '中共荆州市委' } as const

export interface RoundPlan {
  readonly authority: string
  readonly mode?: 'rotation' | 'pooled' | 'paired' | 'scattered'
  readonly types?: readonly string[]
  readonly kinds?: readonly string[]
  readonly sending?: string | null
  readonly host?: string | null
  readonly starts?: string
  readonly ends?: string
  readonly months?: number
  readonly elevated?: boolean
  readonly rules?: object
  readonly zones?: readonly object[]
  readonly authorisation?: object | null
  readonly programme?: string
  readonly title?: string
}

export function roundBody(plan: RoundPlan): Json {
  const { authority: _authority, months, ends, ...rest } = plan
  return {
    title: '2026年第三轮乡镇村交叉巡察',
    kinds: ['routine'],
    mode: 'pooled',
    types: [],
    elevated: false,
    sending: null,
    host: null,
    starts: '2026-12-01',
    ...(months === undefined ? { ends: ends ?? '2027-02-28' } : { months }),
    ...rest,
  }
}

export async function newRound(office: Staff, plan: RoundPlan): Promise<string> {
  const id = uuid()
  await ok(office.send('POST', '/rounds', { id, authority: plan.authority, ...roundBody(plan) }))
  return id
}

export async function fillSections(
  office: Staff,
  round: string,
  keys = ['deployment', 'staffing', 'training', 'targets', 'conduct', 'appraisal'],
) {
  for (const key of keys) await ok(office.send('PUT', `/papers/rounds/${round}/sections/${key}`, { text: '按方案执行。' }))
}

/** Runs the solver through its job and takes the result. */
export async function planRound(office: Staff, round: string, options: { readonly take?: boolean } = {}): Promise<string> {
  const id = uuid()
  await ok(office.send('POST', `/rounds/${round}/proposals`, { id, effort: 'quick' }))
  const proposal = await finished(office, round, id)
  expect(proposal['state'], JSON.stringify(proposal)).toBe('done')
  if (options.take !== false) await ok(office.send('POST', `/rounds/${round}/proposals/${id}/take`, {}))
  return id
}

/** Waits for a proposal as a page does: asks again until it has an end. */
export async function finished(office: Staff, round: string, id: string): Promise<Json> {
  for (;;) {
    const proposal = await ok(office.get(`/rounds/${round}/proposals/${id}`))
    if (proposal['state'] !== 'queued' && proposal['state'] !== 'running') return proposal
    await new Promise((resolve) => setTimeout(resolve, 50))
  }
}

/** How many steps a round has taken, as its page shows them. */
export async function stepsOf(staff: Staff, round: string): Promise<number> {
  return ((await ok(staff.get(`/rounds/${round}`)))['events'] as unknown[]).length
}

/** Hands a round in and records the meeting that decides on it; the meeting. */
export async function submitRound(office: Staff, group: Staff, round: string): Promise<string> {
  await fillSections(office, round)
  await ok(office.send('POST', `/rounds/${round}/steps`, { event: 'submit' }))
  const meeting = uuid()
  await ok(
    group.send('POST', `/papers/rounds/${round}/meetings`, {
      id: meeting,
      kind: 'leading-group',
      date: '2026-11-20',
      title: '领导小组第5次会议',
      attendees: ['组长', '副组长'],
      decision: '同意方案。',
    }),
  )
  return meeting
}

export async function approveRound(office: Staff, group: Staff, round: string): Promise<void> {
  const meeting = await submitRound(office, group, round)
  const after = await stepsOf(group, round)
  await ok(group.send('POST', `/rounds/${round}/steps`, { event: 'approve', meeting, after, reason: '同意，已阅提示' }))
}

/** Issues orders for the plan as it stands now. */
export async function issueOf(staff: Staff, round: string, window: object = {}) {
  const { body } = await staff.get(`/rounds/${round}`)
  const { planVersions } = body as { readonly planVersions?: number }
  return staff.send('POST', `/rounds/${round}/orders`, { plan: Math.max(1, planVersions ?? 1), ...window })
}
