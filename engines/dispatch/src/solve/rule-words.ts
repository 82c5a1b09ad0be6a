// What the rules of a plan are called before people: the grounds for recusal by their own names, and what asks things of teams and targets.
import { RECUSAL_WORDS, type Words } from '@shengmian/recusal'
import type { RuleName } from './rule-names.ts'

/** Every rule, by its name here or among the grounds for recusal, in Chinese and English. */
export const RULE_WORDS: Readonly<Record<RuleName | keyof typeof RECUSAL_WORDS, Words>> = {
  ...RECUSAL_WORDS,
  level: { zh: '提级巡察组长由上级派出', en: 'elevated: the leader comes from the level above' },
  'whole-team': { zh: '整建制派出', en: 'whole teams from one home' },
  zone: { zh: '限本片区内交叉', en: 'only inside the zone' },
  unavailable: { zh: '不能参加本轮', en: 'not available this round' },
  pin: { zh: '指定到组', en: 'pinned to a team' },
  slot: { zh: '岗位须配齐', en: 'every slot is filled' },
  'one-team': { zh: '每个对象由一个组巡察', en: 'every target is inspected by one team' },
  'same-home': { zh: '同一来源地人数上限', en: 'limit of members from one home' },
  leaders: { zh: '同组组长来自不同地方', en: 'leaders of a team from different homes' },
  apart: { zh: '两人不得同组', en: 'two people kept apart' },
  senior: { zh: '骨干人数下限', en: 'least number of seniors' },
  newcomers: { zh: '新手人数上限', en: 'most newcomers' },
  need: { zh: '对象所需专长', en: 'skill that a target needs' },
  self: { zh: '不巡察本地', en: 'no team inspects its own home' },
  swap: { zh: '不得互巡', en: 'no mutual exchange' },
  again: { zh: '不重复上几轮的派出', en: 'no pair of the last rounds again' },
  reversal: { zh: '不反向派出', en: 'no pair of the last rounds reversed' },
}
