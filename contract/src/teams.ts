import { Type } from 'typebox'
import { defineEndpoint } from './endpoint.ts'
import { Id, Instant, Line, PlaceCode, Reason } from './forms.ts'
import { CheckResult, closed, Mark, NamedPerson, NamedPlace, orNull, Sentence, SlotOrigin, Warning } from './round-forms.ts'

const params = { round: Id }

const Slot = closed({ role: Line, skill: Type.Optional(Line), origin: Type.Optional(SlotOrigin) }, 'TeamSlot')
const Team = closed(
  {
    id: Id,
    /** Shown number, from 1. */
    number: Type.Integer({ minimum: 1, maximum: 100_000 }),
    name: Line,
    /** `null` = the solver chooses. */
    home: orNull(PlaceCode),
    host: orNull(PlaceCode),
    slots: Type.Array(Slot, { minItems: 1, maxItems: 100 }),
  },
  'Team',
)
const Teams = closed({ items: Type.Array(Team), seats: Type.Integer(), warnings: Type.Array(Warning) }, 'Teams')

export const listTeams = defineEndpoint({
  method: 'GET',
  path: '/rounds/:round/teams',
  id: 'listTeams',
  zh: '查看巡察组',
  tag: 'teams',
  summary: 'Teams of a round and their seats.',
  params,
  reply: Teams,
})

export const setTeams = defineEndpoint({
  method: 'PUT',
  path: '/rounds/:round/teams',
  id: 'setTeams',
  zh: '设置巡察组',
  tag: 'teams',
  summary: 'Replaces the teams of a round in state draft.',
  params,
  body: closed({ teams: Type.Array(Team, { minItems: 1, maxItems: 2000 }) }, 'TeamsChosen'),
  reply: Teams,
  problems: ['unfit', 'wrong-state', 'unknown-place'],
})

const PoolMember = closed(
  {
    person: NamedPerson,
    roles: Type.Array(Type.String()),
    skills: Type.Array(Type.String()),
    experience: Type.Enum(['senior', 'ordinary', 'newcomer']),
    source: orNull(NamedPlace),
    unavailable: Type.Boolean(),
    /** Facts that are missing or not verified, such as `native`. */
    unverified: Type.Array(Type.String()),
    /** Fixed to a team by hand before the solver runs. */
    pinned: orNull(Id),
    withdrawal: orNull(Type.Enum(['asked', 'approved', 'refused'])),
  },
  'PoolMember',
)
const Pool = closed(
  {
    items: Type.Array(PoolMember),
    byHome: Type.Array(closed({ home: orNull(NamedPlace), people: Type.Integer(), leaders: Type.Integer() })),
    apart: Type.Array(Type.Tuple([Id, Id])),
    warnings: Type.Array(Warning),
  },
  'Pool',
)
export const readPool = defineEndpoint({
  method: 'GET',
  path: '/rounds/:round/pool',
  id: 'readPool',
  zh: '查看抽调人员',
  tag: 'teams',
  summary: 'People from whom the round is staffed.',
  params,
  reply: Pool,
})

export const setPool = defineEndpoint({
  method: 'PUT',
  path: '/rounds/:round/pool',
  id: 'setPool',
  zh: '确定抽调人员',
  tag: 'teams',
  summary: 'Replaces the pool of a round in state draft: people, pins and pairs to be kept apart.',
  params,
  body: closed(
    {
      people: Type.Array(Id, { maxItems: 20_000, uniqueItems: true }),
      pins: Type.Optional(Type.Array(closed({ person: Id, team: Id }), { maxItems: 20_000 })),
      apart: Type.Optional(Type.Array(Type.Tuple([Id, Id]), { maxItems: 5000 })),
    },
    'PoolChosen',
  ),
  reply: Pool,
  problems: ['unfit', 'wrong-state', 'not-found'],
})

