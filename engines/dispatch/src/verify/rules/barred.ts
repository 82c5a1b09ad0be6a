import type { PairBar } from '../finding.ts'
import type { Ground } from '../world.ts'

/** A pair that somebody ruled out, for example by an objection of the inspected unit. */
export function barred({ problem }: Ground): PairBar {
  const entries = new Map(problem.barred.map((entry) => [`${entry.person} ${entry.target}`, entry]))
  return ({ person }, target) => {
    const entry = entries.get(`${person.id} ${target.id}`)
    if (entry === undefined) return null
    return {
      zh: `此配对已被排除：${entry.why}（来源：${entry.source}）`,
      en: `the pair is barred: ${entry.why} (source: ${entry.source})`,
    }
  }
}
