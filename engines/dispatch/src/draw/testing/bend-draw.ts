// What the attacks have in common: an attack, and a ceremony taken back or carried on after it was bent.
import type { Plan } from '../../plan.ts'
import { abortDraw } from '../abort-draw.ts'
import { beaconOf } from '../beacon.ts'
import { countUse } from '../count-use.ts'
import { hashValue } from '../digest.ts'
import type { DrawFiles, DrawReceipt } from '../draw-files.ts'
import type { DrawAbort, DrawPortfolio, DrawReveal } from '../draw.ts'
import { makePortfolio } from '../make-portfolio.ts'
import { rootOfHashes } from '../merkle.ts'
import { pickTicket } from '../pick-ticket.ts'
import type { DrawCheckName } from '../verify/verify-draw.ts'
import { committed, drawn, frozen, opened, type Ceremony } from './run-ceremony.ts'
import { smallRound } from './small-round.ts'

export interface Attack {
  readonly name: string
  /** The check that names it; several where one alone would do. */
  readonly foundBy: readonly DrawCheckName[]
  readonly commit: (honest: Ceremony) => Spoilt | Promise<Spoilt>
}

export interface Spoilt {
  readonly files: DrawFiles
  readonly receipts?: readonly DrawReceipt[]
}

export function honestCeremony(): Promise<Ceremony> {
  return drawn(frozen(smallRound()))
}

export function revealOf({ reveals }: DrawFiles, party: string, stage: 1 | 2): DrawReveal {
  const own = reveals.find((each) => each.party === party && each.stage === stage)
  if (own === undefined) throw new Error(`${party} did not open`)
  return own
}

export async function refused() {
  const answer = abortDraw(committed(frozen(smallRound(), { round: 'first' })), 'host', 'did not open')
  if (answer.kind !== 'aborted') throw new Error(answer.en)
  return answer.abort
}

/** The same draw, ended in nobody's name when all first secrets were open, or when its tickets were published. */
export function endedAt(files: DrawFiles, stage: 'all-first' | 'tickets', noTickets = false): DrawFiles {
  const open = {
    ...files,
    pick: null,
    plans: [],
    reveals: files.reveals.filter((reveal) => reveal.stage === 1),
    ...(stage === 'tickets' ? {} : { portfolio: null }),
  }
  const answer = abortDraw(open, null, 'the machine failed', noTickets)
  if (answer.kind !== 'aborted') throw new Error(answer.en)
  return { ...open, abort: answer.abort }
}

export function abortOf({ abort }: DrawFiles): DrawAbort {
  if (abort === null) throw new Error('not aborted')
  return abort
}

/** The draw that follows one which was ended so. */
export async function nextAfter(abort: DrawAbort): Promise<Spoilt> {
  const entry = { number: 1, root: abort.root, abort: hashValue(abort) }
  const next = await drawn(frozen(smallRound(), { number: 2, earlier: [entry] }))
  return { files: { ...next.files, earlier: [abort] } }
}

/** The same draw, as it stood when only the first secrets were open. */
export function beforePortfolio(files: DrawFiles, more: Partial<DrawFiles>): Spoilt {
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
export async function finish(files: DrawFiles, turn: number): Promise<Spoilt> {
  const made = await makePortfolio(files)
  if (made.kind !== 'portfolio') throw new Error('no portfolio')
  return settle(opened({ ...files, portfolio: made.portfolio }, 2, turn), made.plans)
}

export function portfolioOf(files: DrawFiles, plans: readonly Plan[]): DrawPortfolio {
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
export function pickFrom(
  files: DrawFiles,
  plans: readonly (Plan | undefined)[],
  bend: (made: DrawPortfolio) => DrawPortfolio,
): Spoilt {
  const whole = plans.filter((plan) => plan !== undefined)
  const first = { ...files, pick: null, plans: [], reveals: files.reveals.filter(({ stage }) => stage === 1) }
  return settle(opened({ ...first, portfolio: bend(portfolioOf(files, whole)) }, 2), whole)
}

export function settle(files: DrawFiles, plans: readonly Plan[]): Spoilt {
  const answer = pickTicket(files, plans)
  if (answer.kind !== 'picked') throw new Error(answer.en)
  return { files: { ...files, pick: answer.pick, plans: [answer.plan] } }
}

function missing(): never {
  throw new Error('the ceremony is not far enough')
}
