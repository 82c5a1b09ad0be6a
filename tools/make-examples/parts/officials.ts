// Those who answer for a unit: the key few and the others in charge.
import { monthNumber, monthText } from './dates.ts'
import type { NameStyle, Naming } from './names.ts'
import type { Random } from './random.ts'
import type { WorldOfficial } from './world-types.ts'

export type LeadershipKind = 'village' | 'community' | 'township' | 'county' | 'bureau' | 'school' | 'hospital'

const POSITIONS: Record<LeadershipKind, readonly string[]> = {
  village: ['党支部书记、村委会主任', '党支部副书记', '村务监督委员会主任', '村报账员'],
  community: ['党委书记、居委会主任', '党委副书记', '居务监督委员会主任', '社区报账员'],
  township: ['党委书记', '镇长', '党委副书记', '纪委书记', '组织委员', '副镇长', '财政所所长'],
  county: ['县委书记', '县长', '县委副书记', '纪委书记', '组织部部长'],
  bureau: ['党组书记、局长', '党组成员、副局长', '派驻纪检监察组组长', '办公室主任'],
  school: ['党委书记', '校长', '副校长', '总务处主任'],
  hospital: ['党委书记', '院长', '副院长', '设备科科长'],
}

export type OfficialsSetting = {
  readonly prefix: string
  readonly random: Random
  readonly naming: Naming
  readonly month: string
}

export type OfficialMaker = (unit: string, kind: LeadershipKind, count: number, style?: NameStyle) => WorldOfficial[]

/** Makes officials with running refs; call it in a fixed order. */
export function officialMaker({ prefix, random, naming, month }: OfficialsSetting): OfficialMaker {
  let made = 0
  return (unit, kind, count, style) =>
    POSITIONS[kind].slice(0, count).map((title, rank) => {
      made += 1
      return {
        ref: `${prefix}-o${String(made).padStart(4, '0')}`,
        unit,
        name: naming(random.chance(rank === 0 ? 150 : 300) ? 'female' : 'male', style),
        title,
        head: rank === 0,
        since: monthText(monthNumber(month) - random.between(4, 100)),
      }
    })
}
