// A session that has not ended, in one of its five states.
export interface LiveSession {
  readonly session: string
  /** The account. */
  readonly id: string
  readonly name: string
  readonly username: string
  /** Only an open session has an account in the eyes of the database. */
  readonly state: 'open' | 'second-step' | 'given-passphrase' | 'no-second-factor' | 'locked'
  /** The emergency in force: each request under it is written down. */
  readonly emergency: string | null
}
