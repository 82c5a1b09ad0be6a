// What is known of a unit before a round: its class with the reason, and the figures by which targets are chosen.
import { dayIn, monthNumber, monthText } from './dates.ts'
import type { Random } from './random.ts'
import type { UnitClass, WorldDossier } from './world-types.ts'

const REASONS: Record<UnitClass, readonly string[]> = {
  exemplary: [
    '班子团结，连续三年考核优秀',
    '集体经济年收入居全镇前列，账目清楚',
    '“四议两公开”执行规范，群众满意度高',
    '三年无越级信访，清廉村建设示范点',
  ],
  ordinary: [
    '班子运转正常，集体经济一般',
    '制度健全，执行有待加强',
    '产业基础一般，矛盾纠纷不多',
    '考核居中，未发现突出问题',
    '换届后班子平稳，“三资”台账基本完整',
  ],
  lagging: [
    '党组织软弱涣散，列入整顿',
    '信访量居高不下，积案未化解',
    '集体“三资”账目不清，合同管理混乱',
    '班子不团结，议事决策不规范',
    '土地流转纠纷突出，群众反映集中',
  ],
}

type Range = readonly [number, number]
const RANGES: Record<UnitClass, { readonly petitions: Range; readonly conflicts: Range; readonly income: Range }> = {
  exemplary: { petitions: [0, 2], conflicts: [0, 1], income: [38, 420] },
  ordinary: { petitions: [0, 7], conflicts: [0, 4], income: [6, 120] },
  lagging: { petitions: [4, 26], conflicts: [2, 11], income: [1, 60] },
}

export type DossierSetting = {
  readonly random: Random
  readonly month: string
  readonly population?: Range
  readonly weight?: readonly UnitClass[]
}

/** A dossier; the class is drawn from `weight` unless it is given. */
export function makeDossier(
  { random, month, population, weight }: DossierSetting,
  unit: string,
  given?: UnitClass,
): WorldDossier {
  const kind = given ?? random.pick(weight ?? (['exemplary', 'ordinary', 'ordinary', 'ordinary', 'lagging'] as const))
  const ranges = RANGES[kind]
  const start = monthNumber(month)
  const year = Math.floor(start / 12)
  const [fewest, most] = population ?? [620, 4200]
  return {
    unit,
    class: kind,
    reason: random.pick(REASONS[kind]),
    classedOn: dayIn(monthText(start - random.between(2, 6)), random),
    reviewer: '村情研判联席会议',
    population: random.between(fewest, most),
    petitions: {
      [String(year - 1)]: random.between(...ranges.petitions),
      [String(year)]: random.between(0, ranges.petitions[1] >> 2),
    },
    weakBranch: kind === 'lagging' && random.chance(550),
    poverty: random.chance(kind === 'exemplary' ? 40 : 180),
    economy: random.between(...ranges.income) * 1_000_000 + random.int(1000) * 1000,
    conflicts: random.between(...ranges.conflicts),
    lastInspected: random.chance(380) ? dayIn(monthText(start - random.between(14, 58)), random) : null,
  }
}
