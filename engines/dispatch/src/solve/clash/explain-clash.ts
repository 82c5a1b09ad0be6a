// No plan: which rules and facts clash, irreducibly, and which exceptions would be the fewest. First the rules are narrowed down,
// then what they speak of; then each rule that an office may bend is priced, alone, and if none does alone, together.
import type { Highs } from 'highs'
import type { Clash, ClashItem, Relaxation } from '../answer.ts'
import type { Instance } from '../compile/instance.ts'
import { listOptions, type Option } from '../layout/options.ts'
import type { Meter } from '../meter.ts'
import type { RuleName } from '../rule-names.ts'
import type { Strength } from '../switches.ts'
import { DEMANDS, activeRules, elementsOf, isRelaxable } from './elements.ts'
import { fewestExceptions, hasNoPlan, mayDropTargets, type Element } from './oracle.ts'
import { plainContradiction } from './plain-contradiction.ts'
import { quickXplain } from './quick-xplain.ts'
import { explainShortage } from './explain-shortage.ts'
import { describeClash, describeItem, describeRelaxation } from './words.ts'

/** Work after which no more is asked: the clash named still is one, but may not be irreducible. */
const PATIENCE = 30_000_000

export function explainClash(highs: Highs, instance: Instance, proven: boolean, meter: Meter): Clash {
  const options = listOptions(instance)
  if (!proven) return explainShortage(instance, options)
  const limit = meter.iterations() + PATIENCE
  const mayAsk = (): boolean => meter.iterations() < limit && !meter.isStopped()
  const ask = (strength: (rule: RuleName, subject: string) => Strength): boolean =>
    hasNoPlan(highs, instance, options, strength, meter)
  const plain = plainContradiction(instance, options)
  const narrowRules = (): readonly RuleName[] =>
    quickXplain(activeRules(instance, options), DEMANDS, (on) => ask((rule) => (on.includes(rule) ? 'hard' : 'off')), mayAsk)
  const elements = plain.length > 0 ? plain : narrow(instance, options, [...DEMANDS, ...narrowRules()], ask, mayAsk)
  const isGiven = (element: Element): boolean => element.rule === 'one-team' && plain.length === 0 && !mayDropTargets(options)
  const items = elements
    .filter((element) => !isGiven(element))
    .map((element): ClashItem => ({ ...element, ...describeItem(instance, element) }))
  const named = [...new Set(elements.map((element) => element.rule))]
  return {
    proven,
    isIrreducible: mayAsk(),
    items,
    relaxations: priceRelaxations(highs, instance, options, named, meter),
    ...describeClash(instance, items),
  }
}

type Ask = (strength: (rule: RuleName, subject: string) => Strength) => boolean

/** Subjects rule by rule, from the widest: each pass keeps the others whole, so that the last answer is irreducible as a whole. */
function narrow(
  instance: Instance,
  options: readonly Option[],
  rules: readonly RuleName[],
  ask: Ask,
  mayAsk: () => boolean,
): readonly Element[] {
  const keyOf = ({ rule, subject }: Element): string => `${rule} ${subject}`
  const clashes = (elements: readonly Element[]): boolean => {
    const on = new Set(elements.map(keyOf))
    return ask((rule, subject) => (on.has(keyOf({ rule, subject })) || on.has(keyOf({ rule, subject: '' })) ? 'hard' : 'off'))
  }
  let kept = rules.flatMap((rule) => elementsOf(instance, options, rule))
  for (const rule of rules) {
    if (rule === 'one-team' && !mayDropTargets(options)) continue
    const own = kept.filter((element) => element.rule === rule)
    const others = kept.filter((element) => element.rule !== rule)
    kept = [...others, ...quickXplain(own, others, clashes, mayAsk)]
  }
  return kept
}

function priceRelaxations(
  highs: Highs,
  instance: Instance,
  options: readonly Option[],
  named: readonly RuleName[],
  meter: Meter,
): readonly Relaxation[] {
  const price = (bent: readonly RuleName[]): Relaxation | null => {
    const found = fewestExceptions(highs, instance, options, (rule) => (bent.includes(rule) ? 'elastic' : 'hard'), meter)
    if (found === null || found.price === 0) return null
    const used = [...new Set(found.where.map((element) => element.rule))]
    const exceptions = found.where.map((element): ClashItem => ({ ...element, ...describeItem(instance, element) }))
    return { rules: used, price: found.price, exceptions, ...describeRelaxation(instance, exceptions) }
  }
  const candidates = named.filter(isRelaxable)
  const alone = candidates.map((rule) => price([rule])).filter((relaxation) => relaxation !== null)
  if (alone.length > 0) return alone.sort((a, b) => a.price - b.price)
  // several clashes at once: every rule that may bend, together
  const all = price(['slot', ...activeRules(instance, options).filter(isRelaxable)])
  return all === null ? [] : [all]
}
