import { Type } from 'typebox'
import { defineEndpoint } from './endpoint.ts'
import { Day, Id, Line, PlaceCode, Reason } from './forms.ts'
import { closed, NamedPlace, orNull, Warning } from './round-forms.ts'

const params = { round: Id }

const Opinion = closed({ meeting: Id, body: Type.String(), text: Type.String() })
const RoundTarget = closed(
  {
    /** The id of the unit; a unit is one target of a round at most once. */
    unit: Id,
    name: Type.String(),
    place: NamedPlace,
    county: NamedPlace,
    level: Type.Enum(['province', 'city', 'county', 'township', 'village']),
    class: orNull(Type.Enum(['exemplary', 'ordinary', 'lagging'])),
    /** Person-days. */
    workload: Type.Integer(),
    needs: Type.Array(Type.String()),
    /** Officials who answer for it; `null` = the list is not known, which is never "none". */
    insiders: orNull(Type.Integer()),
    lastInspected: orNull(Day),
    team: orNull(Id),
    reason: orNull(Type.String()),
    rank: orNull(Type.Integer()),
    score: orNull(Type.Number()),
    /** Who supervises it day by day, as 市纪委监委第三监督检查室; `null` = nobody is named, or the caller may not see who. */
    supervisor: orNull(Type.String()),
    opinions: Type.Array(Opinion),
  },
  'RoundTarget',
)
const RoundTargets = closed(
  {
    items: Type.Array(RoundTarget),
    totals: closed({
      targets: Type.Integer(),
      counties: Type.Integer(),
      townships: Type.Integer(),
      villages: Type.Integer(),
      others: Type.Integer(),
      workload: Type.Integer(),
      unknownInsiders: Type.Integer(),
    }),
    warnings: Type.Array(Warning),
  },
  'RoundTargets',
)

export const listRoundTargets = defineEndpoint({
  method: 'GET',
  path: '/rounds/:round/targets',
  id: 'listRoundTargets',
  zh: '查看巡察对象',
  tag: 'round-targets',
  summary: 'Targets of a round with workload, needs, officials and what to look at before going on.',
  params,
  reply: RoundTargets,
  problems: ['not-found'],
})

export const setRoundTargets = defineEndpoint({
  method: 'PUT',
  path: '/rounds/:round/targets',
  id: 'setRoundTargets',
  zh: '确定巡察对象',
  tag: 'round-targets',
  summary: 'Replaces the targets of a round in state draft. A low-ranked or recently inspected target needs a reason.',
  params,
  body: closed(
    {
      targets: Type.Array(
        closed({
          unit: Id,
          workload: Type.Optional(Type.Integer({ minimum: 0, maximum: 100_000 })),
          needs: Type.Optional(Type.Array(Line, { maxItems: 20 })),
          reason: Type.Optional(Reason),
        }),
        { maxItems: 20_000 },
      ),
    },
    'RoundTargetsChosen',
  ),
  reply: RoundTargets,
  problems: ['unfit', 'wrong-state'],
})

export const addTargetTree = defineEndpoint({
  method: 'POST',
  path: '/rounds/:round/targets/trees',
  id: 'addTargetTree',
  zh: '成批加入巡察对象',
  tag: 'round-targets',
  summary: 'Adds a township (or county) unit together with the villages and communities below it (巡镇带村).',
  params,
  body: closed(
    { place: PlaceCode, workload: Type.Optional(Type.Integer({ minimum: 0, maximum: 100_000 })), reason: Type.Optional(Reason) },
    'TargetTree',
  ),
  reply: RoundTargets,
  problems: ['unfit', 'unknown-place', 'wrong-state'],
})

const LevelCoverage = closed({
  level: Type.Enum(['county', 'township', 'village', 'other']),
  due: Type.Integer(),
  inspected: Type.Integer(),
})
export const readRoundCoverage = defineEndpoint({
  method: 'GET',
  path: '/rounds/:round/coverage',
  id: 'readRoundCoverage',
  zh: '查看覆盖情况',
  tag: 'round-targets',
  summary: 'Coverage of a round by county and level, the matrix team × county, and the term’s coverage apart from it.',
  params,
  reply: closed(
    {
      round: Type.Array(LevelCoverage),
      term: orNull(closed({ plan: Id, title: Type.String(), levels: Type.Array(LevelCoverage), neverInspected: Type.Integer() })),
      totals: closed({
        targets: Type.Integer(),
        counties: Type.Integer(),
        townships: Type.Integer(),
        villages: Type.Integer(),
        others: Type.Integer(),
      }),
      counties: Type.Array(closed({ county: NamedPlace, targets: Type.Integer(), teams: Type.Integer() })),
      teams: Type.Array(closed({ team: Id, name: Type.String() })),
      /** Team (row) × county (column): targets, and whether a member's home lies there. */
      matrix: Type.Array(Type.Array(closed({ targets: Type.Integer(), home: Type.Boolean() }))),
      targetsPerTeam: orNull(Type.Number()),
    },
    'RoundCoverage',
  ),
})

const Factor = closed({ key: Type.String(), zh: Type.String(), en: Type.String(), weight: Type.Number(), value: Type.Number() })
const Candidate = closed(
  {
    unit: Id,
    name: Type.String(),
    place: NamedPlace,
    factors: Type.Array(Factor),
    score: Type.Number(),
    rank: Type.Integer(),
    chosen: Type.Boolean(),
  },
  'Candidate',
)
const Candidates = closed(
  { items: Type.Array(Candidate), lowFrom: Type.Integer({ description: 'choosing a rank from here on needs a reason' }) },
  'Candidates',
)

export const listCandidates = defineEndpoint({
  method: 'GET',
  path: '/rounds/:round/candidates',
  id: 'listCandidates',
  zh: '查看候选对象',
  tag: 'round-targets',
  summary: 'Scored candidates for the round, best first, with the three numbers of each.',
  params,
  reply: Candidates,
})

export const scoreCandidates = defineEndpoint({
  method: 'PUT',
  path: '/rounds/:round/candidates',
  id: 'scoreCandidates',
  zh: '填写候选对象排序依据',
  tag: 'round-targets',
  summary: 'Stores the selection score of three weighted factors with the decision.',
  params,
  body: closed(
    {
      weights: closed({
        economy: Type.Number({ minimum: 0, maximum: 100 }),
        conflicts: Type.Number({ minimum: 0, maximum: 100 }),
        complaints: Type.Number({ minimum: 0, maximum: 100 }),
      }),
      candidates: Type.Array(
        closed({
          unit: Id,
          economy: Type.Number({ minimum: 0, maximum: 100 }),
          conflicts: Type.Number({ minimum: 0, maximum: 100 }),
          complaints: Type.Number({ minimum: 0, maximum: 100 }),
        }),
        { minItems: 1, maxItems: 5000 },
      ),
    },
    'CandidateScores',
  ),
  reply: Candidates,
  problems: ['unfit', 'wrong-state'],
})
