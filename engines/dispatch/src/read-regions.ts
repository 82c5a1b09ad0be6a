// The regions of a problem: each once, each parent a shorter code that begins it, no circle.
import type { Problem } from './problem.ts'
import type { ReadIssue } from './read-outcome.ts'

export function regionFaults(problem: Problem): ReadIssue[] {
  const issues: ReadIssue[] = []
  const parentOf = new Map<string, string>()
  const firstAt = new Map<string, number>()
  problem.regions.forEach((region, i) => {
    const first = firstAt.get(region.code)
    if (first === undefined) firstAt.set(region.code, i)
    else {
      issues.push({
        path: `$.regions[${i}].code`,
        zh: `地区 ${region.code} 重复（第一次在 $.regions[${first}]）`,
        en: `the region ${region.code} is there twice (first at $.regions[${first}])`,
      })
      return
    }
    if (region.parent !== undefined && region.parent !== null) parentOf.set(region.code, region.parent)
  })
  for (const [code, parent] of parentOf) {
    const path = `$.regions[${firstAt.get(code) ?? 0}].parent`
    const circle = circleFrom(code, parentOf)
    if (circle !== null) {
      const way = circle.join(' → ')
      issues.push({ path, zh: `地区的上级成了一个圈：${way}`, en: `the region's parents form a circle: ${way}` })
    } else if (!code.startsWith(parent) || code === parent) {
      issues.push({
        path,
        zh: `${parent} 不可能是 ${code} 的上级：上级的代码应是下级代码的开头`,
        en: `${parent} cannot be the parent of ${code}: a parent's code begins its child's code`,
      })
    }
  }
  return issues
}

/** The circle that `code` lies on, or null. A code that merely leads into a circle is not on it. */
function circleFrom(code: string, parentOf: ReadonlyMap<string, string>): string[] | null {
  const way = [code]
  const seen = new Set(way)
  let at = parentOf.get(code)
  while (at !== undefined) {
    way.push(at)
    if (at === code) return way
    if (seen.has(at)) return null
    seen.add(at)
    at = parentOf.get(at)
  }
  return null
}
