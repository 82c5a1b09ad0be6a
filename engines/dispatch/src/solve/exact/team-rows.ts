// Rows about the people of a team: every slot filled, homes mixed, seniors, newcomers, skills, people kept apart.
import type { Instance } from '../compile/instance.ts'
import type { Option } from '../layout/options.ts'
import type { RuleName } from '../rule-names.ts'
import { groupOf, type Arc, type Columns, type Scope } from './columns.ts'
import { addColumn, addRow, addTerm, emptySum, type Lp, type Sum } from './lp.ts'

/** A rule that may be broken: each unit of the column is one exception. */
export interface Slack {
  readonly column: number
  readonly rule: RuleName
  readonly subject: string
}

export interface Draft {
  readonly lp: Lp
  readonly scope: Scope
  readonly columns: Columns
  readonly slacks: Slack[]
}

/** Adds `sum ≤ most` (or `sum ≥ least`) under a rule: as it is, with a priced slack, or not at all. */
function addRuled(draft: Draft, rule: RuleName, subject: string, sum: Sum, side: 'most' | 'least'): void {
  const strength = draft.scope.switches.of(rule, subject)
  if (strength === 'off') return
  if (strength === 'elastic') {
    const column = addColumn(draft.lp, 0, 1000, true)
    draft.slacks.push({ column, rule, subject })
    addTerm(sum, column, side === 'most' ? -1 : 1)
  }
  if (side === 'most') addRow(draft.lp, -Infinity, 0, sum)
  else addRow(draft.lp, 0, Infinity, sum)
}

/** All rows that concern one option of one team. */
export function addTeamRows(draft: Draft, option: Option): void {
  const { instance } = draft.scope
  const arcs = draft.columns.byOption.get(option.index) ?? []
  const chosen = draft.columns.options.get(option.index) ?? 0
  const team = instance.problem.teams[option.team]?.id ?? ''
  addSlotRows(draft, option, arcs, chosen, team)
  addHomeRows(draft, arcs, chosen, team)
  addMixRows(draft, option, arcs, chosen, team)
  addApartRows(draft, arcs, chosen)
  if ((draft.scope.layout.byTeam[option.team]?.length ?? 0) > 1 && arcs.length <= 400) {
    for (const arc of arcs) addRow(draft.lp, -Infinity, 0, { columns: [arc.column, chosen], values: [1, -1] })
  }
}

/** People who can fill the same kinds flow together from their seats to the kinds: exact, and small. */
function addSlotRows(draft: Draft, option: Option, arcs: readonly Arc[], chosen: number, team: string): void {
  const { lp, scope } = draft
  const kinds = scope.instance.kinds[option.team] ?? []
  const filled = kinds.map(() => emptySum())
  const pools = new Map<string, { kinds: number; arcs: Arc[] }>()
  for (const arc of arcs) {
    const key = `${arc.group} ${arc.kinds}`
    const pool = pools.get(key) ?? { kinds: arc.kinds, arcs: [] }
    pool.arcs.push(arc)
    pools.set(key, pool)
  }
  for (const pool of pools.values()) {
    const open = kinds.map((_, k) => k).filter((k) => (pool.kinds & (1 << k)) !== 0)
    const only = open.length === 1 ? filled[open[0] ?? 0] : undefined
    if (only !== undefined) {
      for (const arc of pool.arcs) addTerm(only, arc.column, 1)
      continue
    }
    const balance = emptySum()
    for (const arc of pool.arcs) addTerm(balance, arc.column, 1)
    for (const k of open) {
      const flow = addColumn(lp, 0, (kinds[k]?.slots.length ?? 0) * (lp.upper[chosen] ?? 1), false)
      addTerm(balance, flow, -1)
      const sum = filled[k]
      if (sum !== undefined) addTerm(sum, flow, 1)
    }
    addRow(lp, 0, 0, balance)
  }
  filled.forEach((sum, k) => {
    const subject = `${team} ${k}`
    const strength = scope.switches.of('slot', subject)
    addTerm(sum, chosen, -(kinds[k]?.slots.length ?? 0))
    if (strength === 'elastic') {
      const column = addColumn(lp, 0, kinds[k]?.slots.length ?? 0, true)
      draft.slacks.push({ column, rule: 'slot', subject })
      addTerm(sum, column, 1)
    }
    addRow(lp, strength === 'off' ? -Infinity : 0, 0, sum)
  })
}

