// Attacks on what is drawn: the list of tickets, the odds, the pick, the plan and what takes over.
import { countUse, millibits } from '../count-use.ts'
import { hashValue } from '../digest.ts'
import { orderTickets } from '../ticket-order.ts'
import { withdrawPerson } from '../withdraw-person.ts'
import { committed, drawn, frozen, opened } from './run-ceremony.ts'
import { QUICKNET_ROUNDS } from './quicknet-rounds.ts'
import { smallRound } from './small-round.ts'
import { portfolioOf, pickFrom, settle, type Attack } from './bend-draw.ts'

export const TICKET_ATTACKS: readonly Attack[] = [
  {
    name: 'cherry-picked tickets: they come from a beacon that the office chose',
    foundBy: ['firstBeacon'],
    commit: async ({ files }) => {
      const { portfolio } = files
      if (portfolio === null) throw new Error('no portfolio')
      return { files: { ...files, problem: null, portfolio: { ...portfolio, beacon: hashValue('chosen') } } }
    },
  },
  {
    name: 'cherry-picked tickets: every one of them is the plan that the office likes',
    foundBy: ['tickets'],
    commit: ({ files, plans }) =>
      pickFrom(
        files,
        plans.map(() => plans[3]),
        (made) => ({ ...made, ...countUse(plans) }),
      ),
  },
  {
    name: 'cherry-picked tickets: there are fewer than announced',
    foundBy: ['portfolioRoot'],
    commit: ({ files, plans }) => {
      const short = pickFrom(files, plans.slice(0, 6), (made) => ({
        ...made,
        minEntropyMillibits: millibits(plans.length, made.largestPair),
      }))
      return { files: { ...short.files, problem: null } }
    },
  },
  {
    name: 'cherry-picked tickets: the best plan is made out worse than it is, to widen the tolerance',
    foundBy: ['best'],
    commit: ({ files, plans }) =>
      pickFrom(files, plans, (made) => ({
        ...made,
        best: { ...made.best, objective: { ...made.best.objective, travel: made.best.objective.travel * 2 } },
      })),
  },
  {
    name: 'cherry-picked tickets: they are exchanged after the second secrets were opened',
    foundBy: ['sees'],
    commit: ({ files, plans }) => {
      const other = [...plans].reverse()
      const now = { ...files, portfolio: portfolioOf(files, other), problem: null }
      return settle(now, other)
    },
  },
  {
    name: 'cherry-picked tickets: a plan with a barred person is among them',
    foundBy: ['sound'],
    commit: ({ files, plans }) => {
      const bad = plans.map((plan) => ({
        ...plan,
        teams: plan.teams.map((team, t) => (t === 0 ? { ...team, members: [] } : team)),
      }))
      const made = pickFrom(files, bad, (portfolio) => portfolio)
      return { files: { ...made.files, salts: null } }
    },
  },
  {
    name: 'prediction: the tickets say that no pair is likelier than it is',
    foundBy: ['figures'],
    commit: ({ files }) => {
      const { portfolio } = files
      if (portfolio === null) throw new Error('no portfolio')
      return { files: { ...files, portfolio: { ...portfolio, sumOfLargest: portfolio.sumOfLargest - 1 } } }
    },
  },
  {
    name: 'prediction: tickets are published although a pair is above the cap',
    foundBy: ['cap'],
    commit: async () => {
      const base = opened(committed(frozen(smallRound(), { capPermille: 100 })), 1)
      const free = await drawn(frozen(smallRound()))
      const done = settle(opened({ ...base, portfolio: portfolioOf(base, free.plans) }, 2), free.plans)
      return { files: { ...done.files, problem: null } }
    },
  },
  {
    name: 'grind the public value: a signature is made up that suits the office',
    foundBy: ['publicBeacons'],
    commit: async () => {
      const [first, second] = QUICKNET_ROUNDS
      const publicRounds = { first: first.round, second: second.round }
      const base = opened(committed(frozen(smallRound(), { publicRounds })), 1)
      const { root } = base.freeze
      const made = {
        format: 'shengmian.draw/1',
        kind: 'public',
        root,
        stage: 1,
        round: first.round,
        signature: second.signature,
      } as const
      return { files: { ...base, publicBeacons: [made] } }
    },
  },
  {
    name: 'grind the second beacon: the pick names another randomness',
    foundBy: ['secondBeacon'],
    commit: ({ files, plans }) => {
      const { pick, portfolio, freeze } = files
      if (pick === null || portfolio === null) throw new Error('nothing picked')
      const beacon = hashValue('another')
      const [ticket = 0] = orderTickets(plans.length, freeze.root, portfolio.portfolioRoot, beacon)
      const plan = plans[ticket]
      if (plan === undefined) throw new Error('no ticket')
      return { files: { ...files, plans: [plan], pick: { ...pick, beacon, ticket, plan: hashValue(plan) } } }
    },
  },
  {
    name: 'wrong ticket: the office takes the neighbour of the ticket drawn',
    foundBy: ['ticket'],
    commit: ({ files, plans }) => {
      const { pick } = files
      if (pick === null) throw new Error('nothing picked')
      const ticket = (pick.ticket + 1) % plans.length
      const plan = plans[ticket]
      if (plan === undefined) throw new Error('no ticket')
      return { files: { ...files, plans: [plan], pick: { ...pick, ticket, plan: hashValue(plan) } } }
    },
  },
  {
    name: 'swapped plan: the plan in the files is another ticket’s',
    foundBy: ['plan'],
    commit: ({ files, plans }) => ({
      files: { ...files, plans: plans.filter((plan) => hashValue(plan) !== files.pick?.plan).slice(0, 1) },
    }),
  },
  {
    name: 'a choice by hand: another ticket takes over after a withdrawal',
    foundBy: ['withdrawals'],
    commit: async ({ files, plans }) => {
      const person = files.plans[0]?.teams[0]?.members[0]?.person ?? ''
      const answer = await withdrawPerson(files, plans, { person, reason: 'ill', by: 'office' })
      const other = plans.find((plan) => !files.plans.includes(plan))
      if (answer.kind !== 'withdrawn' || other === undefined) throw new Error('nobody took over')
      const withdrawal = { ...answer.withdrawal, plan: hashValue(other) }
      return { files: { ...files, withdrawals: [withdrawal], plans: [...files.plans, other] } }
    },
  },
]
