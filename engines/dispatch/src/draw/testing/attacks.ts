// Every way we know to bend a draw, carried out on a real ceremony. Each names the check that must find it, and is built so that no
// other does: leave that check out, and the attack goes through.
import type { Plan } from '../../plan.ts'
import { abortDraw } from '../abort-draw.ts'
import { beaconOf, whatIsSeen } from '../beacon.ts'
import { commitSecrets } from '../commit-secrets.ts'
import { countUse, millibits } from '../count-use.ts'
import { hashValue } from '../digest.ts'
import type { DrawFiles, DrawReceipt } from '../draw-files.ts'
import type { DrawPortfolio, DrawReveal } from '../draw.ts'
import { makePortfolio } from '../make-portfolio.ts'
import { rootOfHashes } from '../merkle.ts'
import { pickTicket } from '../pick-ticket.ts'
import { proveRecord } from '../prove-record.ts'
import { orderTickets } from '../ticket-order.ts'
import type { DrawCheckName } from '../verify/verify-draw.ts'
import { withdrawPerson } from '../withdraw-person.ts'
import { committed, drawn, frozen, opened, PARTIES, secretOf, type Ceremony } from './run-ceremony.ts'
import { smallRound } from './small-round.ts'

export interface Attack {
  readonly name: string
  /** The check that names it; several where one alone would do. */
  readonly foundBy: readonly DrawCheckName[]
  readonly commit: (honest: Ceremony) => Spoilt | Promise<Spoilt>
}

interface Spoilt {
  readonly files: DrawFiles
  readonly receipts?: readonly DrawReceipt[]
}

export function honestCeremony(): Promise<Ceremony> {
  return drawn(frozen(smallRound()))
}

export const ATTACKS: readonly Attack[] = [
  {
    name: 're-roll: the office runs a second draw with new secrets and shows only that one',
    foundBy: ['receipts'],
    commit: async ({ files }) => ({ files: (await drawn(frozen(smallRound()), 1)).files, receipts: files.commitments }),
  },
  {
    name: 're-roll: a salt is replaced, so that everything after it falls differently',
    foundBy: ['receipts'],
    commit: async ({ files }) => ({
      files: (await drawn(frozen(smallRound(), {}, 'cd'.repeat(32)))).files,
      receipts: [files.freeze],
    }),
  },
  {
    name: 're-roll: an aborted draw is left off the record',
    foundBy: ['earlier'],
    commit: async () => {
      const abort = await refused()
      const entry = { number: 1, root: abort.root, abort: hashValue(abort) }
      return { files: (await drawn(frozen(smallRound(), { number: 2, earlier: [entry] }))).files }
    },
  },
  {
    name: 'grind the inputs: a person’s native place is changed after the randomness is known',
    foundBy: ['root'],
    commit: ({ files }) => {
      const [first, ...others] = smallRound().people
      if (first === undefined) throw new Error('nobody')
      return beforePortfolio(files, { problem: { ...smallRound(), people: [{ ...first, native: '120119' }, ...others] } })
    },
  },
  {
    name: 'replaced salt: the key of the salts is another than the frozen one',
    foundBy: ['root'],
    commit: ({ files }) => ({
      files: { ...files, salts: files.salts === null ? null : { ...files.salts, key: 'ef'.repeat(32) } },
    }),
  },
  {
    name: 'changed rule: the tolerance is widened after the freeze',
    foundBy: ['root'],
    commit: ({ files }) => {
      const { terms } = files.freeze
      const tolerance = { ...terms.tolerance, travelPermille: 999 }
      return beforePortfolio(files, { freeze: { ...files.freeze, terms: { ...terms, tolerance } } })
    },
  },
  {
    name: 'last revealer: a party opens another secret, which makes a beacon that suits it',
    foundBy: ['reveals'],
    commit: ({ files }) => {
      const base = committed(frozen(smallRound()))
      const reveals = PARTIES.map(({ id }): DrawReveal => ({
        ...revealOf(files, id, 1),
        secret: secretOf(id, 1, id === 'supervisor' ? 7 : 0),
        sees: whatIsSeen(base, 1),
      }))
      return finish({ ...base, reveals }, 0)
    },
  },
  {
    name: 'last revealer: a party does not open, and its secret is left out',
    foundBy: ['opened', 'secondBeacon'],
    commit: ({ files }) => ({
      files: { ...files, reveals: files.reveals.filter((each) => each.party !== 'supervisor' || each.stage === 1) },
    }),
  },
  {
    name: 'last revealer: a party opens twice',
    foundBy: ['opened'],
    commit: ({ files }) => ({ files: { ...files, reveals: [...files.reveals, revealOf(files, 'host', 2)] } }),
  },
  {
    name: 'last revealer: the draw is aborted in the name of a party that did open',
    foundBy: ['aborted'],
    commit: ({ files }) => {
      const open = { ...files, pick: null, plans: [], portfolio: null, reveals: files.reveals.filter(({ stage }) => stage === 1) }
      return {
        files: {
          ...open,
          abort: { format: 'shengmian.draw/1', kind: 'abort', root: files.freeze.root, number: 1, party: 'host', why: 'late' },
        },
      }
    },
  },
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
  {
    name: 'duplicate party: one body sits at the table twice',
    foundBy: ['parties'],
    commit: () => {
      const base = frozen(smallRound())
      const { terms } = base.freeze
      const freeze = { ...base.freeze, terms: { ...terms, parties: [...PARTIES, ...PARTIES.slice(0, 1)] } }
      return { files: { ...base, freeze, problem: null } }
    },
  },
  {
    name: 'duplicate party: a party copies another’s commitment',
    foundBy: ['copied'],
    commit: () => {
      const base = committed(frozen(smallRound()))
      const [office] = base.commitments
      if (office === undefined) throw new Error('no commitment')
      return { files: { ...base, commitments: [office, ...base.commitments.slice(1, 2), { ...office, party: 'supervisor' }] } }
    },
  },
  {
    name: 'late commitment: a party commits a second time once it has seen the others',
    foundBy: ['commitments'],
    commit: ({ files }) => ({
      files: {
        ...files,
        commitments: [
          ...files.commitments,
          commitSecrets(files.freeze.root, 'host', secretOf('host', 1, 5), secretOf('host', 2, 5)),
        ],
      },
    }),
  },
  {
    name: 'late commitment: the last party commits after the others have opened',
    foundBy: ['sees'],
    commit: ({ files }) => {
      const { root } = files.freeze
      const late = commitSecrets(root, 'supervisor', secretOf('supervisor', 1, 5), secretOf('supervisor', 2))
      const now = { ...files, pick: null, plans: [], portfolio: null, commitments: [...files.commitments.slice(0, 2), late] }
      const own = { ...revealOf(files, 'supervisor', 1), secret: secretOf('supervisor', 1, 5), sees: whatIsSeen(now, 1) }
      return { files: { ...now, reveals: [revealOf(files, 'office', 1), revealOf(files, 'host', 1), own] } }
    },
  },
  {
    name: 'late dice: the dice are recorded anew after the secrets are known',
    foundBy: ['sees'],
    commit: ({ files }) => ({
      files: {
        ...beforePortfolio(files, {}).files,
        dice: [
          { format: 'shengmian.draw/1', kind: 'dice', root: files.freeze.root, stage: 1, rolls: '1234561234', witness: 'office' },
        ],
      },
    }),
  },
  {
    name: 'replayed commitment: it comes from another draw',
    foundBy: ['foreign'],
    commit: () => {
      const [other] = committed(frozen(smallRound(), { round: '2025-2' })).commitments
      const base = committed(frozen(smallRound()))
      if (other === undefined) throw new Error('no commitment')
      return { files: { ...base, commitments: [other, ...base.commitments.slice(1)] } }
    },
  },
  {
    name: 'forged record: a person is shown a branch with other facts than the frozen ones',
    foundBy: ['branches'],
    commit: ({ files }) => {
      const branch = files.salts === null ? null : proveRecord(smallRound(), files.freeze, files.salts, 'people', 0)
      if (branch === null) throw new Error('no branch')
      return { files: { ...files, branches: [{ ...branch, record: branch.record.replace('120101', '120102') }] } }
    },
  },
]

