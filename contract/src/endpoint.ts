// An endpoint is data: the server binds it to a use case, the web client calls it, OpenAPI prints it.
import type { Static, TObject, TProperties, TSchema } from 'typebox'
import type { ProblemCode } from './problem.ts'

export type Method = 'GET' | 'POST' | 'PUT' | 'DELETE'

/** What an answer carries: JSON by a schema, nothing, or a file of the named media type. */
export type Reply = TSchema | null | { readonly file: string }

export interface Endpoint {
  readonly method: Method
  /** Below `/api`, parameters as `:name`. */
  readonly path: string
  /** Unique, camelCase: the operationId of OpenAPI. */
  readonly id: string
  readonly tag: string
  /** What it is in a few Chinese words, for lists of what was asked. */
  readonly zh?: string
  /** One sentence for OpenAPI: what it does, to whom it is open. */
  readonly summary: string
  /** Served by a database role of its own, which alone reaches what it is about. */
  readonly door?: 'leads'
  /** Its answer is not kept for a repeated request: it holds a secret, or asking again changes nothing. */
  readonly unkept?: true
  /** Open to those who are not signed in. */
  readonly open?: true
  /** Open as well to a session that opens nothing else until its person has set up a second factor. */
  readonly towardsFactor?: true
  readonly params?: TProperties
  readonly query?: TProperties
  readonly body?: TSchema
  /** The body is one uploaded file (multipart, field `file`) of at most this many bytes. */
  readonly upload?: { readonly maxBytes: number }
  /** Requests a minute from one address, where fewer than usual are fair: signing in costs the server a tenth of a second each. */
  readonly perMinute?: number
  /** Each answer is recorded with who took it: a read of evidence, or an export that leaves the product. */
  readonly logged?: 'evidence' | 'export'
  readonly reply: Reply
  readonly status?: 200 | 201 | 202 | 204
  /** Problems a caller must expect beyond those that every endpoint can answer. */
  readonly problems?: readonly ProblemCode[]
}

/** Keeps the literal types of an endpoint, so that both ends infer parameters and answers from it. */
export function defineEndpoint<const E extends Endpoint>(endpoint: E): E {
  return endpoint
}

type FromProperties<P> = P extends TProperties ? Static<TObject<P>> : Record<never, never>
export type ParamsOf<E extends Endpoint> = FromProperties<E['params']>
export type QueryOf<E extends Endpoint> = FromProperties<E['query']>
export type BodyOf<E extends Endpoint> = E['body'] extends TSchema ? Static<E['body']> : undefined
export type ReplyOf<E extends Endpoint> = E['reply'] extends null
  ? null
  : E['reply'] extends { readonly file: string }
    ? Blob
    : E['reply'] extends TSchema
      ? Static<E['reply']>
      : never
