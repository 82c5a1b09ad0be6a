import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { loadavg, tmpdir } from 'node:os'
import path from 'node:path'
import type { Problem } from '@shengmian/dispatch'
import { verifyPlan } from '@shengmian/dispatch/verify'
import { makeProblem } from '../dispatch/family/make-problem.ts'
import { MEMBERS } from '../dispatch/family/members.ts'
import type { Figure, Measure } from '../figure.ts'
import { compileModel } from './compile-model.ts'
import { planOfTeams } from './plan-of-teams.ts'
import { COMPOSERS, readAnswer, type Peer } from './programs.ts'

/** Seconds by member of the family: what ours is given. */
const LIMITS: Readonly<Record<string, number>> = { D: 3, C: 10, R: 30, P1: 45, P2: 60 }

interface PeerAnswer {
  readonly teams: readonly (readonly number[])[] | null
  readonly bound: number | null
  readonly seconds: number
  readonly note?: string
}

/** Every peer on every member, under our own limit of seconds; each answer goes through our independent verify. */
export const comparePeers: Measure = async ({ quick }) => {
  const folder = mkdtempSync(path.join(tmpdir(), 'shengmian-peers-'))
  const rows: Omit<Figure, 'topic'>[] = []
  try {
    for (const peer of COMPOSERS) {
      const lack = await peer.lack()
      if (lack !== null) rows.push(shown(peer.name, 0, 'none', lack))
    }
    for (const [name, limit] of Object.entries(LIMITS)) {
      const member = MEMBERS[name]
      if (member === undefined || (quick && name !== 'D')) continue
      const problem = makeProblem(name, member)
      const file = path.join(folder, `${name}.json`)
      const model = compileModel(problem)
      writeFileSync(file, JSON.stringify(model))
      const arcs = model.teams.reduce((sum, team) => sum + team.arcs.length, 0)
      for (const peer of COMPOSERS) {
        if ((await peer.lack()) === null) rows.push(await tryPeer(peer, { name, problem, file, limit, arcs }))
      }
    }
    return rows
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

interface Trial {
  readonly name: string
  readonly problem: Problem
  readonly file: string
  readonly limit: number
  readonly arcs: number
}

async function tryPeer(peer: Peer, { name, problem, file, limit, arcs }: Trial): Promise<Omit<Figure, 'topic'>> {
  const answerFile = `${file}.answer`
  rmSync(answerFile, { force: true })
  const ran = await peer.run(file, answerFile, String(limit))
  const answer = readAnswer(answerFile) as PeerAnswer | null
  const figure = `${name}: ${peer.name}, travel`
  const load = `load of the machine ${(loadavg()[0] ?? 0).toFixed(1)}`
  if (answer === null) return shown(figure, 0, 'none', `no answer: ${ran.output.slice(-300)}`)
  const bound = answer.bound === null ? 'no bound' : `bound ${Math.ceil(answer.bound - 1e-6)} on its ${arcs} arcs`
  const how = `limit ${limit} s, ${answer.seconds.toFixed(1)} s in its solver, ${ran.seconds.toFixed(1)} s with reading, ${load}; ${bound}`
  if (answer.teams === null)
    return shown(figure, 0, 'none', `no valid plan; ${how}${answer.note === undefined ? '' : `; ${answer.note}`}`)
  const plan = planOfTeams(problem, peer.name, answer.teams)
  const { breaches } = verifyPlan(problem, plan)
  const verdict =
    breaches.length === 0 ? 'verify accepts' : `verify names ${breaches.length} breaches, first ${breaches[0]?.rule}`
  return shown(figure, plan.objective.travel, 'km', `${how}; ${verdict}; exposure ${plan.objective.totalExposure}`)
}

/** A peer is not judged. */
export function shown(figure: string, value: number, unit: string, how: string): Omit<Figure, 'topic'> {
  return { figure, value, unit, target: 'shown, not judged', holds: true, how }
}
