// Binds an endpoint of the contract to the use case that answers it. A module's routes are a list of these.
import type { Readable } from 'node:stream'
import type { BodyOf, Endpoint, ParamsOf, QueryOf } from '@shengmian/contract'
import type { Static, TSchema } from 'typebox'
import type { Clock } from '../platform/clock.ts'
import type { Actor, Transaction } from '../platform/transaction.ts'

/** Who asks: the account behind the session. */
export interface Caller {
  readonly id: string
  readonly name: string
}

/** A file on its way out. */
export interface FileReply {
  readonly file: Readable | Buffer
  readonly name: string
  readonly type: string
}

/** An uploaded file, kept in a temporary place for the length of the request. */
export interface Upload {
  readonly path: string
  readonly filename: string
  readonly bytes: number
}

export interface Call<E extends Endpoint> {
  readonly params: ParamsOf<E>
  readonly query: QueryOf<E>
  readonly body: BodyOf<E>
  readonly upload: E['upload'] extends object ? Upload : null
  /** The transaction of this request: it commits when the handler returns and rolls back when it throws. */
  readonly tx: Transaction
  readonly actor: Actor
  readonly caller: E['open'] extends true ? Caller | null : Caller
  readonly clock: Clock
  /** The address that the request comes from; for signing in only. */
  readonly source: string
  /** Header of the request, lower-case name; for signing in and out only. */
  readonly header: (name: string) => string | undefined
  /** Adds a header to the reply; for cookies. */
  readonly setHeader: (name: string, value: string | readonly string[]) => void
}

type Answer<E extends Endpoint> = E['reply'] extends TSchema ? Static<E['reply']> : E['reply'] extends null ? void : FileReply

export interface Route {
  readonly endpoint: Endpoint
  readonly handle: (call: Call<Endpoint>) => Promise<unknown>
  /** Work after the transaction: what `handle` answered comes in, the reply goes out. */
  readonly finish?: (read: unknown) => Promise<unknown>
}

/** One endpoint and its use case, typed from the contract. */
export function serve<const E extends Endpoint>(endpoint: E, handle: (call: Call<E>) => Promise<Answer<E>> | Answer<E>): Route {
  return { endpoint, handle: async (call) => handle(call as unknown as Call<E>) }
}

/**
 * One endpoint that reads and then works for seconds: the transaction is over before the work begins, so that no connection and no lock
 * waits for it. Nothing of it is kept, so the endpoint says `unkept`.
 */
export function serveAfter<const E extends Endpoint & { readonly unkept: true }, Read>(
  endpoint: E,
  read: (call: Call<E>) => Promise<Read>,
  work: (read: Read) => Promise<Answer<E>>,
): Route {
  return { endpoint, handle: async (call) => read(call as unknown as Call<E>), finish: async (found) => work(found as Read) }
}

export function isFileReply(value: unknown): value is FileReply {
  return typeof value === 'object' && value !== null && 'file' in value && 'type' in value && 'name' in value
}
