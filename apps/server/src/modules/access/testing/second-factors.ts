// For tests: an authenticator app, and the clock that rights are measured by.
import { base32 } from '@better-auth/utils/base32'
import type { TestServer } from '@shengmian/testing'

/** The key behind the secret that a person would type into the app. */
export function decoded(secret: string): string {
  return new TextDecoder().decode(base32.decode(secret))
}

/** Holds the clock an interval ahead of the real one, or lets it go. */
export async function holdClock(world: TestServer, offset: string | null): Promise<void> {
  const text = offset === null ? 'select now()' : `select now() + interval '${offset}'`
  await world.database.admin.query(
    `create or replace function access.clock() returns timestamptz language sql stable as $$ ${text} $$`,
  )
}
