// The files of a draw, `shengmian.draw/1`: each step of the ceremony is one small file that names the root it belongs to.
// All integers; the same schema validates, is published, and gives the types.
import { Type, type Static } from 'typebox'

const closed = { additionalProperties: false } as const
const Id = Type.String({ minLength: 1, maxLength: 100 })
const Text = Type.String({ maxLength: 1000 })
const Hash = Type.String({ pattern: '^sha256:[0-9a-f]{64}$' })
const Secret = Type.String({ pattern: '^[0-9a-f]{64}$' })
const Count = Type.Integer({ minimum: 0, maximum: 1_000_000_000 })
const Stage = Type.Union([Type.Literal(1), Type.Literal(2)])
const format = Type.Literal('shengmian.draw/1')
const nullable = <T extends Parameters<typeof Type.Union>[0][number]>(schema: T) => Type.Union([schema, Type.Null()])

const Side = Type.Union([
  Type.Literal('commissioning'),
  Type.Literal('sending'),
  Type.Literal('inspected'),
  Type.Literal('supervisor'),
])

/** How far from the best a ticket may be, level by level; travel by a share and by kilometres. */
const Tolerance = Type.Object(
  {
    worstExposure: Count,
    totalExposure: Count,
    unverified: Count,
    memory: Count,
    workloadSpread: Count,
    travelPermille: Type.Integer({ minimum: 0, maximum: 10_000 }),
    travelKm: Count,
  },
  closed,
)

const Round = Type.Integer({ minimum: 1, maximum: 1_000_000_000_000 })

const Terms = Type.Object(
  {
    round: Id,
    /** 1 for the first draw of a round; every aborted one uses up a number. */
    number: Type.Integer({ minimum: 1, maximum: 1000 }),
    earlier: Type.Array(Type.Object({ number: Count, root: Hash, abort: Hash }, closed)),
    /** Version of what decides a plan's bytes, and SHA-256 of the program that froze the draw (null where it was not told). */
    engine: Type.String({ maxLength: 100 }),
    code: nullable(Hash),
    tickets: Type.Integer({ minimum: 1, maximum: 1_000_000 }),
    tolerance: Tolerance,
    /** No person–target pair may be in more than this share of the tickets. */
    capPermille: nullable(Type.Integer({ minimum: 1, maximum: 1000 })),
    /** Iterations behind the best plan; proposals a seat behind each ticket. */
    effort: Type.Integer({ minimum: 1, maximum: 1_000_000_000_000 }),
    proposals: Type.Integer({ minimum: 1, maximum: 100_000 }),
    withdrawal: Type.Union([Type.Literal('next-ticket'), Type.Literal('least-change')]),
    /** Until when a party must have shown its secrets, as announced. */
    deadline: Text,
    /** Rounds of drand’s network quicknet, named before they exist; null = none, as on a closed network. */
    publicRounds: nullable(Type.Object({ first: Round, second: Round }, closed)),
    parties: Type.Array(Type.Object({ id: Id, name: Text, side: Side }, closed)),
  },
  closed,
)

