// Every table is covered unless it stands here with its reason: a new table joins the ledger without a line of code.

/** Schemas that hold no business. */
export const EXEMPT_SCHEMAS = ['ledger', 'platform', 'graphile_worker', 'information_schema', 'public'] as const

export const EXEMPT_TABLES: Readonly<Record<string, string>> = {
  'access.session': 'changes at every request and ends by itself; what was done in it is covered',
  'access.verification': 'half-done steps of signing in, gone within minutes',
  'access.challenge': 'what an authenticator has to sign, good once and for minutes',
  'access.recovery_code':
    'its key is the hash of a secret, which no log shall hold; making and using codes is in access.sign_in_event',
  'access.sign_in_failure': 'counters keyed by a hash of what was typed, forgotten within a day',
  'access.denial_tally':
    'a count that grows with every refusal of somebody who floods; the refusals before it are covered one by one',
  'registry.region': 'published divisions, held by the hash of their files',
  'registry.region_edition': 'names those files',
  'registry.sheet_import': 'uploads on their way in; what they bring is covered row by row',
  'registry.sheet_error': 'what was wrong with such an upload',
  'intake.report': 'the register of its desk holds them by day; the hour that the ledger writes would lead to a person',
  'intake.attachment': 'named by its hash inside a sealed report; the hour would lead to a person',
  'intake.tally_mark': 'a count of what the register holds, kept so that it is counted once',
  'intake.release':
    'the hour in which a report comes into the list, which stands nowhere, would narrow the one in which it arrived',
  'intake.released_attachment': 'of such a report',
  'intake.piece': 'bytes of such an attachment',
  'intake.reply': 'signed, numbered and chained by the team; the reporter checks them',
  'rounds.step': 'written from the code at every start',
}

/** Rows of a covered table that come from published files and are covered from their first change on. */
const EXEMPT_ROWS: Readonly<Record<string, string>> = {
  'registry.unit': `r.source OPERATOR(pg_catalog.=) 'divisions'`,
}

export interface Column {
  readonly name: string
  readonly type: string
  /** Whether rows that were there before the column have a value in it. */
  readonly isFilled: boolean
}

export interface CoveredTable {
  /** `schema.table`. */
  readonly name: string
  readonly key: readonly string[]
  readonly columns: readonly Column[]
}

/** The triggers of a covered table. */
export const LEDGER_TRIGGERS = ['zz_ledger_insert', 'zz_ledger', 'zz_ledger_truncate'] as const

const name = /^[a-z_][a-z0-9_]*$/

/** Settings of whoever writes that change how values read as text, each only where a table holds such values: asking costs. */
const TOLD_BY_SETTINGS: readonly {
  readonly setting: string
  readonly asked: string
  readonly plain: string
  readonly isMet: (table: CoveredTable) => boolean
}[] = [
  { setting: 'TimeZone', asked: `pg_catalog.current_setting('TimeZone')`, plain: 'UTC', isMet: () => true },
  {
    setting: 'DateStyle',
    asked: `pg_catalog.left(pg_catalog.current_setting('DateStyle'), 3)`,
    plain: 'ISO',
    // JSON has a style of its own for days and times, but none for a range of them, and a key is written as text.
    isMet: ({ key, columns }) =>
      columns.some(({ name, type }) => /^(date|ts|tstz)range/.test(type) || (key.includes(name) && /^(date|time)/.test(type))),
  },
  {
    setting: 'extra_float_digits',
    asked: `pg_catalog.current_setting('extra_float_digits')`,
    plain: '1',
    isMet: ({ columns }) => columns.some(({ type }) => type === 'double precision' || type === 'real'),
  },
]

/** Makes a session's settings plain for the rest of its transaction, whatever a table holds. */
export const PLAIN_SETTINGS = `select ${TOLD_BY_SETTINGS.map(madePlain).join(', ')}`

function madePlain({ setting, plain }: { readonly setting: string; readonly plain: string }): string {
  return `pg_catalog.set_config('${setting}', '${plain}', true)`
}

/**
 * How a row `r` is written: its key as texts, and all its columns as JSON in UTC; files by their hash. The ledger leaves out what is null
 * in it (`withoutNulls`), which the database does only where it has to build the object anyway.
 */
export function writtenAs(table: CoveredTable): {
  readonly key: string
  readonly content: string
  readonly except: string | null
} {
  const json = table.columns.find((column) => column.type === 'json')
  if (json !== undefined) throw new Error(`${table.name}.${json.name} is json, which keeps its blanks: make it jsonb`)
  const files = table.columns.filter((column) => column.type === 'bytea').map((column) => quoted(column.name))
  const hashed = files.map((file) => `'${file.slice(1, -1)}', pg_catalog.encode(pg_catalog.sha256(r.${file}), 'hex')`).join(', ')
  return {
    key: `array[${table.key.map((column) => `r.${quoted(column)}::text`).join(', ')}]`,
    content:
      files.length === 0
        ? 'pg_catalog.row_to_json(r)::text'
        : `pg_catalog.jsonb_strip_nulls(pg_catalog.to_jsonb(r) OPERATOR(pg_catalog.||) pg_catalog.jsonb_build_object(${hashed}))::text`,
    except: EXEMPT_ROWS[table.name] ?? null,
  }
}