export const readClashes = defineEndpoint({
  method: 'GET',
  path: '/rounds/:round/clashes',
  id: 'readClashes',
  zh: '查看人员冲突',
  tag: 'teams',
  summary:
    'What clashes before anybody is asked: bars of each person against each target, capacity, unverified facts, and rules that cannot hold together.',
  params,
  query: { person: Type.Optional(Id) },
  reply: closed(
    {
      people: Type.Integer(),
      targets: Type.Integer(),
      seats: Type.Integer(),
      pairs: Type.Integer(),
      barred: Type.Integer(),
      unknown: Type.Integer(),
      /** People for whom at least one region of the round is barred or unknown, worst first; all with `person`. */
      persons: Type.Array(
        closed({
          person: NamedPerson,
          freeRegions: Type.Integer(),
          barredRegions: Type.Integer(),
          unverified: Type.Array(Type.String()),
          clashes: Type.Array(
            closed({ region: NamedPlace, targets: Type.Integer(), result: CheckResult, marks: Type.Array(Mark) }),
          ),
        }),
      ),
      capacity: Type.Array(closed({ what: Sentence, need: Type.Integer(), have: Type.Integer(), holds: Type.Boolean() })),
      calendar: Type.Array(Warning),
      warnings: Type.Array(Warning),
    },
    'Clashes',
  ),
})

export const readRoster = defineEndpoint({
  method: 'GET',
  path: '/rounds/:round/roster',
  id: 'readRoster',
  zh: '查看成员名单',
  tag: 'teams',
  summary: 'Members of the present plan with each tie to the place inspected, counts by origin, and the share of new faces.',
  params,
  reply: closed(
    {
      members: Type.Array(
        closed({
          person: NamedPerson,
          team: Id,
          teamName: Type.String(),
          role: Type.String(),
          /** Known ties to the places and officials of the team's targets; empty = none found, unless something is unknown. */
          ties: Type.Array(Sentence),
          unknown: Type.Array(Sentence),
          /** Never inspected any target region of the team. */
          newFace: Type.Boolean(),
        }),
      ),
      byOrigin: Type.Array(closed({ city: orNull(NamedPlace), people: Type.Integer(), local: Type.Boolean() })),
      newFaces: closed({
        share: Type.Number(),
        of: Type.Integer(),
        count: Type.Integer(),
        threshold: Type.Number(),
        holds: Type.Boolean(),
      }),
    },
    'Roster',
  ),
})

const Withdrawal = closed(
  {
    id: Id,
    person: NamedPerson,
    reason: Type.String(),
    state: Type.Enum(['asked', 'approved', 'refused']),
    askedBy: Type.String(),
    askedAt: Instant,
    decidedBy: orNull(Type.String()),
    opinion: orNull(Type.String()),
  },
  'Withdrawal',
)
export const listWithdrawals = defineEndpoint({
  method: 'GET',
  path: '/rounds/:round/withdrawals',
  id: 'listWithdrawals',
  zh: '查看人员退出申请',
  tag: 'teams',
  summary: 'Requests of sending bodies to take a person out of a round.',
  params,
  reply: closed({ items: Type.Array(Withdrawal) }, 'Withdrawals'),
})

export const askWithdrawal = defineEndpoint({
  method: 'POST',
  path: '/rounds/:round/withdrawals',
  id: 'askWithdrawal',
  zh: '申请人员退出',
  tag: 'teams',
  summary: 'Asks to take a person out of a round; holds only when the round’s own office approves.',
  params,
  body: closed({ id: Id, person: Id, reason: Reason }, 'WithdrawalAsked'),
  reply: Withdrawal,
  status: 201,
  problems: ['unfit', 'already-there'],
})

export const decideWithdrawal = defineEndpoint({
  method: 'POST',
  path: '/rounds/:round/withdrawals/:withdrawal/decision',
  id: 'decideWithdrawal',
  zh: '审批人员退出',
  tag: 'teams',
  summary: 'The round’s own office approves or refuses; approved, the person is unavailable and a repair is due.',
  params: { ...params, withdrawal: Id },
  body: closed({ approve: Type.Boolean(), opinion: Reason }, 'WithdrawalDecision'),
  reply: Withdrawal,
  problems: ['wrong-state', 'not-allowed'],
})
