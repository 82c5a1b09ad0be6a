// What row security costs: the same statements with and without the policies, by the same role on the same connection in turn.
import type { Measure } from '../figure.ts'
import { withTenants } from './tenants.ts'
import { withDatabase } from './throwaway.ts'

/** What the register asks for its counts, over all units of a city. */
const COUNTS = `select u.kind, d.class, count(*)::integer as count
  from registry.unit u left join registry.dossier d on d.county = u.county and d.unit = u.id
  where u.place between 421000000000 and 421099999999 and u.state = 'active' group by u.kind, d.class`
/** The lightest scan there is: nothing to do for a row but to look at it. */
const BARE = 'select count(*), sum(length(class)) from registry.dossier where place >= 421000000000 and place < 421100000000'
const POINT = 'select class, last_inspected from registry.dossier where county = $1 and unit = $2'

/** Scans of an office's rows and reads of one row, policies on and off alternating; and what entering a session costs. */
export const measureCost: Measure = ({ quick }) =>
  withDatabase((adminUrl) =>
    withTenants(adminUrl, quick ? 40_000 : 400_000, async ({ admin, app, tokens }) => {
      const { rows: units } = await admin.query<{ county: number; unit: string }>(
        'select county, unit from registry.dossier where county < 500000 order by unit limit 1000',
      )
      const turns = quick ? 5 : 15
      const reads = quick ? 500 : 2000
      const [counts, bare, point, entering] = [pair(), pair(), pair(), pair()]
      const scan = async (text: string) => {
        await app.query(`begin; select access.enter('${tokens[0]}')`)
        const took = await milliseconds(() => app.query(text))
        await app.query('commit')
        return took
      }
      /** One transaction a read, as a request is: begin and session in one message. */
      const each = async (work: (index: number) => Promise<unknown>, session = `access.enter('${tokens[0]}')`) =>
        (await milliseconds(async () => {
          for (let index = 0; index < reads; index += 1) {
            await app.query(`begin; select ${session}`)
            await work(index)
            await app.query('commit')
          }
        })) / reads
      const named = (on: boolean) => (index: number) => {
        const { county, unit } = units[index % units.length] ?? { county: 0, unit: '' }
        return app.query({ name: `one ${on}`, text: POINT, values: [county, unit] })
      }
      for (let turn = -1; turn < turns; turn += 1) {
        for (const on of turn % 2 === 0 ? [true, false] : [false, true]) {
          const word = on ? 'enable' : 'disable'
          await admin.query(
            `alter table registry.dossier ${word} row level security; alter table registry.unit ${word} row level security`,
          )
          const state = on ? 'on' : 'off'
          const took = [
            [counts[state], await scan(COUNTS)],
            [bare[state], await scan(BARE)],
            [point[state], await each(named(on))],
            [
              entering[state],
              await each(async () => undefined, on ? undefined : `set_config('shengmian.session', '${tokens[0]}', true)`),
            ],
          ] as const
          if (turn >= 0) for (const [list, time] of took) list.push(time)
        }
      }
      await admin.query(
        'alter table registry.dossier enable row level security; alter table registry.unit enable row level security',
      )
      const world = `a city's 200,000 units and dossiers in ${quick ? '40,000 (400,000 without --quick)' : '400,000'}`
      return [
        {
          figure: 'row security on a scan',
          value: percent(counts),
          unit: '%',
          target: '≤ 10',
          holds: percent(counts) <= 10,
          how: `median of ${turns} counts by kind and class as the register asks them, ${world}, policies of both tables on against off in turn on one connection: ${show(counts)} ms`,
        },
        {
          figure: 'row security on the lightest scan',
          value: percent(bare),
          unit: '%',
          target: 'none: the worst case',
          holds: true,
          how: `the same with one count and one sum over one table, 70 ns a row: ${show(bare)} ms`,
        },
        {
          figure: 'row security on a read of one row',
          value: percent(point),
          unit: '%',
          target: '≤ 30',
          holds: percent(point) <= 30,
          how: `median of ${turns} times ${reads} transactions of one prepared read by key, session entered in each, policies on against off in turn: ${show(point)} ms`,
        },
        {
          figure: 'working out the rights of a transaction',
          value: Math.round((median(entering.on) - median(entering.off)) * 1000),
          unit: 'µs',
          target: 'none: once a transaction',
          holds: true,
          how: `an empty transaction that enters a session against one that only names it: ${show(entering)} ms`,
        },
      ]
    }),
  )

type Pair = Readonly<Record<'on' | 'off', number[]>>

function pair(): Pair {
  return { on: [], off: [] }
}

async function milliseconds(work: () => Promise<unknown>): Promise<number> {
  const began = performance.now()
  await work()
  return performance.now() - began
}

function median(values: readonly number[]): number {
  return [...values].sort((one, other) => one - other)[Math.floor(values.length / 2)] ?? 0
}

function percent({ on, off }: Pair): number {
  return Math.round((median(on) / median(off) - 1) * 1000) / 10
}

function show({ on, off }: Pair): string {
  return `${median(on).toPrecision(3)} against ${median(off).toPrecision(3)}`
}
