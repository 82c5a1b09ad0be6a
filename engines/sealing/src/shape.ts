// Reading JSON that somebody else wrote: each field is what it must be, none is missing, none is too many.
import { fromBase64, fromHex } from './bytes.ts'
import { identitySecret, recipientKey } from './keys.ts'

type Check<T> = (value: unknown) => value is T
type Shape = Readonly<Record<string, Check<unknown>>>
type Read<S extends Shape> = { readonly [K in keyof S]: S[K] extends Check<infer T> ? T : never }

/** The value of a JSON text where it is an object of exactly this shape; null where it is not. */
export function readShape<S extends Shape>(json: string, shape: S): Read<S> | null {
  try {
    const value: unknown = JSON.parse(json)
    return isShape(shape)(value) ? value : null
  } catch {
    return null
  }
}

export function isShape<S extends Shape>(shape: S): Check<Read<S>> {
  const names = Object.keys(shape)
  return (value): value is Read<S> =>
    typeof value === 'object' &&
    value !== null &&
    Object.keys(value).length === names.length &&
    names.every((name) => Object.hasOwn(value, name) && shape[name]?.((value as Record<string, unknown>)[name]) === true)
}

export function isListOf<T>(check: Check<T>, most: number): Check<readonly T[]> {
  return (value): value is readonly T[] => Array.isArray(value) && value.length <= most && value.every(check)
}

export function isOrNull<T>(check: Check<T>): Check<T | null> {
  return (value): value is T | null => value === null || check(value)
}

export function isExactly<const T extends string | number>(...values: readonly T[]): Check<T> {
  return (value): value is T => values.some((one) => one === value)
}

export function isText(most: number): Check<string> {
  return (value): value is string => typeof value === 'string' && value.length <= most
}

/** A whole number from 0 that JSON keeps exactly. */
export const isCount: Check<number> = (value): value is number => Number.isSafeInteger(value) && Number(value) >= 0

/** A day of the calendar, `2026-11-28`. */
export const isDay: Check<string> = (value): value is string =>
  typeof value === 'string' && /^\d{4}-\d{2}-\d{2}$/.test(value) && isRealDay(value)

export const isRecipient: Check<string> = (value): value is string => typeof value === 'string' && recipientKey(value) !== null
export const isIdentity: Check<string> = (value): value is string => typeof value === 'string' && identitySecret(value) !== null

/** 32 bytes in hexadecimal: a hash or an Ed25519 public key. */
export const isHash: Check<string> = (value): value is string => typeof value === 'string' && fromHex(value, 32) !== null

export function isBase64(most: number): Check<string> {
  return (value): value is string => typeof value === 'string' && value.length <= most && fromBase64(value) !== null
}

function isRealDay(text: string): boolean {
  const [year = 0, month = 0, day = 0] = text.split('-').map(Number)
  const longest = [31, isLeap(year) ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31][month - 1] ?? 0
  return day >= 1 && day <= longest
}

function isLeap(year: number): boolean {
  return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0)
}
