// What demands recusal in each of the six checks, in words that carry the limits of this round.
import type { MarkName } from './marks.ts'
import { levelOf } from './places.ts'
import { FILE_STRICTNESS, resolveStrictness } from './strictness.ts'
import type { PlaceLevel, RecusalRules, ReviewTarget, Seat, Strictness, Words } from './types.ts'

type Situation = {
  readonly rules: RecusalRules
  readonly target: ReviewTarget
  readonly seat: Seat
  readonly strictness?: Strictness
}

const LEVELS: { readonly [level in PlaceLevel]: Words } = {
  province: { zh: '省', en: 'province' },
  city: { zh: '市', en: 'city' },
  county: { zh: '县区', en: 'county' },
  township: { zh: '乡镇', en: 'township' },
  village: { zh: '村（社区）', en: 'village' },
}

/** The situation that demands recusal, for one mark under the rules of the round. */
export function situationOf(mark: MarkName, { rules, target, seat, strictness }: Situation): Words {
  const region = LEVELS[rules.recusalLevel]
  const limit = (strictness === undefined ? FILE_STRICTNESS : resolveStrictness(strictness))[levelOf(target.region)].tieLimit
  const isLocal = seat.origin === 'host'
  const unread: Words = { zh: '本地组员，按本乡镇、本单位核查（见第1项）', en: 'local member: see row 1' }
  switch (mark) {
    case 'home':
      return isLocal
        ? { zh: '本单位，或工作地、成长地、任职地在本乡镇', en: 'own unit, or work, youth or a posting in the same township' }
        : { zh: `在被巡察${region.zh}任职`, en: `works in the inspected ${region.en}` }
    case 'native':
      return isLocal ? unread : { zh: `属被巡察${region.zh}`, en: `from the inspected ${region.en}` }
    case 'posting':
      return isLocal ? unread : postingSituation(rules)
    case 'kin':
      return {
        zh: '夫妻、直系、三代以内旁系、近姻亲在班子内',
        en: 'spouse, direct line, collateral within three generations or near in-law among the officials',
      }
    case 'tie':
      return {
        zh: `直接关系强度满${limit}，或被巡察党组织提出异议`,
        en: `a direct tie of strength ${limit} or more, or an objection by the unit`,
      }
    case 'repeat':
      if (isLocal) return unread
      return rules.repeatRounds
        ? {
            zh: `近${rules.repeatRounds}轮巡察过该${region.zh}`,
            en: `inspected that ${region.en} in the last ${rules.repeatRounds} rounds`,
          }
        : { zh: '本轮不设限', en: 'no limit in this round' }
  }
}

function postingSituation({ coolingOffYears, longPostingYears }: RecusalRules): Words {
  const cooling =
    coolingOffYears === null ? [] : [{ zh: `离任未满${coolingOffYears}年`, en: `left less than ${coolingOffYears} years ago` }]
  const long =
    longPostingYears === null ? [] : [{ zh: `任职满${longPostingYears}年`, en: `held at least ${longPostingYears} years` }]
  const parts = [...cooling, ...long]
  if (parts.length === 0) return { zh: '本轮不设限', en: 'no limit in this round' }
  return { zh: parts.map((part) => part.zh).join('，或'), en: parts.map((part) => part.en).join(', or ') }
}
