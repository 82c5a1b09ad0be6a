import { Kysely, PostgresDialect, sql } from 'kysely'
import pg from 'pg'
import { urlOfRole, type RuntimeRole } from './roles.ts'
import type { DB } from './tables.generated.ts'
import type { Actor, Transact, Transaction } from './transaction.ts'

// Places and counts fit into a double (12 digits); dates stay the text they are, since a Date at local midnight slips a day.
pg.types.setTypeParser(pg.types.builtins.INT8, Number)
pg.types.setTypeParser(pg.types.builtins.DATE, (text) => text)
pg.types.setTypeParser(pg.types.builtins.NUMERIC, Number)

export interface Database {
  readonly transact: Transact
  /** The same as `shengmian_audit`, which only writes down what was refused. */
  readonly record: Transact
  readonly pool: (role: RuntimeRole) => pg.Pool
  readonly close: () => Promise<void>
}

/** Opens one pool for each database role. Connections are made when first needed. */
export function openDatabase(adminUrl: string, secret: string, connections: Readonly<Record<RuntimeRole, number>>): Database {
  const open = (role: RuntimeRole) => {
    const pool = new pg.Pool({
      connectionString: urlOfRole(adminUrl, role, secret),
      max: connections[role],
      application_name: `shengmian ${role}`,
    })
    // A broken idle connection is replaced by the pool; without a listener it would end the process.
    pool.on('error', () => undefined)
    return { pool, db: new Kysely<DB>({ dialect: new PostgresDialect({ pool }) }) }
  }
  const roles: Readonly<Record<RuntimeRole, ReturnType<typeof open>>> = {
    app: open('app'),
    auth: open('auth'),
    lead: open('lead'),
    worker: open('worker'),
    ledger: open('ledger'),
    audit: open('audit'),
    intake: open('intake'),
  }

  const as =
    (role: (actor: Actor) => RuntimeRole): Transact =>
    (actor, work) =>
      roles[role(actor)].db.transaction().execute(async (trx) => {
        await enter(trx, actor)
        return work(trx as unknown as Transaction)
      })

  return {
    transact: as(roleOf),
    record: as(() => 'audit'),
    pool: (role) => roles[role].pool,
    close: async () => {
      await Promise.all(Object.values(roles).map((role) => role.db.destroy()))
    },
  }
}

function roleOf(actor: Actor): RuntimeRole {
  if (actor.kind === 'worker' || actor.kind === 'ledger' || actor.kind === 'intake') return actor.kind
  return actor.kind === 'session' && actor.through === 'leads' ? 'lead' : 'app'
}

/** Tells the database whose session this transaction is, which works out what it may; a pooled connection forgets both at its end. */
async function enter(trx: Kysely<DB>, actor: Actor): Promise<void> {
  if (actor.kind === 'session') await sql`select access.enter(${actor.token})`.execute(trx)
}

/** The only way from a Transaction to SQL; stores alone may import it. */
export function sqlOf(tx: Transaction): Kysely<DB> {
  return tx as unknown as Kysely<DB>
}