function addHomeRows(draft: Draft, arcs: readonly Arc[], chosen: number, team: string): void {
  const { rules, homeOf } = draft.scope.instance
  const byHome = (wanted: (arc: Arc) => boolean): ReadonlyMap<number, Arc[]> => {
    const groups = new Map<number, Arc[]>()
    for (const arc of arcs) {
      const home = homeOf[arc.person] ?? -1
      if (home < 0 || !wanted(arc)) continue
      const group = groups.get(home)
      if (group === undefined) groups.set(home, [arc])
      else group.push(arc)
    }
    return groups
  }
  const cap = (rule: 'same-home' | 'leaders', most: number, wanted: (arc: Arc) => boolean): void => {
    for (const group of byHome(wanted).values()) {
      if (new Set(group.map((arc) => arc.person)).size <= most) continue
      const sum = emptySum()
      for (const arc of group) addTerm(sum, arc.column, 1)
      addTerm(sum, chosen, -most)
      addRuled(draft, rule, team, sum, 'most')
    }
  }
  if (rules.maxSameHome !== null) cap('same-home', rules.maxSameHome, (arc) => !arc.local)
  if (rules.distinctLeaders) cap('leaders', 1, (arc) => isLeading(draft.scope, arc))
}

function isLeading(scope: Scope, arc: Arc): boolean {
  const kinds = scope.instance.kinds[arc.option.team] ?? []
  return kinds.some((kind, k) => kind.leads && (arc.kinds & (1 << k)) !== 0 && groupOf(scope, arc.option.team, k) === arc.group)
}

function addMixRows(draft: Draft, option: Option, arcs: readonly Arc[], chosen: number, team: string): void {
  const { instance, layout } = draft.scope
  const { rules, problem } = instance
  const count = (wanted: (person: number) => boolean, limit: number): Sum => {
    const sum = emptySum()
    for (const arc of arcs) if (wanted(arc.person)) addTerm(sum, arc.column, 1)
    addTerm(sum, chosen, -limit)
    return sum
  }
  if (rules.minSenior > 0)
    addRuled(
      draft,
      'senior',
      team,
      count((i) => instance.senior[i] === 1, rules.minSenior),
      'least',
    )
  if (rules.maxNewcomers !== null) {
    addRuled(
      draft,
      'newcomers',
      team,
      count((i) => instance.newcomer[i] === 1, rules.maxNewcomers),
      'most',
    )
  }
  const shared = layout.isShared(option) ? draft.columns.targets.get(option.index) : undefined
  const asked = new Set<string>()
  for (const d of option.targets) {
    const target = problem.targets[d]
    for (const skill of target?.needs ?? []) {
      if (shared === undefined && draft.scope.switches.of('need', target?.id ?? '') === 'hard') {
        if (asked.has(skill)) continue
        asked.add(skill)
      }
      const sum = emptySum()
      for (const arc of arcs) if (instance.skills[arc.person]?.has(skill) === true) addTerm(sum, arc.column, 1)
      addTerm(sum, shared?.get(d) ?? chosen, -1)
      addRuled(draft, 'need', target?.id ?? '', sum, 'least')
    }
  }
}

function addApartRows(draft: Draft, arcs: readonly Arc[], chosen: number): void {
  const { problem, apartFrom } = draft.scope.instance
  const byPerson = new Map<number, Arc[]>()
  for (const arc of arcs)
    if ((apartFrom[arc.person]?.length ?? 0) > 0) byPerson.set(arc.person, [...(byPerson.get(arc.person) ?? []), arc])
  for (const [a, own] of byPerson) {
    for (const b of new Set(apartFrom[a])) {
      const other = byPerson.get(b)
      if (b <= a || other === undefined) continue
      const sum = emptySum()
      for (const arc of [...own, ...other]) addTerm(sum, arc.column, 1)
      addTerm(sum, chosen, -1)
      addRuled(draft, 'apart', apartSubject(problem.people, a, b), sum, 'most')
    }
  }
}

/** The name of a pair in clashes: the ids in the order of the file. */
export function apartSubject(people: Instance['problem']['people'], a: number, b: number): string {
  return `${people[Math.min(a, b)]?.id ?? ''} ${people[Math.max(a, b)]?.id ?? ''}`
}
