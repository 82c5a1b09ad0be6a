// A policy as it was decided on one row: every condition with whether it held, so that a denial can be explained.
import type { RuleLine } from '@shengmian/contract'
import type { Condition } from './condition.ts'
import { decide, type Row, type Standing } from './oracle.ts'

/**
 * The lines of a rule, outermost first; a condition on a missing row or another table is `null`, since it cannot be told from here, unless
 * it fails for every row: whoever holds none of its roles needs no row to be refused.
 */
export function explainCondition(condition: Condition, standing: Standing, row: Row | null, depth = 0): readonly RuleLine[] {
  const line = (
    of: string,
    roles: readonly RuleLine['roles'][number][],
    holds: boolean | null,
    inner: readonly RuleLine[] = [],
  ) => [{ depth, kind: condition.kind, roles: [...roles], of, holds }, ...inner]
  const leaf = (of: string, roles: readonly RuleLine['roles'][number][] = []) =>
    line(of, roles, row !== null ? decide(condition, standing, row) : failsAlways(condition, standing) ? false : null)
  switch (condition.kind) {
    case 'all':
    case 'any': {
      const inner = condition.of.map((one) => explainCondition(one, standing, row, depth + 1))
      const said = inner.map(([first]) => first?.holds ?? null)
      const decisive = condition.kind === 'any'
      const holds = said.includes(decisive) ? decisive : said.includes(null) ? null : !decisive
      return line('', [], holds, inner.flat())
    }
    case 'not': {
      const inner = explainCondition(condition.of, standing, row, depth + 1)
      const holds = inner[0]?.holds ?? null
      return line('', [], holds === null ? null : !holds, inner)
    }
    case 'through': {
      const inner = explainCondition(condition.when, standing, null, depth + 1)
      return line(condition.table, [], inner[0]?.holds === false ? false : null, inner)
    }
    case 'derived':
      return leaf(condition.from, condition.roles)
    case 'listed':
      return leaf(`${condition.column}: ${condition.values.join(', ')}`)
    case 'covers-area':
      return leaf(condition.place, condition.roles)
    case 'covers':
    case 'covers-county':
    case 'holds-at':
      return leaf(condition.column, condition.roles)
    case 'signed-in':
      return line('', [], decide(condition, standing, row ?? {}))
    default:
      return leaf(condition.column)
  }
}

/** Whether no row at all could meet the condition. */
function failsAlways(condition: Condition, standing: Standing): boolean {
  switch (condition.kind) {
    case 'covers':
    case 'covers-county':
    case 'covers-area':
    case 'holds-at':
      return !standing.roles.some(({ role }) => condition.roles.includes(role))
    case 'derived':
      return standing.derived(condition.from, condition.roles).length === 0
    case 'own-person':
      return standing.person === null
    case 'recused':
      return standing.recused.length === 0
    default:
      return false
  }
}

/** The derived sets that a condition asks for. */
export function derivedIn(condition: Condition): readonly Extract<Condition, { readonly kind: 'derived' }>[] {
  switch (condition.kind) {
    case 'derived':
      return [condition]
    case 'all':
    case 'any':
      return condition.of.flatMap(derivedIn)
    case 'not':
      return derivedIn(condition.of)
    default:
      return []
  }
}
