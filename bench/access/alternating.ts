// One pooled connection, lent to one office after another without anything between: what one may see the next must not.
import type { Measure } from '../figure.ts'
import { withTenants } from './tenants.ts'
import { withDatabase } from './throwaway.ts'

/** Transactions by turns of two offices and of nobody through one connection, as a pooler in transaction mode lends it. */
export const measureAlternating: Measure = ({ quick }) =>
  withDatabase((adminUrl) =>
    withTenants(adminUrl, 40, async ({ app, tokens }) => {
      const transactions = quick ? 20_000 : 1_000_000
      const inOne = 200
      let leaks = 0
      let count = 0
      // Many transactions in one message: the server sees each by itself, and the wire is waited for once.
      const ask = (token: string | null) =>
        `begin; ${token === null ? '' : `select access.enter('${token}');`} select count(*)::int as rows, count(*) filter (where place < 500000000000)::int as first from registry.dossier; commit;`
      const callers = [tokens[0], tokens[1], null] as const
      const message = Array.from({ length: inOne }, (_, index) => ask(callers[index % 3] ?? null)).join(' ')
      while (count < transactions) {
        const results = (await app.query(message)) as unknown as readonly {
          readonly rows: readonly { rows?: number; first?: number }[]
        }[]
        const seen = results.flatMap((result) => result.rows).filter((row) => row.rows !== undefined)
        if (seen.length !== inOne) throw new Error(`${seen.length} answers to ${inOne} transactions`)
        for (const [index, row] of seen.entries()) {
          const expected = index % 3 === 0 ? [20, 20] : index % 3 === 1 ? [20, 0] : [0, 0]
          if (row.rows !== expected[0] || row.first !== expected[1]) leaks += 1
        }
        count += inOne
      }
      return [
        {
          figure: 'alternating transactions through one connection: leaks',
          value: leaks,
          unit: 'leaks',
          target: '0',
          holds: leaks === 0,
          how: `${count.toLocaleString('en')} transactions${quick ? ' (1,000,000 without --quick)' : ''} of two offices and of nobody by turns on one connection; each must count its own 20 rows, nobody none`,
        },
      ]
    }),
  )
