// What travel costs, as an office writes it down: nothing is assumed, and where it is from is part of it.
import { Type } from 'typebox'
import { readJson } from '../read-json.ts'
import { refused, type ReadOutcome } from '../read-outcome.ts'
import { misfits } from '../read-shape.ts'
import { BEARERS, COMPARED_MODES, type Rates } from './comparison.ts'

const closed = { additionalProperties: false } as const
const Fen = Type.Integer({ minimum: 0, maximum: 10_000_000 })
const Bearer = Type.Union(BEARERS.map((bearer) => Type.Literal(bearer)))
const RatesSchema = Type.Object(
  {
    fenPerKm: Fen,
    fenPerDay: Fen,
    source: Type.String({ minLength: 1, maxLength: 1000 }),
    bearers: Type.Optional(Type.Object(Object.fromEntries(COMPARED_MODES.map((mode) => [mode, Type.Optional(Bearer)])), closed)),
  },
  closed,
)

/** Reads rates in fen for a person and a kilometre, a person and a day; the source must be named. */
export function readRates(text: string): ReadOutcome<Rates> {
  const parsed = readJson(text)
  if (parsed.kind === 'refused') return parsed
  const issues = misfits(RatesSchema, parsed.value)
  return issues.length > 0 ? refused(issues) : { kind: 'read', value: parsed.value as Rates }
}
