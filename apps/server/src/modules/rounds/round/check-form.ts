// Whether mode, types, bodies and targets of a round go together. Pure: settings in, warnings out.
import type { RoundMode, RoundType, Warning } from '@shengmian/contract'
import { levelOf, PLACE_LEVELS, wireCode } from '../../../platform/places.ts'
import type { RoundSettings } from './round-record.ts'

type Form = Pick<RoundSettings, 'mode' | 'types' | 'elevated' | 'sending' | 'host' | 'authorisation' | 'starts' | 'ends'> & {
  readonly authority: number
}

/** Mixes of a mode and a type that contradict each other. */
export const refusedMixes: readonly {
  readonly mode: RoundMode
  readonly type: RoundType
  readonly zh: string
  readonly en: string
}[] = [
  {
    mode: 'rotation',
    type: 'assistance',
    zh: '“推磨”是整建制派出，帮扶式要与当地人员混编，两者不能并用',
    en: 'rotation moves whole teams, assistance mixes helpers with locals: they exclude each other',
  },
  {
    mode: 'pooled',
    type: 'assistance',
    zh: '“统配”按全部来源重新编组，帮扶式要求结对双方固定，两者不能并用',
    en: 'pooling deals everybody out again, assistance needs two fixed partners: they exclude each other',
  },
  {
    mode: 'scattered',
    type: 'assistance',
    zh: '交叉分散打散各地人员，帮扶式要求结对双方固定，两者不能并用',
    en: 'scattering breaks up the bodies that assistance pairs: they exclude each other',
  },
]

/** The level (1 province … 5 village) of a wire code. */
const rank = (code: string): number => PLACE_LEVELS.indexOf(levelOf(code)) + 1

/** Who usually inspects a place: its province, city or county; the county also for townships and villages. */
const usualRank = (code: string): number => Math.min(rank(code) - 1, 3)

/** 级差: levels from the commissioning authority down to the target's own superior; a city on a village = 2. `null` without targets. */
export function levelDifference(authority: number, targets: readonly string[]): number | null {
  if (targets.length === 0) return null
  return Math.max(...targets.map((code) => rank(code) - 1 - rank(wireCode(authority))))
}

/** Everything that is wrong (`bar`) or worth a look (`warn`) in the form of a round with these target regions. */
export function checkForm(form: Form, targets: readonly string[] = []): readonly Warning[] {
  return [...checkMix(form), ...checkBodies(form, targets), ...checkLevel(form, targets), ...checkDays(form)]
}

function checkMix(form: Form): readonly Warning[] {
  return [
    ...refusedMixes
      .filter((mix) => mix.mode === form.mode && form.types.includes(mix.type))
      .map(({ zh, en }) => bar('mix', 'types', zh, en)),
    ...(form.elevated && !form.types.includes('level-raised')
      ? [
          bar(
            'mix',
            'elevated',
            '组长由上一级选派属于提级，须同时选“提级”',
            'a leader from the level above is raising the level: choose level-raised too',
          ),
        ]
      : []),
  ]
}

function checkBodies(form: Form, targets: readonly string[]): readonly Warning[] {
  if (!form.types.includes('cross-region') || form.sending === null) return []
  const sending = wireCode(form.sending)
  const host = form.host === null ? [] : [wireCode(form.host)]
  const same = [...host, ...targets].find((code) => code.startsWith(sending))
  return same === undefined
    ? []
    : [
        bar(
          'same-authority',
          'sending',
          `异地巡察的派出地不能是被巡地自己：${sending}派出，${same}被巡，是同一地方`,
          `same authority: ${sending} sends and ${same} is inspected; a cross-region round needs two`,
        ),
      ]
}

function checkLevel(form: Form, targets: readonly string[]): readonly Warning[] {
  const commissioning = rank(wireCode(form.authority))
  // in a cross-region round the bodies that are sent act at their own level, whoever ordered it
  const isCross = form.types.includes('cross-region')
  const acting = !isCross ? commissioning : form.sending === null ? 3 : rank(wireCode(form.sending))
  const raised = targets.find((code) => usualRank(code) > acting)
  const isRaised = form.types.includes('level-raised')
  return [
    ...(raised !== undefined && !isRaised
      ? [
          bar(
            'level-raised',
            'types',
            `${raised}通常由县一级巡察，由上级直接巡察须选“提级”并附授权文件`,
            `${raised} is usually inspected by its county: a higher authority needs type level-raised and an authorisation document`,
          ),
        ]
      : []),
    ...(isRaised && form.authorisation === null
      ? [
          bar(
            'authorisation',
            'authorisation',
            '提级巡察须有授权文件（文号、日期、机关）',
            'level-raised needs its authorisation document',
          ),
        ]
      : []),
  ]
}

function checkDays(form: Form): readonly Warning[] {
  return form.ends < form.starts ? [bar('days', 'ends', '结束日期早于开始日期', 'the end is before the start')] : []
}

function bar(rule: string, at: string, zh: string, en: string): Warning {
  return { level: 'bar', rule, zh, en, at }
}
