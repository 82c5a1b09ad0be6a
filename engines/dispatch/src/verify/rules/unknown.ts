import type { PairBar } from '../finding.ts'
import { unverifiedFacts } from '../unverified.ts'
import type { Ground } from '../world.ts'

/** With `unverified: "bar"`, a fact that an active rule reads must be known and verified. */
export function unknown(ground: Ground): PairBar {
  if (ground.rules.unverified !== 'bar') return () => null
  return (seat, target) => {
    const facts = unverifiedFacts(ground, seat, [target])
    if (facts.length === 0) return null
    return { zh: `未核实的事实：${facts.join('、')}`, en: `unverified: ${facts.join(', ')}` }
  }
}
