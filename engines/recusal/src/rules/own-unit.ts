// Nobody inspects his own employer. For a local member the dispatch file bars it; elsewhere the home rule nearly always does, and where
// it cannot (an employer above the recusal level) the strictness profile decides between a warning and a bar.
import { evidenceOf, isUnverified } from '../context.ts'
import { factOf } from '../facts.ts'
import { liesIn } from '../places.ts'
import type { Rule } from '../rule.ts'

export const ownUnit: Rule = {
  name: 'own-unit',
  format: 'local',
  judge(context, person, target, seat) {
    const isInsider = target.insiders.includes(person.id)
    if (person.unit === target.id || isInsider) {
      if (seat.origin === 'host') return person.unit === target.id ? 'bar' : 'warn'
      return context.profileOf(target).ownUnit
    }
    if (!isUnverified(person, 'unit')) return 'pass'
    if (seat.origin === 'host') return 'unknown'
    // an employer known to lie outside the target's own place cannot be the target
    const isElsewhere = person.home !== null && !isUnverified(person, 'home') && !liesIn(target.region, person.home)
    return isElsewhere ? 'pass' : 'unknown'
  },
  facts(_context, person, target) {
    const evidence = evidenceOf(person, 'unit')
    if (person.unit === target.id)
      return [factOf(`工作单位即被巡察的${target.name}`, `employed by the target ${target.name}`, evidence)]
    if (target.insiders.includes(person.id)) {
      return [factOf(`本人列入${target.name}班子名单`, `is one of the officials of ${target.name}`, target.evidence)]
    }
    if (person.unit === null) return [factOf('工作单位未登记编号', 'employer not registered as a unit', evidence)]
    const doubt = isUnverified(person, 'unit') ? { zh: '，未经核实', en: ', not verified' } : { zh: '', en: '' }
    return [factOf(`工作单位不是${target.name}${doubt.zh}`, `not employed by ${target.name}${doubt.en}`, evidence)]
  },
}
