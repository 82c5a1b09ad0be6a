// Asks the database and the oracle the same questions and lists where they differ.
import type pg from 'pg'
import type { Command, TablePolicy } from '../condition.ts'
import type { Row, Standing } from '../oracle.ts'
import { asApplication, insertOf } from './bare-database.ts'
import { allows } from './standing.ts'

export interface Question {
  readonly policy: TablePolicy
  readonly command: Command
  readonly secret: string
  readonly standing: Standing
  /** Rows that are in the table. */
  readonly rows: readonly Row[]
  /** Rows that are not: for inserting, and for what rows may be turned into. */
  readonly others: readonly Row[]
}

/** The cells of one question on which database and oracle disagree; empty when they agree. */
export async function disagreements(client: pg.ClientBase, question: Question): Promise<readonly string[]> {
  const { policy, command, standing, rows } = question
  const answers = await asApplication(client, question.secret, () => ask(client, question), policy.doors?.[0])
  const say = (row: Row, said: boolean, other: string) =>
    `${policy.table} ${command} row ${String(row['test_row'])} by ${standing.account ?? 'nobody'}: oracle ${said ? 'yes' : 'no'}, database ${other}`
  if (command === 'insert') {
    return question.others.flatMap((row, index) => {
      const said = allows(policy, 'insert', standing, row)
      const answer = answers[index] ?? ''
      return said === (answer === 'done') ? [] : [say(row, said, answer)]
    })
  }
  const touched = answers[0] ?? ''
  const reached = new Set(touched === '' || touched === 'refused' ? [] : touched.split(','))
  const inPlace = rows.flatMap((row) => {
    // What cannot be seen cannot be changed or removed either.
    const said = allows(policy, command, standing, row) && (command === 'select' || allows(policy, 'select', standing, row))
    return said === reached.has(String(row['test_row'])) ? [] : [say(row, said, touched.slice(0, 60))]
  })
  if (command !== 'update') return inPlace
  const moved = moves(question).flatMap(({ from, to }, index) => {
    const may = (row: Row) => allows(policy, 'update', standing, row) && allows(policy, 'select', standing, row)
    const said = may(from) && may(to)
    const answer = answers[index + 1] ?? ''
    return said === (answer === String(from['test_row'])) ? [] : [`${say(from, said, answer)} turned into ${JSON.stringify(to)}`]
  })
  return [...inPlace, ...moved]
}

/** Each of the other rows put over one that is there. */
function moves(question: Question): readonly { readonly from: Row; readonly to: Row }[] {
  const reachable = question.rows.filter((row) => allows(question.policy, 'update', question.standing, row))
  const from = reachable.length > 0 ? reachable : question.rows
  return question.others.flatMap((to, index) => {
    const row = from[index % from.length]
    return row === undefined ? [] : [{ from: row, to: { ...to, test_row: row['test_row'] } }]
  })
}

async function ask(client: pg.ClientBase, question: Question): Promise<readonly string[]> {
  const { policy, command } = question
  const table = policy.table
    .split('.')
    .map((part) => `"${part}"`)
    .join('.')
  const listed = `coalesce(string_agg(test_row::text, ','), '')`
  const statements =
    command === 'select'
      ? [`select ${listed} from ${table}`]
      : command === 'delete'
        ? [`with gone as (delete from ${table} returning test_row) select ${listed} from gone`]
        : command === 'insert'
          ? question.others.map((row) => `with made as (${insertOf(policy.table, [row])}) select 'done'`)
          : [
              `with same as (update ${table} set test_row = test_row returning test_row) select ${listed} from same`,
              ...moves(question).map(({ from, to }) => moveOf(policy.table, table, from, to)),
            ]
  const { rows } = await client.query<{ answer: string }>(
    `select public.try(statement) as answer from unnest($1::text[]) with ordinality as s(statement, place) order by place`,
    [statements],
  )
  return rows.map((row) => row.answer)
}

function moveOf(table: string, quoted: string, from: Row, to: Row): string {
  const names = Object.keys(to).filter((name) => name !== 'test_row')
  if (names.length === 0) return `select 'refused'`
  const json = JSON.stringify(to).replaceAll("'", "''")
  const pairs = names.map((name) => `"${name}" = n."${name}"`).join(', ')
  return `with moved as (
    update ${quoted} t set ${pairs} from jsonb_populate_record(null::"${table.replace('.', '"."')}", '${json}'::jsonb) n
    where t.test_row = ${String(from['test_row'])} returning t.test_row) select coalesce(string_agg(test_row::text, ','), '') from moved`
}
