import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { assignSlots } from '@shengmian/dispatch'
import { drawProblem } from '../dispatch/slots.ts'
import type { Measure } from '../figure.ts'
import { shown } from './compare-peers.ts'
import { readAnswer, SLOT_SOLVER } from './programs.ts'

/** The pure slot problem on the same arcs: ours, OR-Tools' assignment by cost scaling and its min-cost flow. Seconds without reading. */
export const compareSlots: Measure = async () => {
  const lack = await SLOT_SOLVER.lack()
  const folder = mkdtempSync(path.join(tmpdir(), 'shengmian-peers-'))
  try {
    const rows = []
    for (const kind of ['distances', 'anything'] as const) {
      const problem = drawProblem(kind, 10_000, 100)
      const file = path.join(folder, 'slots.json')
      const lists = { first: [...problem.first], person: [...problem.person], cost: [...problem.cost] }
      writeFileSync(file, JSON.stringify({ ...problem, ...lists }))
      const began = performance.now()
      const ours = assignSlots(problem)
      const seconds = (performance.now() - began) / 1000
      const cost = ours.kind === 'filled' ? ours.cost : null
      const title = `10,000 slots, a million arcs, ${kind}`
      rows.push(shown(`${title}: ours`, seconds, 's', `cost ${cost}, proven; one run`))
      for (const [name, how] of lack === null ? SOLVERS : []) {
        const out = `${file}.${how}`
        await SLOT_SOLVER.run(file, out, how)
        const answer = readAnswer(out) as SlotAnswer | null
        const same = answer?.cost === cost ? 'the same cost' : `cost ${answer?.cost}`
        rows.push(
          shown(`${title}: OR-Tools ${name}`, answer?.seconds ?? 0, 's', `${same}; building its graph from arrays included`),
        )
      }
    }
    return lack === null ? rows : [...rows, shown('10,000 slots: OR-Tools', 0, 'none', lack)]
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

interface SlotAnswer {
  readonly cost: number | null
  readonly seconds: number
}

const SOLVERS = [
  ['LinearSumAssignment', 'assignment'],
  ['SimpleMinCostFlow', 'flow'],
] as const
