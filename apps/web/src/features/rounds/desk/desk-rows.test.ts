import { describe, expect, it } from 'vitest'
import { bandOf, daysBetween, deskRows, type OpenRound } from './desk-rows.ts'

const place = { code: '421000', name: '荆州市' }
const draft: OpenRound['round'] = {
  id: '01900000-0000-7000-8000-000000000001',
  authority: place,
  year: 2026,
  number: 4,
  title: '第四轮',
  kinds: ['routine'],
  mode: 'pooled',
  types: [],
  elevated: false,
  state: 'draft',
  starts: '2026-12-01',
  ends: '2027-02-28',
  targets: 0,
  teams: 0,
  daysLeft: 90,
  light: 'none',
  sending: null,
  host: null,
  responsible: [],
  levelDifference: null,
  plannedEnds: '2027-02-28',
  startedOn: null,
  leftOn: null,
  extensions: [],
  template: null,
  programme: null,
  authorisation: null,
  basis: [],
  rules: {},
  zones: [],
  positions: {},
  warnings: [],
  steps: [],
  events: [],
  planVersions: 0,
}
const open = (part: Partial<OpenRound['round']>): OpenRound => ({
  round: { ...draft, ...part },
  proposals: [],
  lateTies: [],
  pool: [],
  relaxations: [],
  desk: { proposals: [], desk: null, acknowledge: '0'.repeat(64), mayPropose: true, mayRun: false },
  notices: [],
})
const step = (event: string, missing: OpenRound['round']['steps'][number]['missing'] = []) => ({
  event,
  to: 'submitted' as const,
  zh: '',
  en: '',
  missing,
})

describe('the desk', () => {
  it('asks a leading group for its signature where a rule is to give way, and nobody who may not give it', () => {
    const asked = {
      id: 'r1',
      proposal: 'p1',
      price: 1,
      grants: [],
      why: '骨干不足',
      askedBy: '周敏',
      askedAt: '2026-11-01T00:00:00Z',
      state: 'asked' as const,
      decidedBy: null,
      decidedAt: null,
      opinion: null,
      endedBy: null,
      endedAt: null,
      endedReason: null,
      mayDecide: true,
      mayEnd: false,
    }
    const rows = (mayDecide: boolean) => deskRows([{ ...open({}), relaxations: [{ ...asked, mayDecide }] }], '2026-11-20', false)
    expect(rows(true).map(({ act, to }) => [act.zh, to])).toEqual([['审批放宽', `/rounds/${draft.id}/board/waivers`]])
    expect(rows(false)).toEqual([])
  })

  it('asks whoever may be the second hand for a desk and a text, and the office for keys of a desk that has none', () => {
    const terms = { code: 'mishi1', until: '2027-02-24', root: '', sender: '', host: '', phone: '', site: '', fingerprint: '' }
    const proposal = {
      ...terms,
      id: 'p1',
      askedBy: '周敏',
      askedAt: '2026-11-01T00:00:00Z',
      state: 'asked' as const,
      decidedBy: null,
      decidedAt: null,
      opinion: null,
      mayDecide: true,
    }
    const notice = {
      id: 'n1',
      channel: 'group' as const,
      text: '',
      askedBy: '周敏',
      askedAt: '2026-11-01T00:00:00Z',
      state: 'asked' as const,
      decidedBy: null,
      opinion: null,
      mayDecide: true,
      publications: [],
    }
    const round = open({})
    const asked = { ...round, desk: { ...round.desk, proposals: [proposal] }, notices: [notice] }
    const acts = (one: OpenRound, isOffice: boolean) => deskRows([one], '2026-11-20', isOffice).map(({ act }) => act.zh)
    expect(acts(asked, false)).toEqual(['核对收件点', '审批文稿'])
    const own = {
      ...asked,
      desk: { ...asked.desk, proposals: [{ ...proposal, mayDecide: false }] },
      notices: [{ ...notice, mayDecide: false }],
    }
    expect(acts(own, true)).toEqual([])
    const desk = { ...terms, state: 'no-keys' as const, epochs: [], rehearsals: [], reports: 0 }
    expect([true, false].map((isOffice) => acts({ ...round, desk: { ...round.desk, desk } }, isOffice))).toEqual([
      ['公布钥匙单'],
      [],
    ])
  })

  it('puts what is latest first and counts from the original date', () => {
    const rows = deskRows(
      [
        open({ steps: [step('submit')] }),
        open({
          id: '01900000-0000-7000-8000-000000000002',
          title: '第三轮',
          plannedEnds: '2026-11-10',
          ends: '2026-12-10',
          steps: [step('leave')],
        }),
      ],
      '2026-11-21',
    )
    expect(rows.map((row) => [row.act.zh, row.object, row.days])).toEqual([
      ['结束进驻', '第三轮', -11],
      ['报批', '第四轮', 10],
    ])
  })

  it('says of a draft what is missing instead of offering to submit it', () => {
    const missing = { level: 'bar' as const, rule: 'targets', zh: '还没有对象', en: 'no targets' }
    const [row] = deskRows([open({ steps: [step('submit', [missing])] })], '2026-11-21')
    expect(row).toMatchObject({ act: { zh: '继续编制' }, why: { zh: '还没有对象' } })
  })

  it('counts people with unverified facts and never calls them clear', () => {
    const member = {
      person: { id: '01900000-0000-7000-8000-000000000003', name: '甲', title: null, home: null },
      roles: ['member'],
      skills: [],
      experience: 'ordinary' as const,
      source: null,
      unavailable: false,
      unverified: ['home'],
      pinned: null,
      withdrawal: null,
    }
    const rows = deskRows([{ ...open({}), pool: [member] }], '2026-11-21')
    expect(rows[0]?.why.zh).toBe('1人有未核事实，未核不等于无')
  })

  it('asks of a leading group only its own steps', () => {
    const rows = deskRows([{ ...open({ steps: [step('approve')] }), proposals: [] }], '2026-11-21', false)
    expect(rows.map((row) => row.act.zh)).toEqual(['审批'])
  })

  it('sorts days into bands', () => {
    expect([-1, 0, 7, 8].map(bandOf)).toEqual(['late', 'today', 'soon', 'later'])
    expect(daysBetween('2026-11-21', '2026-12-01')).toBe(10)
  })
})
