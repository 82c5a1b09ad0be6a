import { Type } from 'typebox'
import { defineEndpoint } from './endpoint.ts'
import { Id, Instant, Line, Reason } from './forms.ts'
import { closed, NamedPlace, orNull, Sentence } from './round-forms.ts'

const params = { round: Id }
const Hash = Type.String({ pattern: '^sha256:[0-9a-f]{64}$' })
const Level = Type.Enum(['worstExposure', 'totalExposure', 'unverified', 'memory', 'workloadSpread', 'travel'])

/** One objective, best level first: what the plan reaches, what is proven, and how to say it. */
export const Objective = closed(
  {
    level: Level,
    value: Type.Integer(),
    bound: orNull(Type.Integer()),
    /** `proven` = value equals the bound; `gap` = a bound stands below; `open` = 未给下界. */
    proof: Type.Enum(['proven', 'gap', 'open']),
  },
  'Objective',
)

/** Why no plan can exist: rules and facts that clash, and the cheapest way out for each. */
const NoPlan = closed(
  {
    summary: Sentence,
    /** False: the search neither found a plan nor proved that there is none. */
    proven: Type.Boolean(),
    /** With any one of the clashes gone the others could be met. */
    irreducible: Type.Boolean(),
    clashes: Type.Array(closed({ rule: Type.String(), fact: Sentence })),
    /** Cheapest first; legal bars are never among them. */
    relaxations: Type.Array(
      closed({
        price: Type.Integer(),
        text: Sentence,
        /** What the leading group would sign, as far as it reaches; `null` = no signature helps: call up people or have them return. */
        grants: orNull(Type.Array(Sentence)),
        /** Why it cannot be signed all the same: rules would give way farther than they may. */
        beyond: orNull(Sentence),
      }),
    ),
  },
  'NoPlan',
)

const Proposal = closed(
  {
    id: Id,
    round: Id,
    /** A repair keeps the plan of a version and moves as few people as it can. */
    purpose: Type.Enum(['plan', 'repair']),
    keeps: orNull(Type.Integer()),
    state: Type.Enum(['queued', 'running', 'done', 'no-plan', 'failed', 'cancelled']),
    seed: Type.String(),
    effort: Type.String(),
    problem: Hash,
    plan: orNull(Hash),
    progress: closed({ iterations: Type.Integer(), objective: Type.Array(Objective) }),
    objective: Type.Array(Objective),
    noPlan: orNull(NoPlan),
    /** What had been signed to give way when the solver was asked: nothing else did. */
    relaxed: Type.Array(Sentence),
    /** The independent check, run before anybody sees the plan; never false on a plan that is shown. */
    verified: orNull(Type.Boolean()),
    /** What a repair changes against the plan it keeps. */
    changes: Type.Array(Sentence),
    message: orNull(Sentence),
    /** The version that this became when it was taken. */
    version: orNull(Type.Integer()),
    askedBy: Type.String(),
    askedAt: Instant,
    finishedAt: orNull(Instant),
  },
  'Proposal',
)

export const proposeDispatch = defineEndpoint({
  method: 'POST',
  path: '/rounds/:round/proposals',
  id: 'proposeDispatch',
  zh: '求解派组方案',
  tag: 'dispatch',
  summary: 'Queues the solver on the round as it stands; read the proposal for progress and result.',
  params,
  body: closed(
    {
      id: Id,
      seed: Type.Optional(Type.String({ pattern: '^[0-9a-f]{64}$' })),
      effort: Type.Optional(
        Type.Union([Type.Enum(['quick', 'normal', 'long']), Type.Integer({ minimum: 0, maximum: 100_000_000 })]),
      ),
      /** Move as few people as possible against the present plan. */
      keep: Type.Optional(Type.Boolean()),
    },
    'ProposalAsked',
  ),
  reply: Proposal,
  status: 202,
  problems: ['unfit', 'wrong-state'],
})

export const listProposals = defineEndpoint({
  method: 'GET',
  path: '/rounds/:round/proposals',
  id: 'listProposals',
  zh: '查看方案求解',
  tag: 'dispatch',
  summary: 'Proposals of the solver for a round, newest first.',
  params,
  reply: closed({ items: Type.Array(Proposal) }, 'Proposals'),
})

export const readProposal = defineEndpoint({
  method: 'GET',
  path: '/rounds/:round/proposals/:proposal',
  id: 'readProposal',
  zh: '查看一次方案求解',
  tag: 'dispatch',
  summary: 'One proposal with its progress.',
  params: { ...params, proposal: Id },
  reply: Proposal,
  problems: ['not-found'],
})

export const cancelProposal = defineEndpoint({
  method: 'POST',
  path: '/rounds/:round/proposals/:proposal/cancel',
  id: 'cancelProposal',
  zh: '停止方案求解',
  tag: 'dispatch',
  summary: 'Stops a queued or running proposal.',
  params: { ...params, proposal: Id },
  reply: Proposal,
  problems: ['wrong-state'],
})

