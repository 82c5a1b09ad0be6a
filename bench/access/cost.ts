// What row security costs: the same statements with and without the policies, by the same role on the same connection in turn.
import type { Measure } from '../figure.ts'
import { withTenants } from './tenants.ts'
import { withDatabase } from './throwaway.ts'

const SCAN = 'select count(*), sum(length(class)) from registry.dossier where place >= 421000000000 and place < 421100000000'

/** Scans of an office's rows and reads of one row, policies on and off alternating. */
export const measureCost: Measure = ({ quick }) =>
  withDatabase((adminUrl) =>
    withTenants(adminUrl, quick ? 40_000 : 400_000, async ({ admin, app, tokens }) => {
      const { rows: units } = await admin.query<{ county: number; unit: string }>(
        'select county, unit from registry.dossier where county < 500000 order by unit limit 1000',
      )
      const force = (on: boolean) => admin.query(`alter table registry.dossier ${on ? 'enable' : 'disable'} row level security`)
      const scans: Record<'on' | 'off', number[]> = { on: [], off: [] }
      const points: Record<'on' | 'off', number[]> = { on: [], off: [] }
      const turns = quick ? 5 : 15
      const reads = quick ? 500 : 2000
      for (let turn = -1; turn < turns; turn += 1) {
        for (const state of turn % 2 === 0 ? (['on', 'off'] as const) : (['off', 'on'] as const)) {
          await force(state === 'on')
          await app.query(`begin; select set_config('shengmian.session', '${tokens[0]}', true)`)
          const scan = await milliseconds(() => app.query(SCAN))
          await app.query('commit')
          const point = await milliseconds(async () => {
            for (let index = 0; index < reads; index += 1) {
              const { county, unit } = units[index % units.length] ?? { county: 0, unit: '' }
              // One transaction a read, as a request is: begin and session in one message, the same with and without policies.
              await app.query(`begin; select set_config('shengmian.session', '${tokens[0]}', true)`)
              await app.query({
                name: `one ${state}`,
                text: 'select class, last_inspected from registry.dossier where county = $1 and unit = $2',
                values: [county, unit],
              })
              await app.query('commit')
            }
          })
          if (turn < 0) continue
          scans[state].push(scan)
          points[state].push(point / reads)
        }
      }
      await force(true)
      const scan = percent(scans)
      const point = percent(points)
      return [
        {
          figure: 'row security on a scan',
          value: scan,
          unit: '%',
          target: '≤ 10',
          holds: scan <= 10,
          how: `median of ${turns} counts of 200,000 dossiers of a city in ${quick ? '40,000 (400,000 without --quick)' : '400,000'}, policies on against off in turn on one connection: ${show(scans)} ms`,
        },
        {
          figure: 'row security on a read of one row',
          value: point,
          unit: '%',
          target: '≤ 30',
          holds: point <= 30,
          how: `median of ${turns} times ${reads} transactions of one prepared read by key, session set in each, policies on against off in turn: ${show(points)} ms`,
        },
      ]
    }),
  )

async function milliseconds(work: () => Promise<unknown>): Promise<number> {
  const began = performance.now()
  await work()
  return performance.now() - began
}

function median(values: readonly number[]): number {
  return [...values].sort((one, other) => one - other)[Math.floor(values.length / 2)] ?? 0
}

function percent({ on, off }: Readonly<Record<'on' | 'off', readonly number[]>>): number {
  return Math.round((median(on) / median(off) - 1) * 1000) / 10
}

function show({ on, off }: Readonly<Record<'on' | 'off', readonly number[]>>): string {
  return `${median(on).toPrecision(3)} against ${median(off).toPrecision(3)}`
}
