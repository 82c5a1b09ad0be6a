import { roundSteps } from '@shengmian/contract'
import { sql, type Kysely } from 'kysely'

/** Writes the rows of the state machine into the database, which refuses any pair that is not among them. Run after migrations. */
export async function loadRoundSteps(db: Kysely<unknown>): Promise<void> {
  await sql`delete from rounds.step`.execute(db)
  for (const step of roundSteps) {
    await sql`
      insert into rounds.step (machine, from_state, event, to_state, roles)
      values (${step.machine}, ${step.from}, ${step.event}, ${step.to}, ${[...step.roles]})`.execute(db)
  }
}
