import type { Highs } from 'highs'
import type { Clash } from '../answer.ts'
import type { Instance } from '../compile/instance.ts'
import type { Meter } from '../meter.ts'

export function explainClash(_highs: Highs, _instance: Instance, proven: boolean, _meter: Meter): Clash {
  return { proven, items: [], relaxations: [], zh: '', en: '' }
}
