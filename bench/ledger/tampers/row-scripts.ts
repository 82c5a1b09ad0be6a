// On the rows: what somebody with all rights in the database does behind the triggers' back.
import { AUTHORITY, person, subject } from './world.ts'
import { silently, type TamperScript } from './script.ts'

const where = (n: number) => `where authority = ${AUTHORITY} and id = '${person(n)}'`

export const rowScripts: readonly TamperScript[] = [
  {
    does: 'changes a row with all triggers silent',
    database: (client) => silently(client, `update registry.person set rank = '处长' ${where(7)}`),
    named: [{ check: 'changed', subject: subject(7) }],
  },
  {
    does: 'drops the trigger, changes a row, and makes the trigger again',
    database: async (client) => {
      await client.query('alter table registry.person disable trigger zz_ledger')
      await client.query(`update registry.person set name = '另一人' ${where(8)}`)
      await client.query('alter table registry.person enable trigger zz_ledger')
    },
    named: [{ check: 'changed', subject: subject(8) }],
  },
  {
    does: 'changes a row, and has the database write it for whoever exports as it was',
    database: async (client) => {
      await silently(
        client,
        `update ledger.covered set content_sql = $$case when r.id = '${person(12)}' then replace($$ || content_sql || $$, '改过的名', '第12人')
           else $$ || content_sql || $$ end$$ where table_name = 'registry.person'`,
      )
      await silently(client, `update registry.person set name = '改过的名' ${where(12)}`)
    },
    named: [{ check: 'changed', subject: subject(12) }],
  },
  {
    does: 'adds a row of which the database says that it is exempt',
    database: async (client) => {
      await silently(
        client,
        `update ledger.covered set except_sql = $$r.id = '${person(901)}'$$ where table_name = 'registry.person'`,
      )
      await silently(
        client,
        `insert into registry.person (authority, id, name, roles) values (${AUTHORITY}, '${person(901)}', '幽灵', '{leader}')`,
      )
    },
    named: [{ check: 'added', subject: subject(901) }],
  },
  {
    does: 'removes a row',
    database: (client) => silently(client, `delete from registry.person ${where(9)}`),
    named: [{ check: 'removed', subject: subject(9) }],
  },
  {
    does: 'adds a row',
    database: (client) =>
      silently(
        client,
        `insert into registry.person (authority, id, name, roles) values (${AUTHORITY}, '${person(900)}', '幽灵', '{leader}')`,
      ),
    named: [{ check: 'added', subject: subject(900) }],
  },
  {
    does: 'back-dates a row',
    database: (client) => silently(client, `update registry.person set changed_at = changed_at - interval '1 year' ${where(10)}`),
    named: [{ check: 'changed', subject: subject(10) }],
  },
  {
    does: 'puts a row back into the state of before its last change',
    database: (client) => silently(client, `update registry.person set rank = '副科' ${where(11)}`),
    named: [{ check: 'restored', subject: subject(11) }],
  },
  {
    does: 'brings a removed row back',
    database: (client) =>
      silently(
        client,
        `insert into registry.person (authority, id, name, roles, rank) values (${AUTHORITY}, '${person(300)}', '第300人', '{member}', '科员')`,
      ),
    named: [{ check: 'returned', subject: subject(300) }],
  },
  {
    does: 'empties a table',
    database: (client) => silently(client, `delete from registry.person where id > '${person(200)}'`),
    named: [{ check: 'removed', subject: subject(201) }],
  },
  {
    does: 'exchanges two people under their ids',
    database: (client) =>
      silently(
        client,
        `update registry.person set name = '换' ${where(20)}`,
        `update registry.person set name = '第20人' ${where(21)}`,
        `update registry.person set name = '第21人' ${where(20)}`,
      ),
    named: [{ check: 'changed', subject: subject(20) }],
  },
  {
    does: 'adds a row and takes its pending leaf away before it is sequenced',
    database: async (client) => {
      await client.query(
        `insert into registry.person (authority, id, name, roles) values (${AUTHORITY}, '${person(901)}', '未登记', '{member}')`,
      )
      await client.query('delete from ledger.pending')
    },
    named: [{ check: 'added', subject: subject(901) }],
  },
]
