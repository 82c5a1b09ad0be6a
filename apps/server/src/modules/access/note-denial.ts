// Writes a denial down as it was decided: what was asked, the rule of the row, what the account held at that instant.
import { Problem, problemEntry, type DenialFacts, type RuleLine } from '@shengmian/contract'
import type { Asked } from '../../http/bind.ts'
import type { Actor, Transact, Transaction } from '../../platform/transaction.ts'
import { codeOfAuthority } from './authority.ts'
import { insertDenial, isWrittenWhole, readDerived, readKeys, readSessionFacts, type SessionFacts } from './denial-store.ts'
import type { Command, Condition } from './policies/condition.ts'
import { derivedIn, explainCondition } from './policies/explain.ts'
import { areaOf, decide, type Row, type Standing } from './policies/oracle.ts'
import { tablePolicies } from './policies/tables.ts'

/** What a parameter of an address names, the most telling last. */
const SUBJECTS: Readonly<Record<string, string>> = {
  round: 'rounds.round',
  programme: 'rounds.programme',
  plan: 'rounds.term_plan',
  draw: 'rounds.draw',
  person: 'registry.person',
  unit: 'registry.unit',
  account: 'access.account',
  delegation: 'access.delegation',
  recusal: 'access.recusal',
}
const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/

interface Refused {
  readonly code: 'not-allowed' | 'not-found'
  readonly zh: string
  readonly en: string
  /** The table whose policy refused a write, where the database named it. */
  readonly table: string | null
}

/** Records what was refused to a session, or counts it where one person is refused too much; anything that is no denial is left alone. */
export async function noteDenial(record: Transact, actor: Actor, { endpoint, params }: Asked, error: unknown): Promise<void> {
  const refused = refusalOf(error)
  if (refused === null) return
  const [named] = Object.entries(params).flatMap(([name, id]) => {
    const table = SUBJECTS[name]
    return table !== undefined && UUID.test(id) ? [{ table, id }] : []
  })
  await record(actor, async (tx) => {
    // Before the facts are gathered: whoever floods costs as little as may be.
    if (!(await isWrittenWhole(tx, endpoint.id, refused.code))) return
    const facts = await readSessionFacts(tx)
    if (facts.account === null) return
    const row = named === undefined ? null : await readKeys(tx, named.table, named.id)
    const subject = row === null ? (refused.table ?? named?.table ?? null) : (named?.table ?? null)
    const { command, rule } = await ruleOf(tx, subject, endpoint.method, facts, row)
    await insertDenial(tx, {
      account: facts.account,
      endpoint: endpoint.id,
      params,
      code: refused.code,
      said: { zh: refused.zh, en: refused.en },
      subject,
      command,
      rule,
      facts: factsOf(facts, row, named?.id ?? null),
    })
  })
}

function refusalOf(error: unknown): Refused | null {
  if (error instanceof Problem) {
    if (error.code !== 'not-allowed' && error.code !== 'not-found') return null
    const { zh, en } = problemEntry(error.code)
    const table = refusalOf(error.cause)?.table ?? null
    return { code: error.code, zh: error.details.zh ?? zh, en: error.details.en ?? en, table }
  }
  if (!(error instanceof Error) || !('code' in error) || error.code !== '42501') return null
  const { zh, en } = problemEntry('not-allowed')
  const table = /table "([a-z_]+)"/.exec(error.message)?.[1]
  const known = tablePolicies.find((policy) => policy.table.split('.')[1] === table)?.table
  return { code: 'not-allowed', zh, en, table: known ?? null }
}

/** The rule that decided: who sees the row, and if the caller does, who may change it. */
async function ruleOf(
  tx: Transaction,
  subject: string | null,
  method: string,
  facts: SessionFacts,
  row: Row | null,
): Promise<{ readonly command: Command; readonly rule: readonly RuleLine[] }> {
  const policy = tablePolicies.find((candidate) => candidate.table === subject)
  // What lies behind the door of leads tells nothing of itself, here neither.
  if (policy === undefined || policy.doors !== undefined) return { command: method === 'GET' ? 'select' : 'insert', rule: [] }
  const standing = await standingOf(tx, facts, [policy.select, policy.insert, policy.update, policy.delete, policy.except])
  const sees = row !== null && policy.select !== undefined && decide(policy.select, standing, row)
  const command: Command =
    method === 'GET' || (row !== null && !sees) ? 'select' : row === null ? 'insert' : method === 'DELETE' ? 'delete' : 'update'
  const condition = policy[command] ?? policy.update ?? policy.insert
  const except = policy.except === undefined ? [] : explainCondition({ kind: 'not', of: policy.except }, standing, row)
  return { command, rule: [...(condition === undefined ? [] : explainCondition(condition, standing, row)), ...except] }
}

async function standingOf(
  tx: Transaction,
  facts: SessionFacts,
  conditions: readonly (Condition | undefined)[],
): Promise<Standing> {
  const sets = new Map<string, readonly Row[]>()
  for (const { from, roles } of conditions.flatMap((condition) => (condition === undefined ? [] : derivedIn(condition)))) {
    const key = `${from} ${roles.join(' ')}`
    if (!sets.has(key)) sets.set(key, await readDerived(tx, from, roles))
  }
  return {
    account: facts.account,
    person: facts.person,
    roles: facts.held.map(({ role, authority, level }) => ({ role, authority, area: areaOf(authority, level) })),
    recused: facts.recused,
    derived: (from, roles) => sets.get(`${from} ${roles.join(' ')}`) ?? [],
    visible: () => null,
  }
}

function factsOf(facts: SessionFacts, row: Row | null, subject: string | null): DenialFacts {
  const code = ({ authority, level }: { readonly authority: number; readonly level: string }) => codeOfAuthority(authority, level)
  type Why = DenialFacts['orders'][number]['standing']
  return {
    exists: row !== null,
    keys: Object.fromEntries(
      Object.entries(row ?? {}).map(([name, value]) => [
        name,
        typeof value === 'string' || typeof value === 'number' ? value : null,
      ]),
    ),
    roles: facts.roles.map((held) => ({ role: held.role, authority: code(held), standing: held.why as Why })),
    lent: facts.lent.map((held) => ({ role: held.role, authority: code(held), by: held.by })),
    orders: facts.orders.map(({ number, round, unit, why }) => ({
      number,
      standing: why as Why,
      isOfSubject: subject === round || subject === unit,
    })),
    recusals: facts.recusals.map(({ place, level }) => codeOfAuthority(place, level)),
  }
}