const Freeze = Type.Object({ format, kind: Type.Literal('freeze'), terms: Terms, leaves: Count, root: Hash }, closed)
const Salts = Type.Object({ format, kind: Type.Literal('salts'), root: Hash, key: Secret }, closed)
const Commitment = Type.Object(
  { format, kind: Type.Literal('commitment'), root: Hash, party: Id, first: Hash, second: Hash },
  closed,
)
const Dice = Type.Object(
  {
    format,
    kind: Type.Literal('dice'),
    root: Hash,
    stage: Stage,
    rolls: Type.String({ pattern: '^[1-6]{10,1000}$' }),
    witness: Text,
  },
  closed,
)
const PublicBeacon = Type.Object(
  {
    format,
    kind: Type.Literal('public'),
    root: Hash,
    stage: Stage,
    round: Round,
    signature: Type.String({ pattern: '^[0-9a-f]{96}$' }),
  },
  closed,
)
const Reveal = Type.Object(
  { format, kind: Type.Literal('reveal'), root: Hash, party: Id, stage: Stage, secret: Secret, sees: Hash },
  closed,
)
const Figures = Type.Object(
  {
    worstExposure: Count,
    totalExposure: Count,
    unverified: Count,
    memory: Count,
    workloadSpread: Count,
    travel: Count,
  },
  closed,
)
const Portfolio = Type.Object(
  {
    format,
    kind: Type.Literal('portfolio'),
    root: Hash,
    beacon: Hash,
    /** The best plan known, from which the tolerance is measured. */
    best: Type.Object({ plan: Hash, objective: Figures }, closed),
    amplitude: Count,
    plans: Type.Array(Hash),
    portfolioRoot: Hash,
    /** In tickets: the most that hold one person–target pair; the sum over seated people of their own most; how many people that is. */
    largestPair: Count,
    sumOfLargest: Count,
    people: Count,
    distinctPlans: Count,
    /** ⌊1000·log2(tickets ÷ largestPair)⌋. */
    minEntropyMillibits: Count,
  },
  closed,
)
const Pick = Type.Object(
  { format, kind: Type.Literal('pick'), root: Hash, portfolioRoot: Hash, beacon: Hash, ticket: Count, plan: Hash },
  closed,
)
const Withdrawal = Type.Object(
  {
    format,
    kind: Type.Literal('withdrawal'),
    root: Hash,
    number: Type.Integer({ minimum: 1, maximum: 1_000_000 }),
    person: Id,
    reason: Type.String({ minLength: 1, maxLength: 1000 }),
    by: Type.String({ minLength: 1, maxLength: 1000 }),
    /** The ticket that took over; null = the least change of the plan before. */
    ticket: nullable(Count),
    plan: Hash,
  },
  closed,
)
const Abort = Type.Object(
  {
    format,
    kind: Type.Literal('abort'),
    root: Hash,
    number: Count,
    party: nullable(Id),
    why: Type.String({ minLength: 1, maxLength: 1000 }),
    /** Every second secret was open by then: the outcome was fixed, and the draw ended all the same. */
    fixed: Type.Optional(Type.Literal(true)),
    /**
     * How far the draw had come, where it was further than the commitments and the outcome was not fixed: some first secrets were open;
     * all, so that the tickets could be computed; the tickets were published; some second secrets were open.
     */
    after: Type.Optional(
      Type.Union([Type.Literal('some-first'), Type.Literal('all-first'), Type.Literal('tickets'), Type.Literal('some-second')]),
    ),
    /** The first randomness gives no tickets: no plan exists, or the cap cannot be met. A replay says whether that is so. */
    noTickets: Type.Optional(Type.Literal(true)),
  },
  closed,
)
const Branch = Type.Object(
  {
    format,
    kind: Type.Literal('branch'),
    root: Hash,
    leaf: Count,
    leaves: Count,
    /** Canonical JSON of [list, place in the list, record]. */
    record: Type.String(),
    salt: Secret,
    path: Type.Array(Hash),
  },
  closed,
)

/** By the `kind` that a file names. */
export const DRAW_SCHEMAS = {
  freeze: Freeze,
  salts: Salts,
  commitment: Commitment,
  dice: Dice,
  reveal: Reveal,
  public: PublicBeacon,
  portfolio: Portfolio,
  pick: Pick,
  withdrawal: Withdrawal,
  abort: Abort,
  branch: Branch,
} as const

export const DrawSchema = Type.Union(Object.values(DRAW_SCHEMAS), {
  $id: 'https://shengmian.invalid/schemas/draw-1.json',
  title: 'shengmian.draw/1',
})

export type DrawTerms = Static<typeof Terms>
export type DrawFreeze = Static<typeof Freeze>
export type DrawSalts = Static<typeof Salts>
export type DrawCommitment = Static<typeof Commitment>
export type DrawDice = Static<typeof Dice>
export type DrawPublicBeacon = Static<typeof PublicBeacon>
export type DrawReveal = Static<typeof Reveal>
export type DrawPortfolio = Static<typeof Portfolio>
export type DrawPick = Static<typeof Pick>
export type DrawWithdrawal = Static<typeof Withdrawal>
export type DrawAbort = Static<typeof Abort>
export type DrawBranch = Static<typeof Branch>
export type DrawTolerance = Static<typeof Tolerance>
export type DrawSide = Static<typeof Side>
