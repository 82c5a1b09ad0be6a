// A clash for a comparison, where six modes stand beside each other and a reader asks why one has no plan, not how to get one: counting
// first, then the rules alone within little work. Whom the rules speak of, and what bending them would cost, is not asked.
import type { Highs } from 'highs'
import type { Clash, ClashItem } from '../answer.ts'
import type { Instance } from '../compile/instance.ts'
import { listOptions } from '../layout/options.ts'
import type { Meter } from '../meter.ts'
import { DEMANDS, activeRules } from './elements.ts'
import { explainShortage } from './explain-shortage.ts'
import { hasNoPlan, mayDropTargets } from './oracle.ts'
import { quickXplain } from './quick-xplain.ts'
import { describeClash, describeItem } from './words.ts'

/** Work after which no more is asked: the rules named still clash, but some may not be needed for it. */
const PATIENCE = 2_000_000

/** One clash, by counting or rule by rule; without relaxations. */
export function sketchClash(highs: Highs, instance: Instance, proven: boolean, meter: Meter): Clash {
  const options = listOptions(instance)
  const counted = explainShortage(instance, options)
  if (counted.items.length > 0 || !proven) return counted
  const limit = meter.iterations() + PATIENCE
  const left = (): number => (meter.isStopped() ? 0 : limit - meter.iterations())
  const rules = quickXplain(
    activeRules(instance, options),
    DEMANDS,
    (on) => hasNoPlan(highs, instance, options, (rule) => (on.includes(rule) ? 'hard' : 'off'), meter, left()),
    () => left() > 0,
  )
  const demands = DEMANDS.filter((rule) => rule !== 'one-team' || mayDropTargets(options))
  const items = [...demands, ...rules].map((rule): ClashItem => ({
    rule,
    subject: '',
    ...describeItem(instance, { rule, subject: '' }),
  }))
  return { proven: true, isIrreducible: false, items, relaxations: [], ...describeClash(instance, items) }
}
