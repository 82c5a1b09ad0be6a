// The rows of the desks of sealed reports in a world: a desk for every round and some of no round that anybody has an order for.
import type { Row } from '../oracle.ts'
import type { Entities } from './entities.ts'

export function relatedToDesk(
  table: string,
  row: Record<string, unknown>,
  index: number,
  { pick, chance, rounds, bodies, accounts, people }: Entities,
  made: ReadonlyMap<string, readonly Row[]>,
): Row {
  const orders = made.get('access.engagement_order') ?? []
  if (table === 'intake.desk') {
    const order = chance(0.7) ? pick(orders) : undefined
    const round = order ?? pick(rounds)
    // Now and then the round of one body under the name of another.
    return {
      ...row,
      code: `desk${index}`,
      round: round['round'],
      authority: chance(0.8) ? round['authority'] : pick(bodies).authority,
    }
  }
  const desk = pick(made.get('intake.desk') ?? [])
  const order = orders.find((candidate) => candidate['round'] === desk?.['round'] && chance(0.7))
  const ordered = accounts[people.indexOf(String(order?.['person']))]
  return {
    ...row,
    desk: desk?.['code'] ?? null,
    authority: chance(0.8) ? desk?.['authority'] : pick(bodies).authority,
    report: chance(0.7) ? index : null,
    by_account: ordered !== undefined && chance(0.7) ? ordered : pick(accounts),
  }
}
