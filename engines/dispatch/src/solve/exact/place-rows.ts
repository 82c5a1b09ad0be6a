// Rows about places: every team one option, every target one team, nobody in two teams, no mutual exchange, nobody against a bar.
import { isSwap } from '../layout/options.ts'
import { addColumn, addRow, addTerm, emptySum, type Sum } from './lp.ts'
import type { Draft } from './team-rows.ts'

export function addPlaceRows(draft: Draft): void {
  addOptionRows(draft)
  addCoverRows(draft)
  addPersonRows(draft)
  addSwapRows(draft)
  addConflictRows(draft)
}

export function addOptionRows({ lp, scope, columns }: Draft): void {
  for (const options of scope.layout.byTeam) {
    const sum = emptySum()
    for (const option of options) addTerm(sum, columns.options.get(option.index) ?? 0, 1)
    addRow(lp, 1, 1, sum)
  }
}

export function addCoverRows({ lp, scope, columns, slacks }: Draft): void {
  const { layout, instance } = scope
  const takers = new Map<number, Sum>()
  for (const option of layout.options) {
    const chosen = columns.options.get(option.index) ?? 0
    const shared = columns.targets.get(option.index)
    const work = emptySum()
    for (const d of option.targets) {
      const taken = shared?.get(d)
      const sum = takers.get(d) ?? emptySum()
      addTerm(sum, taken ?? chosen, 1)
      takers.set(d, sum)
      if (taken === undefined) continue
      addRow(lp, -Infinity, 0, { columns: [taken, chosen], values: [1, -1] })
      addTerm(work, taken, 1)
    }
    if (shared !== undefined && scope.requireWork) {
      addTerm(work, chosen, -1)
      addRow(lp, 0, Infinity, work)
    }
  }
  const seen = new Set<string>()
  instance.problem.targets.forEach((target, d) => {
    const strength = scope.switches.of('one-team', target.id)
    const sum = takers.get(d) ?? emptySum()
    // all targets of a region that goes to one team make one row
    const key = `${strength} ${sum.columns.join(' ')}`
    if (strength !== 'elastic' && sum.columns.length > 0 && seen.has(key)) return
    seen.add(key)
    if (strength === 'elastic') {
      const column = addColumn(lp, 0, 1, true)
      slacks.push({ column, rule: 'one-team', subject: target.id })
      addTerm(sum, column, 1)
    }
    addRow(lp, strength === 'off' ? 0 : 1, 1, sum)
  })
}

function addPersonRows({ lp, scope, columns, slacks }: Draft): void {
  const { instance, switches } = scope
  const served = new Map<number, Sum>()
  for (const arc of columns.arcs) {
    const sum = served.get(arc.person) ?? emptySum()
    addTerm(sum, arc.column, 1)
    served.set(arc.person, sum)
  }
  for (const sum of served.values()) if (sum.columns.length > 1) addRow(lp, 0, 1, sum)
  // a pinned person serves; the arcs to other teams are closed by his bits
  for (const [person, teams] of instance.pinsOf) {
    const id = instance.problem.people[person]?.id ?? ''
    const strength = switches.of('pin', id)
    if (strength === 'off') continue
    for (const team of new Set(teams)) {
      const sum = emptySum()
      for (const arc of columns.arcs) if (arc.person === person && arc.option.team === team) addTerm(sum, arc.column, 1)
      if (strength === 'elastic') {
        const column = addColumn(lp, 0, 1, true)
        slacks.push({ column, rule: 'pin', subject: id })
        addTerm(sum, column, 1)
      }
      addRow(lp, 1, strength === 'elastic' ? 2 : 1, sum)
    }
  }
}

export function addSwapRows(draft: Draft): void {
  const { scope, columns, lp } = draft
  const { options } = scope.layout
  const { problem } = scope.instance
  if (!scope.instance.rules.noSwap) return
  options.forEach((a, k) => {
    for (const b of options.slice(k + 1)) {
      if (!isSwap(scope.instance, a, b)) continue
      const subject = `${problem.teams[a.team]?.id ?? ''} ${problem.teams[b.team]?.id ?? ''}`
      const strength = scope.switches.of('swap', subject)
      if (strength === 'off') continue
      const sum = emptySum()
      addTerm(sum, columns.options.get(a.index) ?? 0, 1)
      addTerm(sum, columns.options.get(b.index) ?? 0, 1)
      if (strength === 'elastic') {
        const column = addColumn(lp, 0, 1, true)
        draft.slacks.push({ column, rule: 'swap', subject })
        addTerm(sum, column, -1)
      }
      addRow(lp, -Infinity, 1, sum)
    }
  })
}

/** In a shared region a bar stands between a person and single targets of his team; who is unverified is barred from none at all too. */
function addConflictRows(draft: Draft): void {
  const { lp, columns, scope } = draft
  for (const arc of columns.arcs) {
    const chosen = columns.options.get(arc.option.index) ?? 0
    const shared = columns.targets.get(arc.option.index)
    if (arc.needsWork && shared !== undefined) {
      const sum = emptySum()
      addTerm(sum, arc.column, 1)
      for (const taken of shared.values()) addTerm(sum, taken, -1)
      addRow(lp, -Infinity, 0, sum)
    }
    for (const conflict of arc.conflicts) {
      const taken = columns.targets.get(arc.option.index)?.get(conflict.target)
      if (taken === undefined) continue
      const both = (): Sum => ({ columns: [arc.column, taken, chosen], values: [1, 1, -1] })
      if (conflict.hard) addRow(lp, -Infinity, 0, both())
      else if (conflict.elastic.length > 0) {
        const person = scope.instance.problem.people[arc.person]?.id ?? ''
        for (const rule of conflict.elastic) {
          const sum = both()
          const column = addColumn(lp, 0, 1, true)
          draft.slacks.push({ column, rule, subject: person })
          addTerm(sum, column, -1)
          addRow(lp, -Infinity, 0, sum)
        }
      }
    }
  }
}
