// A whole ceremony on a small round, step by step as the parties take it: what the tests of the draw spoil.
import type { Plan } from '../../plan.ts'
import type { Problem } from '../../problem.ts'
import { commitSecrets } from '../commit-secrets.ts'
import type { DrawFiles } from '../draw-files.ts'
import type { DrawTerms } from '../draw.ts'
import { freezeDraw } from '../freeze-draw.ts'
import { makePortfolio } from '../make-portfolio.ts'
import { pickTicket } from '../pick-ticket.ts'
import { revealSecret } from '../reveal-secret.ts'

export const PARTIES: DrawTerms['parties'] = [
  { id: 'office', name: '市委巡察办', side: 'commissioning' },
  { id: 'host', name: '被巡察区代表', side: 'inspected' },
  { id: 'supervisor', name: '派驻纪检组', side: 'supervisor' },
]

export const TERMS: Omit<DrawTerms, 'engine'> = {
  round: '2026-1',
  number: 1,
  earlier: [],
  code: null,
  tickets: 12,
  tolerance: {
    worstExposure: 0,
    totalExposure: 0,
    unverified: 0,
    memory: 0,
    workloadSpread: 0,
    travelPermille: 300,
    travelKm: 0,
  },
  capPermille: null,
  effort: 100_000,
  proposals: 200,
  withdrawal: 'least-change',
  deadline: '2026-02-20T18:00+08:00',
  publicRounds: null,
  parties: PARTIES,
}

export const KEY = 'ab'.repeat(32)

/** Secret of a party and a stage; `turn` makes another one. */
export function secretOf(party: string, stage: 1 | 2, turn = 0): string {
  const number = PARTIES.findIndex(({ id }) => id === party) + 1
  return `${stage}${number}${turn}`.padStart(64, 'c')
}

export interface Ceremony {
  readonly files: DrawFiles
  readonly plans: readonly Plan[]
}

export function frozen(problem: Problem, more: Partial<Omit<DrawTerms, 'engine'>> = {}, key = KEY): DrawFiles {
  const answer = freezeDraw(problem, { ...TERMS, ...more }, key)
  if (answer.kind !== 'frozen') throw new Error(answer.en)
  const { freeze, salts } = answer
  return {
    freeze,
    problem,
    salts,
    commitments: [],
    dice: [],
    reveals: [],
    publicBeacons: [],
    portfolio: null,
    pick: null,
    withdrawals: [],
    plans: [],
    abort: null,
    earlier: [],
    branches: [],
  }
}

export function committed(files: DrawFiles, turn = 0): DrawFiles {
  const { root, terms } = files.freeze
  const commitments = terms.parties.map(({ id }) => commitSecrets(root, id, secretOf(id, 1, turn), secretOf(id, 2, turn)))
  return { ...files, commitments }
}

export function opened(files: DrawFiles, stage: 1 | 2, turn = 0): DrawFiles {
  return files.freeze.terms.parties.reduce((now, { id }) => {
    const answer = revealSecret(now, id, stage, secretOf(id, stage, turn))
    if (answer.kind !== 'revealed') throw new Error(answer.en)
    return { ...now, reveals: [...now.reveals, answer.reveal] }
  }, files)
}

/** From the frozen files to the plan drawn. */
export async function drawn(files: DrawFiles, turn = 0): Promise<Ceremony> {
  const first = opened(committed(files, turn), 1, turn)
  const made = await makePortfolio(first)
  if (made.kind !== 'portfolio') throw new Error(`no portfolio: ${JSON.stringify(made)}`)
  const second = opened({ ...first, portfolio: made.portfolio }, 2, turn)
  const answer = pickTicket(second, made.plans)
  if (answer.kind !== 'picked') throw new Error(answer.en)
  return { files: { ...second, pick: answer.pick, plans: [answer.plan] }, plans: made.plans }
}
