// What a signed relaxation does to the problem of a round: no more than its words say. Pure.
import type { Problem, Relaxation } from '@shengmian/dispatch'
import { resolveRules } from '@shengmian/dispatch'

/** Legal bars have no effect here: the engine never offers them, and no word of this list lifts one. */
export type Effect =
  | { readonly kind: 'except'; readonly rule: 'repeat' | 'unknown'; readonly person: string }
  | { readonly kind: 'together'; readonly pair: readonly [string, string] }
  | { readonly kind: 'unpin'; readonly person: string }
  | { readonly kind: 'need'; readonly target: string }
  | { readonly kind: 'limit'; readonly rule: 'same-home' | 'senior' | 'newcomers'; readonly by: number }
  | { readonly kind: 'off'; readonly rule: OffRule }

const OFF = ['leaders', 'whole-team', 'zone', 'again', 'reversal', 'swap'] as const
export type OffRule = (typeof OFF)[number]

export interface Granted {
  readonly effects: readonly Effect[]
  readonly by: string
  readonly why: string
}

/** What would have to be signed for a way out of a clash; null where no signature helps: somebody must be called up or return. */
export function effectsOf({ exceptions }: Pick<Relaxation, 'exceptions'>): readonly Effect[] | null {
  const effects: Effect[] = []
  for (const [rule, own] of Map.groupBy(exceptions, (exception) => exception.rule)) {
    const subjects = [...new Set(own.map(({ subject }) => subject))]
    const off = OFF.find((known) => known === rule)
    if (off !== undefined) effects.push({ kind: 'off', rule: off })
    else if (rule === 'repeat' || rule === 'unknown')
      effects.push(...subjects.map((person) => ({ kind: 'except' as const, rule, person })))
    else if (rule === 'same-home' || rule === 'senior' || rule === 'newcomers')
      effects.push({
        kind: 'limit',
        rule,
        by: Math.max(...subjects.map((team) => own.filter((one) => one.subject === team).length)),
      })
    else if (rule === 'pin') effects.push(...subjects.map((person) => ({ kind: 'unpin' as const, person })))
    else if (rule === 'need') effects.push(...subjects.map((target) => ({ kind: 'need' as const, target })))
    else if (rule === 'apart')
      effects.push(
        ...subjects.map((subject) => {
          const [a = '', b = ''] = subject.split(' ')
          return { kind: 'together' as const, pair: [a, b] as const }
        }),
      )
    else return null
  }
  return effects.length === 0 ? null : effects
}

/** The problem once what was granted holds, one after the other. */
export function applyGranted(problem: Problem, granted: readonly Granted[]): Problem {
  return granted.reduce(
    (changed, { effects, by, why }) => effects.reduce((now, effect) => applyEffect(now, effect, { by, why }), changed),
    problem,
  )
}

function applyEffect(problem: Problem, effect: Effect, signed: { readonly by: string; readonly why: string }): Problem {
  switch (effect.kind) {
    case 'except': {
      const { rule, person } = effect
      if (!problem.people.some(({ id }) => id === person)) return problem
      const waivers = problem.targets.map((target) => ({ rule, person, target: target.id, ...signed }))
      return { ...problem, waivers: [...problem.waivers, ...waivers] }
    }
    case 'together':
      return { ...problem, apart: problem.apart.filter((pair) => !effect.pair.every((id) => pair.includes(id))) }
    case 'unpin':
      return { ...problem, pins: problem.pins.filter(({ person }) => person !== effect.person) }
    case 'need':
      return { ...problem, targets: problem.targets.map((one) => (one.id === effect.target ? { ...one, needs: [] } : one)) }
    case 'limit':
      return { ...problem, rules: { ...problem.rules, ...limitOf(problem, effect.rule, effect.by) } }
    case 'off':
      return { ...problem, rules: { ...problem.rules, ...OFF_RULES[effect.rule] } }
  }
}

function limitOf(problem: Problem, rule: 'same-home' | 'senior' | 'newcomers', by: number): Partial<Problem['rules']> {
  const { maxSameHome, minSenior, maxNewcomers } = resolveRules(problem.rules)
  if (rule === 'senior') return { minSenior: Math.max(0, minSenior - by) }
  if (rule === 'newcomers') return maxNewcomers === null ? {} : { maxNewcomers: maxNewcomers + by }
  return maxSameHome === null ? {} : { maxSameHome: maxSameHome + by }
}

/** Pairs of earlier rounds are still avoided where that is possible. */
const OFF_RULES: Readonly<Record<OffRule, Partial<Problem['rules']>>> = {
  leaders: { distinctLeaders: false },
  'whole-team': { wholeTeams: false },
  zone: { zoneBound: false },
  again: { again: 'prefer' },
  reversal: { reversal: 'prefer' },
  swap: { noSwap: false },
}
