// The one form of dates, money, places and ids on the wire.
import { Type, type Static, type TSchema } from 'typebox'

/** UUIDv7 made by whoever creates the thing, so a retried request names the same thing. */
export const Id = Type.String({ format: 'uuid', title: 'Id' })
/** A calendar day, `YYYY-MM-DD`. */
export const Day = Type.String({ format: 'date', title: 'Day' })
/** A month, `YYYY-MM`. */
export const Month = Type.String({ pattern: '^\\d{4}-(0[1-9]|1[0-2])$', title: 'Month' })
/** An instant in UTC, RFC 3339. */
export const Instant = Type.String({ format: 'date-time', title: 'Instant' })
/** Money in fen (分), an integer. */
export const Fen = Type.Integer({ minimum: -9_007_199_254_740_991, maximum: 9_007_199_254_740_991, title: 'Fen' })
/** A division code of 2, 4, 6, 9 or 12 digits: province, city, county, township, village. Zeros are never stripped. */
export const PlaceCode = Type.String({ pattern: '^(\\d{2}|\\d{4}|\\d{6}|\\d{9}|\\d{12})$', title: 'PlaceCode' })
/** A county as the first key of whatever belongs to an inspected place. */
export const CountyCode = Type.String({ pattern: '^\\d{6}$', title: 'CountyCode' })
/** Characters that turn the direction of the text after them: with one in it a name, a number or a file reads as another. */
const TURNING = '\\u061c\\u200e\\u200f\\u202a-\\u202e\\u2066-\\u2069'

/** Whether a text holds characters that turn its direction; no endpoint takes them. */
export function turnsDirection(text: string): boolean {
  return new RegExp(`[${TURNING}]`, 'u').test(text)
}

/** The text without them, as it is typed or pasted: programs copy them along unseen. */
export function withoutTurning(text: string): string {
  return text.replaceAll(new RegExp(`[${TURNING}]`, 'gu'), '')
}

/**
 * Text that a person typed, one line. No control characters, which no document can hold; none that turn the direction of text around, with
 * which a name reads as another; no halves of characters.
 */
export const Line = Type.String({
  minLength: 1,
  maxLength: 200,
  pattern: `^[^\\u0000-\\u0008\\u000b\\u000c\\u000e-\\u001f\\u007f-\\u009f\\p{Cs}\\u2028\\u2029${TURNING}]*$`,
  title: 'Line',
})
/** Text that a person typed, several lines. */
export const Prose = Type.String({ maxLength: 4000, title: 'Prose' })
/** A reason: never empty or blank, since an act without one is refused. */
export const Reason = Type.String({ minLength: 2, maxLength: 1000, pattern: '\\S[\\s\\S]*\\S', title: 'Reason' })

/** Either a value or `null`: unknown, which is never the same as "none". */
export const orUnknown = <T extends TSchema>(schema: T) => Type.Union([schema, Type.Null()])

/** Query of every list: pages go by cursor, never by offset. */
export const PageQuery = {
  cursor: Type.Optional(Type.String({ maxLength: 500 })),
  limit: Type.Optional(Type.Integer({ minimum: 1, maximum: 200, default: 50 })),
}

/** One page of a list; `next` is the cursor of the following page, `null` on the last. */
export const pageOf = <T extends TSchema>(item: T) =>
  Type.Object({ items: Type.Array(item), next: Type.Union([Type.String(), Type.Null()]) }, { additionalProperties: false })

export type PlaceCode = Static<typeof PlaceCode>
