// One small world for all tests of this engine: a team of 江陵县 for 荆州区弥市镇. People are invented, places are real.
import { prepareReview } from '../src/review.ts'
import { resolveRules } from '../src/resolve-rules.ts'
import type { Answer, RecusalRules, ReviewPerson, ReviewTarget, ReviewTie, RuleName, Seat, Setting } from '../src/types.ts'

export const SENDER: Seat = { origin: 'sender', role: 'member' }
export const LEADER: Seat = { origin: null, role: 'leader' }
export const HOST: Seat = { origin: 'host', role: 'liaison' }

const REGIONS = [
  { code: '4210', name: '荆州市' },
  { code: '421002', name: '沙市区' },
  { code: '421003', name: '荆州区' },
  { code: '421003105', name: '弥市镇' },
  { code: '421003105201', name: '合兴村' },
  { code: '421022', name: '公安县' },
  { code: '421024', name: '江陵县' },
]

/** A clerk of 江陵县 with every fact known and nothing to do with 荆州区. */
export function aPerson(given: Partial<ReviewPerson> = {}): ReviewPerson {
  return {
    id: 'p1',
    name: '郑国平',
    home: '421024',
    native: '421022',
    unit: 'jiangling-audit',
    postings: [{ region: '421024', from: '2010-07', to: null, title: '审计局' }],
    unverified: [],
    evidence: {
      home: { source: '人社系统', date: '2026-09-02' },
      native: { source: '干部档案', date: '2026-09-02' },
      postings: { source: '干部履历', date: '2026-09-02' },
      ties: { source: '本人申报', date: '2026-09-01' },
      unit: { source: '人社系统', date: '2026-09-02' },
    },
    ...given,
  }
}

/** A village of 弥市镇 with two officials. */
export function aTarget(given: Partial<ReviewTarget> = {}): ReviewTarget {
  return { id: 'u1', name: '合兴村', region: '421003105201', insiders: ['o1', 'o2'], ...given }
}

export function aTie(given: Partial<ReviewTie> = {}): ReviewTie {
  return { a: 'p1', b: 'o1', kind: 'study', strength: 300, source: '本人申报', ...given }
}

export type GivenSetting = Omit<Partial<Setting>, 'rules'> & { readonly rules?: Partial<RecusalRules> }

/** The round of September 2026 with the default rules. */
export function aSetting({ rules, ...given }: GivenSetting = {}): Setting {
  return {
    round: { id: '2026-3', start: '2026-09-07', end: '2026-12-04' },
    rounds: ['2025-3', '2026-1', '2026-2'],
    rules: resolveRules(rules ?? {}),
    ties: [],
    history: [],
    barred: [],
    waivers: [],
    regions: REGIONS,
    ...given,
  }
}

export type Given = {
  readonly person?: Partial<ReviewPerson>
  readonly target?: Partial<ReviewTarget>
  readonly seat?: Seat
  readonly setting?: GivenSetting
}

/** What a full review answers to one rule. */
export function answerOf(rule: RuleName, { person, target, seat, setting }: Given = {}): Answer {
  const answers = prepareReview(aSetting(setting))(aPerson(person), aTarget(target), seat ?? SENDER)
  const answer = answers.find((candidate) => candidate.rule === rule)
  if (answer === undefined) throw new Error(`no answer of rule ${rule}`)
  return answer
}