function revealOf({ reveals }: DrawFiles, party: string, stage: 1 | 2): DrawReveal {
  const own = reveals.find((each) => each.party === party && each.stage === stage)
  if (own === undefined) throw new Error(`${party} did not open`)
  return own
}

async function refused() {
  const answer = abortDraw(committed(frozen(smallRound(), { round: 'first' })), 'host', 'did not open')
  if (answer.kind !== 'aborted') throw new Error(answer.en)
  return answer.abort
}

/** The same draw, as it stood when only the first secrets were open. */
function beforePortfolio(files: DrawFiles, more: Partial<DrawFiles>): Spoilt {
  return {
    files: {
      ...files,
      portfolio: null,
      pick: null,
      plans: [],
      reveals: files.reveals.filter(({ stage }) => stage === 1),
      ...more,
    },
  }
}

/** Goes on honestly from spoilt first reveals. */
async function finish(files: DrawFiles, turn: number): Promise<Spoilt> {
  const made = await makePortfolio(files)
  if (made.kind !== 'portfolio') throw new Error('no portfolio')
  return settle(opened({ ...files, portfolio: made.portfolio }, 2, turn), made.plans)
}

function portfolioOf(files: DrawFiles, plans: readonly Plan[]): DrawPortfolio {
  const hashes = plans.map(hashValue)
  const { portfolio } = files
  const best = portfolio?.best ?? { plan: hashValue('best'), objective: plans[0]?.objective ?? missing() }
  return {
    format: 'shengmian.draw/1',
    kind: 'portfolio',
    root: files.freeze.root,
    beacon: beaconOf(files, 1) ?? missing(),
    best,
    amplitude: portfolio?.amplitude ?? 0,
    plans: hashes,
    portfolioRoot: rootOfHashes(hashes),
    ...countUse(plans),
  }
}

/** All parties go on from a portfolio of the office's own making, without knowing. */
function pickFrom(files: DrawFiles, plans: readonly (Plan | undefined)[], bend: (made: DrawPortfolio) => DrawPortfolio): Spoilt {
  const whole = plans.filter((plan) => plan !== undefined)
  const first = { ...files, pick: null, plans: [], reveals: files.reveals.filter(({ stage }) => stage === 1) }
  return settle(opened({ ...first, portfolio: bend(portfolioOf(files, whole)) }, 2), whole)
}

function settle(files: DrawFiles, plans: readonly Plan[]): Spoilt {
  const answer = pickTicket(files, plans)
  if (answer.kind !== 'picked') throw new Error(answer.en)
  return { files: { ...files, pick: answer.pick, plans: [answer.plan] } }
}

function missing(): never {
  throw new Error('the ceremony is not far enough')
}
