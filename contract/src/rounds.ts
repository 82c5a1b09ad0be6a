import { Type } from 'typebox'
import { defineEndpoint } from './endpoint.ts'
import { Day, Id, Instant, Line, pageOf, PageQuery, PlaceCode, Prose, Reason } from './forms.ts'
import { closed, Light, NamedPlace, orNull, RoundKind, RoundMode, RoundState, RoundType, Warning } from './round-forms.ts'

const Rules = closed(
  {
    wholeTeams: Type.Optional(Type.Boolean()),
    hostPerTeam: Type.Optional(Type.Boolean()),
    maxSameHome: Type.Optional(orNull(Type.Integer({ minimum: 0, maximum: 1000 }))),
    distinctLeaders: Type.Optional(Type.Boolean()),
    noSwap: Type.Optional(Type.Boolean()),
    zoneBound: Type.Optional(Type.Boolean()),
    recusalLevel: Type.Optional(Type.Enum(['province', 'city', 'county', 'township', 'village'])),
    homeLevel: Type.Optional(Type.Enum(['province', 'city', 'county', 'township', 'village'])),
    coolingOffYears: Type.Optional(orNull(Type.Integer({ minimum: 0, maximum: 100 }))),
    longPostingYears: Type.Optional(orNull(Type.Integer({ minimum: 0, maximum: 100 }))),
    repeatRounds: Type.Optional(orNull(Type.Integer({ minimum: 0, maximum: 100 }))),
    again: Type.Optional(Type.Enum(['bar', 'prefer', 'off'])),
    reversal: Type.Optional(Type.Enum(['bar', 'prefer', 'off'])),
    minSenior: Type.Optional(Type.Integer({ minimum: 0, maximum: 1000 })),
    maxNewcomers: Type.Optional(orNull(Type.Integer({ minimum: 0, maximum: 1000 }))),
    unverified: Type.Optional(Type.Enum(['cost', 'bar'])),
  },
  'RoundRules',
)
/** The document by which a higher level orders the round; required with `level-raised`. */
const Authorisation = closed({ number: Line, date: Day, by: Line }, 'RoundAuthorisation')
const Zone = closed({ name: Line, members: Type.Array(PlaceCode, { minItems: 1 }), similarity: Prose }, 'RoundZone')
const Basis = closed({ title: Line, clause: Type.String({ maxLength: 200 }) }, 'PolicyBasis')

const settings = {
  title: Line,
  kinds: Type.Array(RoundKind, { minItems: 1, maxItems: 4, uniqueItems: true }),
  mode: RoundMode,
  types: Type.Array(RoundType, { uniqueItems: true }),
  elevated: Type.Boolean(),
  /** 派出地、被巡地 beside the commissioning authority (授权党委): three bodies; `host: null` = each team has its own. */
  sending: orNull(PlaceCode),
  host: orNull(PlaceCode),
  starts: Day,
  /** Either the last day or a number of months; 2024-06-01 and three months end on 2024-08-31. */
  ends: Type.Optional(Day),
  months: Type.Optional(Type.Integer({ minimum: 1, maximum: 24 })),
  template: Type.Optional(orNull(Line)),
  programme: Type.Optional(orNull(Id)),
  authorisation: Type.Optional(orNull(Authorisation)),
  /** Left out: the bases that the mode and types cite. */
  basis: Type.Optional(Type.Array(Basis, { maxItems: 10 })),
  rules: Type.Optional(Rules),
  zones: Type.Optional(Type.Array(Zone, { maxItems: 100 })),
  /** Positions of places in whole kilometres in any plane, by code; travel is measured between them. */
  positions: Type.Optional(Type.Record(PlaceCode, Type.Tuple([Type.Integer(), Type.Integer()]))),
}

const RoundSummary = closed(
  {
    id: Id,
    /** 授权党委. */
    authority: NamedPlace,
    /** Within the authority's year. */
    year: Type.Integer(),
    number: Type.Integer(),
    title: Type.String(),
    kinds: Type.Array(RoundKind),
    mode: RoundMode,
    types: Type.Array(RoundType),
    elevated: Type.Boolean(),
    state: RoundState,
    starts: Day,
    ends: Day,
    targets: Type.Integer(),
    teams: Type.Integer(),
    /** Days to the agreed end; negative = past it. */
    daysLeft: Type.Integer(),
    light: Light,
  },
  'RoundSummary',
)

const Extension = closed(
  {
    id: Id,
    from: Day,
    to: Day,
    reason: Type.String(),
    state: Type.Enum(['asked', 'approved', 'refused']),
    askedBy: Type.String(),
    askedAt: Instant,
    decidedBy: orNull(Type.String()),
    opinion: orNull(Type.String()),
  },
  'RoundExtension',
)

const RoundDetail = closed(
  {
    ...RoundSummary.properties,
    sending: orNull(NamedPlace),
    host: orNull(NamedPlace),
    /** 主体责任: the county even where a helper leads. */
    responsible: Type.Array(NamedPlace),
    /** Commissioning level against the targets' own superior; a city on a village = 2. */
    levelDifference: orNull(Type.Integer()),
    plannedEnds: Day,
    startedOn: orNull(Day),
    leftOn: orNull(Day),
    extensions: Type.Array(Extension),
    template: orNull(Type.String()),
    programme: orNull(Id),
    authorisation: orNull(Authorisation),
    basis: Type.Array(Basis),
    rules: Rules,
    zones: Type.Array(Zone),
    positions: Type.Record(PlaceCode, Type.Tuple([Type.Integer(), Type.Integer()])),
    warnings: Type.Array(Warning),
    /** Steps that the caller may take now, with what is still missing for each. */
    steps: Type.Array(
      closed({ event: Type.String(), to: RoundState, zh: Type.String(), en: Type.String(), missing: Type.Array(Warning) }),
    ),
    events: Type.Array(
      closed({
        event: Type.String(),
        from: orNull(RoundState),
        to: RoundState,
        by: Type.String(),
        at: Instant,
        reason: orNull(Type.String()),
      }),
    ),
    /** Versions of the plan so far; the newest is the one that holds. */
    planVersions: Type.Integer(),
  },
  'Round',
)

