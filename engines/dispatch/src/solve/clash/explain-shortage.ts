// A round too large for the exact model, or an effort too small for it: contradictions that need no search are still named, and proven.
import type { Clash, ClashItem } from '../answer.ts'
import type { Instance } from '../compile/instance.ts'
import type { Option } from '../layout/options.ts'
import { isWhole } from './elements.ts'
import type { Element } from './oracle.ts'
import { plainContradiction } from './plain-contradiction.ts'
import { findShortage, type Demand, type Shortage } from './shortage.ts'
import { describeClash, describeItem } from './words.ts'

/** More of one rule than this are named together. */
const MANY = 30

/** What clashes by counting alone; not proven and without items where counting finds nothing. */
export function explainShortage(instance: Instance, options: readonly Option[]): Clash {
  const plain = plainContradiction(instance, options)
  if (plain.length > 0) {
    const items = plain.map((element): ClashItem => ({ ...element, ...describeItem(instance, element) }))
    return { proven: true, isIrreducible: true, items, relaxations: [], ...describeClash(instance, items) }
  }
  const short = findShortage(instance, options)
  if (short === null) return { proven: false, isIrreducible: false, items: [], relaxations: [], ...describeClash(instance, []) }
  const slots = demandItems(instance, short)
  const items = [...slots, ...barItems(instance, short)]
  const words = describeClash(instance, items)
  const count = {
    zh: `。${short.asked} 个岗位只有 ${short.able} 人可任，全轮至少缺 ${short.missing} 人`,
    en: `. ${short.asked} slots are open to ${short.able} people; the round lacks at least ${short.missing}`,
  }
  return {
    proven: true,
    isIrreducible: short.isIrreducible && items.every(({ subject }) => subject !== ''),
    items,
    relaxations: [
      {
        rules: ['slot'],
        price: short.missing,
        exceptions: slots,
        zh: `另调人员补足岗位，至少 ${short.missing} 人`,
        en: `more people called up for slots: at least ${short.missing}`,
      },
    ],
    zh: `${words.zh}${count.zh}`,
    en: `${words.en}${count.en}`,
  }
}

function subjectOf(instance: Instance, { team, kind }: Demand): string {
  return `${instance.problem.teams[team]?.id ?? ''} ${kind}`
}

/** Slot by slot, or where there are many, by what they ask for. */
function demandItems(instance: Instance, short: Shortage): readonly ClashItem[] {
  if (short.demands.length <= MANY)
    return short.demands.map((demand): ClashItem => {
      const element: Element = { rule: 'slot', subject: subjectOf(instance, demand) }
      return { ...element, ...describeItem(instance, element) }
    })
  const asks = new Map<string, { count: number; teams: number }>()
  for (const { team, kind, count } of short.demands) {
    const own = instance.kinds[team]?.[kind]
    const ask = [own?.role, own?.skill, own?.origin].filter((part) => part !== null && part !== undefined).join(' ')
    const known = asks.get(ask) ?? { count: 0, teams: 0 }
    asks.set(ask, { count: known.count + count, teams: known.teams + 1 })
  }
  return [...asks].map(([ask, { count, teams }]) => ({
    rule: 'slot',
    subject: ask,
    zh: `岗位须配齐：${teams} 个组共需 ${ask} ${count} 人`,
    en: `every slot is filled: ${teams} teams ask for ${count} × ${ask}`,
  }))
}

function barItems(instance: Instance, short: Shortage): readonly ClashItem[] {
  return [...new Set(short.bars.map(({ rule }) => rule))].flatMap((rule) => {
    const people = short.bars.filter((bar) => bar.rule === rule).map(({ person }) => instance.problem.people[person]?.id ?? '')
    const subjects = people.length > MANY || isWhole(rule) ? [''] : people
    return subjects.map((subject): ClashItem => {
      const element: Element = { rule, subject }
      const { zh, en } = describeItem(instance, element)
      return {
        ...element,
        zh: subject === '' ? `${zh}：${people.length} 人` : zh,
        en: subject === '' ? `${en}: ${people.length} people` : en,
      }
    })
  })
}
