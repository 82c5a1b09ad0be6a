// Types only: a use case can hold a Transaction and pass it on, but only platform/database.ts can run SQL with it.
declare const brand: unique symbol

/** An open database transaction in which the caller's rights are already set. */
export interface Transaction {
  readonly [brand]: 'transaction'
}

/** On whose behalf a transaction runs. The application passes only the session; the database derives the rights. */
export type Actor =
  /** `through`: the door of leads, behind which another database role stands. */
  | { readonly kind: 'session'; readonly token: string; readonly through?: 'leads' }
  | { readonly kind: 'worker' }
  | { readonly kind: 'ledger' }
  | { readonly kind: 'intake' }
  | { readonly kind: 'nobody' }

/** Opens a transaction for an actor, commits it when `work` succeeds and rolls it back when it throws. */
export type Transact = <T>(actor: Actor, work: (tx: Transaction) => Promise<T>) => Promise<T>
