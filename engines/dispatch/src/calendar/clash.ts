// Why there is no calendar, in words, and what would be the least to give up. Nothing is given up by itself.
import type { Earliest } from './earliest.ts'
import { windowsOf } from './open-periods.ts'
import type { Pool, Visit } from './pools.ts'
import type { CalendarProblem } from './problem.ts'
import { shortageOf } from './shortage.ts'

export interface CalendarClash {
  /** False only where the search found no calendar and could not prove that there is none. */
  readonly proven: boolean
  readonly items: readonly CalendarClashItem[]
  /** What would be the least to give up, item by item. */
  readonly relaxations: readonly { readonly zh: string; readonly en: string }[]
}

interface CalendarClashItem {
  readonly rule: 'window' | 'pin' | 'capacity' | 'spacing'
  /** Ids of units, or a capacity region. */
  readonly subject: string
  readonly zh: string
  readonly en: string
}

const NAMED = 5

/** Of several regions. */
export function joinClashes(clashes: readonly CalendarClash[]): CalendarClash {
  return {
    proven: clashes.some(({ proven }) => proven),
    items: clashes.flatMap(({ items }) => items),
    relaxations: clashes.flatMap(({ relaxations }) => relaxations),
  }
}

/** Units that no period is open to, each with the windows that shut it out; null where every unit has one. */
export function shutOut(problem: CalendarProblem, pools: readonly Pool[]): CalendarClash | null {
  const found = pools
    .flatMap(({ visits }) => visits.filter(({ open }) => open.length === 0))
    .map((visit) => onShutOut(problem, visit))
  if (found.length === 0) return null
  return { proven: true, items: found.map(({ item }) => item), relaxations: found.map(({ relaxation }) => relaxation) }
}

function onShutOut(
  problem: CalendarProblem,
  { unit, kind }: Visit,
): { readonly item: CalendarClashItem; readonly relaxation: CalendarClash['relaxations'][number] } {
  const { over, isFree } = windowsOf(problem)
  const at = (id: string | null | undefined): number => problem.periods.findIndex((period) => period.id === id)
  const pin = at(kind === 'first' ? unit.pinned : unit.lookBack?.pinned)
  const [from, to] = [Math.max(problem.past, at(unit.notBefore)), kind === 'first' ? at(unit.due) : -1]
  const last = to < 0 ? problem.periods.length - 1 : to
  const allowed = pin >= 0 ? [pin] : Array.from({ length: Math.max(0, last - from + 1) }, (_, n) => from + n)
  const closed = over(unit.region)
  const lifts = allowed.map((k) => {
    const one = closed.find((gone) =>
      isFree(
        unit,
        k,
        closed.filter((other) => other !== gone),
      ),
    )
    return {
      k,
      gone: isFree(unit, k, closed) ? [] : one !== undefined ? [one] : closed.filter((own) => !isFree(unit, k, [own])),
    }
  })
  const shut = [...new Set(lifts.flatMap(({ gone }) => gone.map(({ index }) => index)))]
  const words = shut.slice(0, NAMED).flatMap((index) => {
    const blackout = problem.blackouts[index]
    if (blackout === undefined) return []
    const when = `${blackout.reason} ${blackout.from}~${blackout.to}`
    return [{ zh: `${when}（${blackout.source}）`, en: `${when} (${blackout.source})` }]
  })
  const rule = pin >= 0 ? 'pin' : 'window'
  const item: CalendarClashItem = {
    rule,
    subject: unit.id,
    zh: `${unit.name}${kind === 'first' ? '' : '的回头看'}没有可排的时段${words.length > 0 ? `：${words.map(({ zh }) => zh).join('、')}` : '，期限之内没有时段'}`,
    en: `${unit.name}${kind === 'first' ? '' : ' (look-back)'} has no open period: ${words.length > 0 ? words.map(({ en }) => en).join('; ') : 'none lies within its limits'}`,
  }
  const least = lifts.filter(({ gone }) => gone.length > 0).toSorted((a, b) => a.gone.length - b.gone.length)[0]
  const period = problem.periods[least?.k ?? -1]?.id
  const lifted = (least?.gone ?? []).map(({ index }) => problem.blackouts[index]?.reason ?? '')
  return {
    item,
    relaxation:
      period === undefined
        ? { zh: `放宽${unit.name}的期限或回头看间隔`, en: `widen the limits of ${unit.name}, or the wait for its look-back` }
        : {
            zh: `在${period}为${unit.name}解除：${lifted.join('、')}`,
            en: `lift for ${unit.name} in ${period}: ${lifted.join('; ')}`,
          },
  }
}

/** A pool whose days do not do: the periods that are short, and the fewest team-days that would have to be added. */
export function tooFewDays(
  problem: CalendarProblem,
  pool: Pool,
  { proven, added }: Extract<Earliest, { kind: 'short' }>,
): CalendarClash {
  const periodName = (k: number): string => problem.periods[k]?.id ?? ''
  const items = pool.purses.flatMap((_, purse): CalendarClashItem[] => {
    const shortage = shortageOf(pool, purse)
    if (shortage === null) return []
    const { visits, needed, days } = shortage
    const periods = shortage.periods.map(periodName).join('、')
    return [
      {
        rule: 'capacity',
        subject: pool.region,
        zh: `${pool.name}：有${visits.length}次巡察只能排在${periods}，需${needed}个组日，只有${days}个，缺${needed - days}个`,
        en: `${pool.name}: ${visits.length} visits can only lie in ${periods} and need ${needed} team-days; there are ${days}, ${needed - days} too few`,
      },
    ]
  })
  if (items.length === 0)
    items.push({
      rule: 'capacity',
      subject: pool.region,
      zh: `${pool.name}：总组日够，但整次的巡察（连同回头看的间隔）放不进各时段`,
      en: `${pool.name}: the days suffice in sum, but whole visits and their look-backs do not fit into the periods`,
    })
  const sum = (added ?? []).reduce((total, { days }) => total + days, 0)
  const where = (added ?? []).map(({ period, days }) => `${periodName(period)} +${days}`).join('、')
  return {
    proven,
    items,
    relaxations:
      added === null
        ? []
        : [{ zh: `${pool.name}增加${sum}个组日：${where}`, en: `add ${sum} team-days in ${pool.name}: ${where}` }],
  }
}

/** Townships that are open again too soon: in every calendar, where that is proven, else in the best that was found. */
export function tooSoonAgain(problem: CalendarProblem, { region, name }: Pool, crowding: number, proven: boolean): CalendarClash {
  const { spacing } = problem
  return {
    proven,
    items: [
      {
        rule: 'spacing',
        subject: region,
        zh: proven
          ? `${name}：没有哪种安排能让各乡镇都间隔${spacing}个时段`
          : `${name}：没有找到各乡镇都间隔${spacing}个时段的安排，还差${crowding}处`,
        en: proven
          ? `${name}: no calendar opens each township every ${spacing} periods at most`
          : `${name}: no calendar was found that opens each township every ${spacing} periods at most; ${crowding} places are left`,
      },
    ],
    relaxations: [{ zh: `把间隔减为${spacing - 1}个时段再排`, en: `try again with a spacing of ${spacing - 1}` }],
  }
}
