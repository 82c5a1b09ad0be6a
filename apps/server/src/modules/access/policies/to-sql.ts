// A table's policy as SQL for PostgreSQL. Every derived value stands in a sub-select, so that it is worked out once a statement
// and not once a row.
import type { Command, Condition, Roles, TablePolicy } from './condition.ts'

const name = /^[a-z_][a-z0-9_]*$/

/** The statements that give one table its policies; the caller has dropped the old ones. */
export function policySql(policy: TablePolicy): readonly string[] {
  const table = tableName(policy.table)
  const create = (label: string, command: Command | 'all', role: string, body: string, kind = 'permissive') =>
    `create policy ${label} on ${table} as ${kind} for ${command} to ${role} ${body}`
  const app = (command: Command, condition: Condition | undefined): readonly string[] => {
    if (condition === undefined) return []
    const test = `(${conditionSql(condition)})`
    return [create(`app_${command}`, command, doorsOf(policy), clauses(command, test))]
  }
  const whole = (role: 'worker' | 'auth' | 'audit' | 'intake' | 'owner') =>
    (policy[role] ?? []).map((command) => create(`${role}_${command}`, command, `shengmian_${role}`, clauses(command, '(true)')))
  return [
    `alter table ${table} enable row level security`,
    `alter table ${table} force row level security`,
    ...app('select', policy.select),
    ...app('insert', policy.insert),
    ...app('update', policy.update),
    ...app('delete', policy.delete),
    ...(policy.except === undefined
      ? []
      : [create('app_except', 'all', doorsOf(policy), `using (${exceptSql(policy.except)})`, 'restrictive')]),
    ...whole('worker'),
    ...whole('auth'),
    ...whole('audit'),
    ...whole('intake'),
    ...whole('owner'),
  ]
}

/** The database roles that a policy speaks to. */
export function doorsOf(policy: TablePolicy): string {
  return (policy.doors ?? ['app']).map((door) => `shengmian_${door}`).join(', ')
}

function clauses(command: Command, test: string): string {
  if (command === 'insert') return `with check ${test}`
  return command === 'update' ? `using ${test} with check ${test}` : `using ${test}`
}

/** What must hold so that a row is not excepted. Nearly everybody is recused from nothing, which is found out once and not for each row. */
function exceptSql(except: Condition): string {
  const holds = negationSql(except)
  return except.kind === 'recused' ? `(select isempty(access.recused())) or ${holds}` : holds
}

/** A condition over the columns of a row. */
function conditionSql(condition: Condition): string {
  switch (condition.kind) {
    case 'signed-in':
      return '(select access.account_id()) is not null'
    case 'covers': {
      const column = columnName(condition.column)
      const hull = `access.hull(${roleList(condition.roles)})`
      // The hull lets an index on the place serve. It is a setting that anybody may write, and may be another for each of the two bounds:
      // the edges alone decide, one value for the statement. `<> 0` lets the planner expect most rows, as it is.
      return `(${column} >= (select lower(${hull})) and ${column} < (select upper(${hull})) and width_bucket(${column}, (select access.edges(${roleList(condition.roles)}))) % 2 <> 0)`
    }
    case 'covers-county': {
      const county = `${columnName(condition.column)}::bigint`
      return `int8range(${county} * 1000000, (${county} + 1) * 1000000) <@ (select access.scopes(${roleList(condition.roles)}))`
    }
    case 'covers-area':
      return `area <@ (select access.scopes(${roleList(condition.roles)}))`
    case 'holds-at':
      return `${columnName(condition.column)} = any ((select access.authorities(${roleList(condition.roles)}))::bigint[])`
    case 'own-account':
      return `${columnName(condition.column)} = (select access.account_id())`
    case 'own-person':
      return `${columnName(condition.column)} = (select access.person_id())`
    case 'derived': {
      const [mine, theirs] = [Object.keys(condition.match), Object.values(condition.match)]
      return `(${mine.map(columnName).join(', ')}) in (select ${theirs.map((column) => `d.${columnName(column)}`).join(', ')} from access.${condition.from}(${roleList(condition.roles)}) d)`
    }
    case 'recused':
      return `${columnName(condition.column)} <@ (select access.recused())`
    case 'listed':
      return `${columnName(condition.column)} in (${condition.values.map(literal).join(', ')})`
    case 'empty':
      return `${columnName(condition.column)} is null`
    case 'through':
      return `${columnName(condition.column)} in (select id from ${tableName(condition.table)} where ${conditionSql(condition.when)})`
    case 'all':
      return condition.of.length === 0 ? 'true' : condition.of.map((inner) => `(${conditionSql(inner)})`).join(' and ')
    case 'any':
      return condition.of.length === 0 ? 'false' : condition.of.map((inner) => `(${conditionSql(inner)})`).join(' or ')
    case 'not':
      return negationSql(condition.of)
  }
}

/**
 * That a condition does not hold. What is compared with who asks holds for nobody, either way: a statement could otherwise find out as
 * nobody whose row it is not, and as somebody what it may do with it.
 */
function negationSql(condition: Condition): string {
  if (condition.kind === 'own-account' || condition.kind === 'own-person') {
    const column = columnName(condition.column)
    const own = condition.kind === 'own-account' ? 'access.account_id()' : 'access.own_person()'
    return `(${column} is null or ${column} <> (select ${own}))`
  }
  return `(${conditionSql(condition)}) is not true`
}

function roleList(roles: Roles): string {
  return roles.map(literal).join(', ')
}

function literal(value: string): string {
  return `'${value.replaceAll("'", "''")}'`
}

function columnName(column: string): string {
  if (!name.test(column)) throw new Error(`"${column}" is not a column name`)
  return column
}

/** The table of a policy, quoted where a word of SQL would be misread. */
export function tableName(table: string): string {
  const parts = table.split('.')
  if (parts.length !== 2 || !parts.every((part) => name.test(part))) throw new Error(`"${table}" is not schema.table`)
  return parts.map((part) => `"${part}"`).join('.')
}