/**
 * The statements that make a table write a pending leaf with every change of a row. Every function and operator is named with its
 * schema, since a search path of the function's own would double its cost (`is distinct from` names none, and looks its operator up in
 * the path of whoever writes); what the text depends on is set only where it is otherwise. Inserts, which are most of what people
 * write, have a function of one statement: each question beside it would cost as much as a small query.
 */
export function triggerSql(table: CoveredTable): readonly string[] {
  const { key, content, except } = writtenAs(table)
  const [schema = '', bare = ''] = table.name.split('.')
  const target = `${quoted(schema)}.${quoted(bare)}`
  const [added, changed] = [`ledger.${quoted(`new_${schema}_${bare}`)}`, `ledger.${quoted(`leaf_${schema}_${bare}`)}`]
  const of = (row: 'new' | 'old', expression: string) => expression.replaceAll(/\br\b(?=[.)])/g, row)
  const told = TOLD_BY_SETTINGS.filter(({ isMet }) => isMet(table))
  const isPlain = told.map(({ asked, plain }) => `${asked} OPERATOR(pg_catalog.=) '${plain}'`).join(' and ')
  const makePlain = told.map(madePlain)
  const insert = 'insert into ledger.pending (table_name, record, op, content) values'
  const values = (row: 'new' | 'old', op: string) =>
    `'${table.name}', ${of(row, key)}, ${op}, ${row === 'new' ? of('new', content) : 'null'}`
  // The first column is worked out first, and with it the settings that the others depend on; a test holds PostgreSQL to that.
  const plainName = `case when ${isPlain} then '${table.name}' when pg_catalog.num_nulls(${makePlain.join(', ')}) OPERATOR(pg_catalog.=) 0 then '${table.name}' end`
  const skip = except === null ? '' : `if ${of('new', except)} then return null; end if;`
  // A published row has no entry before its first change.
  const op = except === null ? `'update'` : `case when ${of('old', except)} then 'baseline' else 'update' end`
  return [
    `create or replace function ${added}() returns trigger language plpgsql security definer as $$
     begin
       ${skip}
       ${insert} (${plainName}, ${of('new', key)}, 'insert', ${of('new', content)});
       return null;
     end $$`,
    `create or replace function ${changed}() returns trigger language plpgsql security definer as $$
     begin
       if not (${isPlain}) then perform ${makePlain.join(', ')}; end if;
       if tg_op OPERATOR(pg_catalog.=) 'DELETE' then
         ${insert} (${values('old', `'delete'`)});
         return null;
       end if;
       if new OPERATOR(pg_catalog.*=) old then return null; end if;
       if ${of('new', key)} OPERATOR(pg_catalog.<>) ${of('old', key)} then
         ${insert} (${values('old', `'delete'`)}), (${values('new', `'insert'`)});
         return null;
       end if;
       ${insert} (${values('new', op)});
       return null;
     end $$`,
    `revoke execute on function ${added}(), ${changed}() from public`,
    ...LEDGER_TRIGGERS.map((trigger) => `drop trigger if exists ${trigger} on ${target}`),
    `create trigger zz_ledger_insert after insert on ${target} for each row execute function ${added}()`,
    `create trigger zz_ledger after update or delete on ${target} for each row execute function ${changed}()`,
    `create trigger zz_ledger_truncate before truncate on ${target} for each statement execute function ledger.refuse_truncate()`,
  ]
}

/** Writes what is there as pending leaves: rows from before the ledger, or from before their table changed its shape. */
export function baselineSql(table: CoveredTable): readonly string[] {
  const { key, content, except } = writtenAs(table)
  const [schema = '', bare = ''] = table.name.split('.')
  const target = `${quoted(schema)}.${quoted(bare)}`
  const touched = `exists (select from ledger.leaf l
    where ledger.key_of(l.table_name, l.record) = ledger.key_of('${table.name}', ${key}) and l.table_name = '${table.name}' and l.record = ${key})`
  return [
    `alter table ${target} no force row level security`,
    PLAIN_SETTINGS,
    `insert into ledger.pending (table_name, record, op, content) select '${table.name}', ${key}, 'baseline', ${content} from ${target} r
     ${except === null ? '' : `where not (${except}) or ${touched}`}`,
    `alter table ${target} force row level security`,
  ]
}

function quoted(part: string): string {
  if (!name.test(part)) throw new Error(`"${part}" is no name of a table or column`)
  return `"${part}"`
}