const params = { round: Id }

export const listRounds = defineEndpoint({
  method: 'GET',
  path: '/rounds',
  id: 'listRounds',
  zh: '查看轮次',
  tag: 'rounds',
  summary: 'Rounds that the caller may see, newest first; an upper office sees those of its lower offices as summaries.',
  query: {
    ...PageQuery,
    kind: Type.Optional(RoundKind),
    state: Type.Optional(RoundState),
    authority: Type.Optional(PlaceCode),
    search: Type.Optional(Type.String({ maxLength: 100 })),
  },
  reply: pageOf(RoundSummary),
})

export const createRound = defineEndpoint({
  method: 'POST',
  path: '/rounds',
  id: 'createRound',
  zh: '新建轮次',
  tag: 'rounds',
  summary:
    'Sets up a round of the caller’s authority in state draft; illegal mixes of mode and types are refused with the reason.',
  body: closed({ id: Id, /** 授权党委: it commissions the round and owns it. */ authority: PlaceCode, ...settings }, 'NewRound'),
  reply: RoundDetail,
  status: 201,
  problems: ['unfit', 'unknown-place', 'already-there'],
})

export const readRound = defineEndpoint({
  method: 'GET',
  path: '/rounds/:round',
  id: 'readRound',
  zh: '查看一个轮次',
  tag: 'rounds',
  summary: 'One round with its warnings, the steps open to the caller and its history.',
  params,
  reply: RoundDetail,
  problems: ['not-found'],
})

export const changeRound = defineEndpoint({
  method: 'PUT',
  path: '/rounds/:round',
  id: 'changeRound',
  zh: '修改轮次',
  tag: 'rounds',
  summary: 'Replaces the settings of a round in state draft.',
  params,
  body: closed(settings, 'RoundSettings'),
  reply: RoundDetail,
  problems: ['unfit', 'unknown-place', 'wrong-state'],
})

export const takeRoundStep = defineEndpoint({
  method: 'POST',
  path: '/rounds/:round/steps',
  id: 'takeRoundStep',
  zh: '办理轮次步骤',
  tag: 'rounds',
  summary:
    'Moves a round to its next state (submit, return, approve, start, leave, close, archive, reopen, withdraw). `authorise` is issueOrders.',
  params,
  body: closed(
    {
      event: Type.Enum(['submit', 'return', 'approve', 'start', 'leave', 'close', 'archive', 'reopen', 'withdraw']),
      reason: Type.Optional(Reason),
      /** The leading group's meeting that decided; required to approve. */
      meeting: Type.Optional(Id),
      /**
       * How many steps the round had taken (`events`) when the caller looked at it; required to approve. Where more were taken since, a
       * round that was returned, changed and submitted anew is not approved in place of the one that was read.
       */
      after: Type.Optional(Type.Integer({ minimum: 0 })),
    },
    'RoundStepTaken',
  ),
  reply: RoundDetail,
  problems: ['wrong-state', 'unfit', 'not-allowed', 'changed-meanwhile'],
})

export const askExtension = defineEndpoint({
  method: 'POST',
  path: '/rounds/:round/extensions',
  id: 'askExtension',
  zh: '申请延期',
  tag: 'rounds',
  summary: 'Asks to end later than planned; holds only when another person approves it.',
  params,
  body: closed({ id: Id, to: Day, reason: Reason }, 'ExtensionAsked'),
  reply: RoundDetail,
  status: 201,
  problems: ['unfit', 'wrong-state'],
})

export const decideExtension = defineEndpoint({
  method: 'POST',
  path: '/rounds/:round/extensions/:extension/decision',
  id: 'decideExtension',
  zh: '审批延期',
  tag: 'rounds',
  summary: 'Approves or refuses an extension; not by the person who asked.',
  params: { ...params, extension: Id },
  body: closed({ approve: Type.Boolean(), opinion: Reason }, 'ExtensionDecision'),
  reply: RoundDetail,
  problems: ['wrong-state', 'not-allowed'],
})

const TemplatePart = closed({
  count: Type.Integer(),
  zh: Type.String(),
  en: Type.String(),
  /** The named things counted, or empty where heads are counted. */
  items: Type.Array(Type.String()),
  /** The slot role that this headcount fills. */
  role: orNull(Type.String()),
})
export const listRoundTemplates = defineEndpoint({
  method: 'GET',
  path: '/round-templates',
  id: 'listRoundTemplates',
  zh: '查看轮次模板',
  tag: 'rounds',
  summary: 'Templates by their formula, such as 4+5+17, and the policy bases that each mode and type cites.',
  reply: closed(
    {
      templates: Type.Array(
        closed({
          label: Type.String(),
          zh: Type.String(),
          en: Type.String(),
          mode: RoundMode,
          types: Type.Array(RoundType),
          parts: Type.Array(TemplatePart),
        }),
      ),
      bases: Type.Array(closed({ of: Type.String(), title: Type.String(), clause: Type.String() })),
      mixes: Type.Array(closed({ mode: RoundMode, type: RoundType, zh: Type.String(), en: Type.String() }, 'RefusedMix')),
    },
    'RoundTemplates',
  ),
})
