// A person sees where he is signed in, and ends it all at once.
import type { AuthDatabase } from './auth-store.ts'
import type { LiveSession } from './live-session.ts'
import { writeEvent } from './second-factor-store.ts'
import { endAllSessions, findOwnSessions } from './session-step-store.ts'

export async function listSessions(db: AuthDatabase, live: LiveSession) {
  const rows = await findOwnSessions(db, live.id)
  return {
    items: rows.map((row) => ({
      began: row.began.toISOString(),
      lastUsed: row.used.toISOString(),
      agent: row.agent,
      isThis: row.id === live.session,
    })),
  }
}

export async function endEverySession(db: AuthDatabase, account: string): Promise<void> {
  await endAllSessions(db, account)
  await writeEvent(db, account, 'signed-out-everywhere')
}
