import type { Breach } from '../finding.ts'
import { measure } from '../measure-plan.ts'
import type { World } from '../world.ts'

/** Every stated figure is what the plan really costs. */
export function objective(world: World): Breach[] {
  const real = Object.entries(measure(world))
  const stated = new Map(Object.entries(world.plan.objective))
  return real
    .filter(([level, value]) => stated.get(level) !== value)
    .map(([level, value]): Breach => {
      const said = stated.get(level)
      return {
        rule: 'objective',
        subject: level,
        fact: { zh: `计划写 ${said}，实为 ${value}`, en: `the plan states ${said}, it is ${value}` },
      }
    })
}
