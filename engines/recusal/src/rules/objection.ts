// A pair that may not be used: the inspected unit objected to the person, or an office ruled it out for a written reason.
import type { Context } from '../context.ts'
import { factOf } from '../facts.ts'
import type { Rule } from '../rule.ts'
import type { ReviewBarred, ReviewPerson, ReviewTarget } from '../types.ts'

export const objection: Rule = {
  name: 'objection',
  format: 'barred',
  judge: (context, person, target) => (entriesFor(context, person, target).length > 0 ? 'bar' : 'pass'),
  facts(context, person, target) {
    const entries = entriesFor(context, person, target)
    if (entries.length === 0) return [factOf(`${target.name}未对本人提出异议`, `no objection by ${target.name}`)]
    return entries.map((entry) =>
      factOf(`不得派往${target.name}：${entry.why}`, `not to be sent to ${target.name}: ${entry.why}`, {
        source: entry.source,
        date: entry.date ?? null,
      }),
    )
  },
}

function entriesFor(context: Context, person: ReviewPerson, target: ReviewTarget): readonly ReviewBarred[] {
  const barred = context.barredOf(person.id)
  return barred.length === 0 ? barred : barred.filter((entry) => entry.target === target.id)
}