export const takeProposal = defineEndpoint({
  method: 'POST',
  path: '/rounds/:round/proposals/:proposal/take',
  id: 'takeProposal',
  zh: '采用派组方案',
  tag: 'dispatch',
  summary: 'Makes a finished proposal the plan of the round: a new version. A repair also revokes orders that no longer hold.',
  params: { ...params, proposal: Id },
  body: closed({ reason: Type.Optional(Reason) }, 'ProposalTaken'),
  reply: Proposal,
  problems: ['wrong-state', 'changed-meanwhile', 'unfit'],
})

const PlanVersion = closed(
  {
    version: Type.Integer(),
    origin: Type.Enum(['proposal', 'by-hand', 'undo', 'repair', 'loaded', 'draw']),
    reason: orNull(Type.String()),
    by: Type.String(),
    at: Instant,
    problem: Hash,
    plan: Hash,
    objective: Type.Array(Objective),
    changes: Type.Array(Sentence),
  },
  'PlanVersion',
)
export const listPlans = defineEndpoint({
  method: 'GET',
  path: '/rounds/:round/plans',
  id: 'listPlans',
  zh: '查看派组方案版本',
  tag: 'dispatch',
  summary: 'Every version of the round’s plan, newest first: nothing is overwritten.',
  params,
  reply: closed({ items: Type.Array(PlanVersion) }, 'PlanVersions'),
})

export const downloadProblem = defineEndpoint({
  method: 'GET',
  path: '/rounds/:round/plans/:version/problem.json',
  id: 'downloadProblem',
  zh: '下载派组问题',
  tag: 'dispatch',
  summary:
    'The problem file of a version, as `shengmian plan` takes it: with every tie in it, so for the office only. Version 0 = the round as it stands now.',
  params: { ...params, version: Type.Integer({ minimum: 0 }) },
  logged: 'export',
  reply: { file: 'application/json' },
  problems: ['not-found', 'unfit'],
})

export const downloadPlan = defineEndpoint({
  method: 'GET',
  path: '/rounds/:round/plans/:version/plan.json',
  id: 'downloadPlan',
  zh: '下载派组方案',
  tag: 'dispatch',
  summary: 'The plan file of a version, as `shengmian verify` takes it.',
  params: { ...params, version: Type.Integer({ minimum: 1 }) },
  logged: 'export',
  reply: { file: 'application/json' },
  problems: ['not-found'],
})

const Arrow = closed({
  home: orNull(NamedPlace),
  host: NamedPlace,
  team: Id,
  teamName: Type.String(),
  zone: orNull(Type.String()),
  people: Type.Integer(),
  travel: Type.Integer(),
  /** Where the home was sent in the newest earlier round. */
  lastHost: orNull(NamedPlace),
})
export const readWhoInspectsWhom = defineEndpoint({
  method: 'GET',
  path: '/rounds/:round/arrows',
  id: 'readWhoInspectsWhom',
  zh: '查看谁查谁',
  tag: 'dispatch',
  summary:
    'Who inspects whom: home → host of this round beside the last one, by zone, with counts of self, mutual, cross-zone and repeated pairs.',
  params,
  reply: closed(
    {
      arrows: Type.Array(Arrow),
      lastRound: orNull(Type.String()),
      last: Type.Array(closed({ home: NamedPlace, host: NamedPlace, zone: orNull(Type.String()) })),
      zones: Type.Array(closed({ name: Type.String(), members: Type.Array(NamedPlace), similarity: Type.String() })),
      self: Type.Integer(),
      mutual: Type.Integer(),
      crossZone: Type.Integer(),
      repeated: Type.Integer(),
      reversed: Type.Integer(),
      warnings: Type.Array(Sentence),
    },
    'WhoInspectsWhom',
  ),
})

const Waiver = closed(
  {
    id: Id,
    rule: Type.String(),
    person: Id,
    personName: Type.String(),
    target: Id,
    targetName: Type.String(),
    why: Type.String(),
    by: Type.String(),
    at: Instant,
    endedAt: orNull(Instant),
  },
  'Waiver',
)
export const listWaivers = defineEndpoint({
  method: 'GET',
  path: '/rounds/:round/waivers',
  id: 'listWaivers',
  zh: '查看例外批准',
  tag: 'dispatch',
  summary: 'Signed exceptions of a round; each is shown in certificate, plan and report.',
  params,
  reply: closed({ items: Type.Array(Waiver) }, 'Waivers'),
})
export const signWaiver = defineEndpoint({
  method: 'POST',
  path: '/rounds/:round/waivers',
  id: 'signWaiver',
  zh: '签署例外批准',
  tag: 'dispatch',
  summary: 'A named approver lifts one rule for one person and one target, with a reason. Kinship is never lifted.',
  params,
  body: closed({ id: Id, rule: Line, person: Id, target: Id, why: Reason }, 'WaiverSigned'),
  reply: Waiver,
  status: 201,
  problems: ['unfit', 'not-allowed', 'wrong-state'],
})
export const endWaiver = defineEndpoint({
  method: 'POST',
  path: '/rounds/:round/waivers/:waiver/end',
  id: 'endWaiver',
  zh: '结束例外批准',
  tag: 'dispatch',
  summary: 'Takes an exception back, with a reason; it stays on record.',
  params: { ...params, waiver: Id },
  body: closed({ reason: Reason }, 'WaiverEnded'),
  reply: Waiver,
  problems: ['wrong-state', 'not-allowed'],
})
