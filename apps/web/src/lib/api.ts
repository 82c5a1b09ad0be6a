// The one way from a page to the server: an endpoint of the contract, typed at both ends.
import {
  withoutTurning,
  type BodyOf,
  type Endpoint,
  type ParamsOf,
  type ProblemCode,
  type ProblemItem,
  type QueryOf,
  type ReplyOf,
} from '@shengmian/contract'

/** What the server said when it refused; both languages, and the places of what is wrong. */
export interface Refusal {
  readonly code: ProblemCode | 'offline'
  readonly status: number
  readonly title: string
  readonly titleEn: string
  readonly detail?: string
  readonly detailEn?: string
  readonly instance?: string
  readonly errors?: readonly ProblemItem[]
}

export class RefusedError extends Error {
  readonly refusal: Refusal
  constructor(refusal: Refusal) {
    super(refusal.titleEn)
    this.name = 'RefusedError'
    this.refusal = refusal
  }
}

type Filled<K extends string, T> = Record<never, never> extends T ? { readonly [P in K]?: T } : { readonly [P in K]: T }
export type CallInput<E extends Endpoint> = Filled<'params', ParamsOf<E>> &
  Filled<'query', QueryOf<E>> &
  (BodyOf<E> extends undefined ? { readonly body?: undefined } : { readonly body: BodyOf<E> }) & {
    readonly file?: File
    readonly signal?: AbortSignal
    /** The same key for the same act: a repeated click or a retry then acts once. */
    readonly key?: string
  }

/** Calls an endpoint. Throws `RefusedError` with the server's words; `offline` when it cannot be reached. */
export async function call<E extends Endpoint>(endpoint: E, input: CallInput<E>): Promise<ReplyOf<E>> {
  const given = input as {
    params?: Record<string, unknown>
    query?: Record<string, unknown>
    body?: unknown
    file?: File
    signal?: AbortSignal
    key?: string
  }
  const headers: Record<string, string> = {}
  if (endpoint.method !== 'GET') headers['Idempotency-Key'] = given.key ?? crypto.randomUUID()
  if (given.body !== undefined) headers['Content-Type'] = 'application/json'
  const response = await fetch(addressOf(endpoint, given.params ?? {}, given.query ?? {}), {
    method: endpoint.method,
    headers,
    credentials: 'same-origin',
    ...(given.signal === undefined ? {} : { signal: given.signal }),
    ...bodyOf(given),
  }).catch((error: unknown) => {
    if (error instanceof DOMException && error.name === 'AbortError') throw error
    throw new RefusedError({
      code: 'offline',
      status: 0,
      title: '连不上服务器，已填内容还在本页，请稍后重试',
      titleEn: 'The server cannot be reached; what you typed is still on this page',
    })
  })
  if (!response.ok)
    throw new RefusedError(
      (await response.json().catch(() => ({
        code: 'internal',
        status: response.status,
        title: '系统出错',
        titleEn: 'Something went wrong',
      }))) as Refusal,
    )
  if (response.status === 204) return null as ReplyOf<E>
  const isFile = endpoint.reply !== null && 'file' in endpoint.reply
  return (isFile ? await response.blob() : await response.json()) as ReplyOf<E>
}

function bodyOf(given: { body?: unknown; file?: File }): { body?: BodyInit } {
  if (given.file !== undefined) {
    const form = new FormData()
    form.append('file', given.file)
    return { body: form }
  }
  const plain = (_key: string, value: unknown) => (typeof value === 'string' ? withoutTurning(value) : value)
  return given.body === undefined ? {} : { body: JSON.stringify(given.body, plain) }
}

/** The address of an endpoint, for links to files. */
export function addressOf(endpoint: Endpoint, params: Record<string, unknown>, query: Record<string, unknown> = {}): string {
  const path = endpoint.path.replaceAll(/:(\w+)/g, (_whole, name: string) => encodeURIComponent(String(params[name])))
  const search = new URLSearchParams()
  for (const [name, value] of Object.entries(query)) {
    for (const one of [value].flat() as (string | number | boolean | null | undefined)[])
      if (one !== undefined && one !== null && one !== '') search.append(name, String(one))
  }
  return `/api${path}${search.size > 0 ? `?${search}` : ''}`
}
