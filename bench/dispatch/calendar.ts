// A term's calendar: years of quarters, the second of each shut by the harvest, elections barred, three classes of urgency, days in
// the three other quarters for 115 % of the need. Then the same with everything that a term brings.
import { planCalendar, type CalendarProblem } from '@shengmian/dispatch'
import { verifyCalendar } from '@shengmian/dispatch/verify'
import type { Measure } from '../figure.ts'
import { drawCalendar, withEverything } from './draw-calendar.ts'

const SEED = 'ca1e'.repeat(16)

export const measureCalendar: Measure = async ({ quick }) => [
  ...(await measureOne(drawCalendar(1, 588), 10)),
  ...(await measureOne(withEverything(drawCalendar(1, 588), 1), 10, ', half a year over, pins, due dates, look-backs')),
  ...(quick ? [] : await measureOne(withEverything(drawCalendar(1, 588), 2), 10, ', the same with a spacing of 2')),
  ...(await measureOne(quick ? drawCalendar(5, 300) : drawCalendar(100, 300), 120)),
]

async function measureOne(problem: CalendarProblem, limit: number, more = ''): ReturnType<Measure> {
  const [began, used] = [performance.now(), process.cpuUsage()]
  const answer = await planCalendar(problem, SEED)
  const seconds = (performance.now() - began) / 1000
  const { user, system } = process.cpuUsage(used)
  const cpu = (user + system) / 1e6
  if (answer.kind !== 'plan') throw new Error(answer.clash.items.map(({ en }) => en).join('\n'))
  const { objective, bound } = answer.plan
  const { breaches, coverage } = verifyCalendar(problem, answer.plan)
  const name = `${problem.units.length} villages × ${problem.periods.length} periods${more}`
  const how = `${problem.capacities.length} counties, one thread; units without a visit: ${coverage.due - coverage.covered}`
  const gap = (level: 'waiting' | 'openings'): number => (objective[level] / Math.max(1, bound[level]) - 1) * 100
  return [
    {
      figure: `${name}: seconds of CPU`,
      value: cpu,
      unit: 's',
      target: `≤ ${limit}`,
      holds: cpu <= limit,
      how: `${seconds.toFixed(1)} s by the clock; ${how}`,
    },
    ...(['waiting', 'openings'] as const).map((level) => ({
      figure: `${name}: ${level} above its proven bound`,
      value: gap(level),
      unit: '%',
      target: '≤ 0.5',
      holds: gap(level) <= 0.5,
      how: `${objective[level]} against ${bound[level]}${level === 'openings' ? ', given that no region waits longer' : ''}; ${how}`,
    })),
    {
      figure: `${name}: rules broken, by verify`,
      value: breaches.length,
      unit: 'breaches',
      target: '= 0',
      holds: breaches.length === 0 && coverage.covered === coverage.due,
      how: `coverage ${coverage.covered} of ${coverage.due}`,
    },
  ]
}
