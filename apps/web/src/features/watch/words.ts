// The words of a policy as a person reads them: each kind of condition, each derived set, each way to stand.
import type { DenialFacts, RuleLine } from '@shengmian/contract'
import type { Text } from '../../lib/language.tsx'

const kinds: Readonly<Record<string, Text>> = {
  all: { zh: '以下各项须同时成立', en: 'All of these' },
  any: { zh: '以下至少一项成立', en: 'At least one of these' },
  not: { zh: '以下不得成立', en: 'Not this' },
  'signed-in': { zh: '已登录', en: 'signed in' },
  covers: { zh: '{roles}，其管辖范围包含该地', en: '{roles} whose area holds the place' },
  'covers-county': { zh: '{roles}，其管辖范围包含全县', en: '{roles} whose area holds the whole county' },
  'covers-area': { zh: '{roles}，其管辖范围包含对方机构', en: '{roles} whose area holds the body' },
  'holds-at': { zh: '在该机构本级任{roles}', en: '{roles} at that very body' },
  'own-account': { zh: '本人经办（{of}）', en: 'one’s own account ({of})' },
  'own-person': { zh: '本人的记录', en: 'one’s own person' },
  recused: { zh: '在该地登记了回避', en: 'recused there' },
  listed: { zh: '限于：{of}', en: 'only {of}' },
  empty: { zh: '尚未填写：{of}', en: '{of} still empty' },
  through: { zh: '能看到所指的记录（{of}）', en: 'sees the row it names ({of})' },
}

const derivedSets: Readonly<Record<string, Text>> = {
  own_units: { zh: '代表该被巡察单位', en: 'speaks for that unit' },
  ordered_targets: { zh: '持该对象的有效派遣令', en: 'holds an order for it, in force' },
  partner_rounds: { zh: '派出地或被巡地的{roles}', en: '{roles} of a sender or host of the round' },
  partner_teams: { zh: '该组派出地或被巡地的{roles}', en: '{roles} of the team’s sender or host' },
  partner_targets: { zh: '该对象派出地或被巡地的{roles}', en: '{roles} of the target’s sender or host' },
  partner_letters: { zh: '令上人员派出地或被巡地的{roles}', en: '{roles} of the letter’s sender or host' },
  addressed_programmes: { zh: '方案所及机构的{roles}', en: '{roles} of a body that the programme binds' },
  led_groups: { zh: '名册上的领导小组组长本人', en: 'heads the leading group by its roster' },
  liaison_targets: { zh: '该地联络员，且轮次在进行中', en: 'liaison of the place, round under way' },
  submitted_rounds_below: { zh: '上级{roles}，且轮次已提交', en: '{roles} above, once submitted' },
}

/** A line of a rule in words; the roles are put in by the caller. */
export function wordsOf(line: RuleLine): Text {
  return (line.kind === 'derived' ? derivedSets[line.of] : kinds[line.kind]) ?? { zh: line.kind, en: line.kind }
}

type Standing = DenialFacts['orders'][number]['standing']
export const standings: Readonly<Record<Standing, Text>> = {
  'in-force': { zh: '有效', en: 'in force' },
  revoked: { zh: '已撤销', en: 'revoked' },
  ended: { zh: '已到期', en: 'ended' },
  ahead: { zh: '未到生效时间', en: 'not yet' },
  'one-hand': { zh: '待第二人批准', en: 'waits for a second hand' },
  recused: { zh: '本人须回避', en: 'recused' },
  'round-not-under-way': { zh: '轮次不在进行中', en: 'round not under way' },
}

export const subjects: Readonly<Record<string, Text>> = {
  'rounds.round': { zh: '轮次', en: 'round' },
  'rounds.programme': { zh: '统一方案', en: 'programme' },
  'rounds.term_plan': { zh: '五年规划', en: 'term plan' },
  'rounds.draw': { zh: '抽签', en: 'draw' },
  'registry.person': { zh: '人才库人员', en: 'person of a pool' },
  'registry.unit': { zh: '单位', en: 'unit' },
  'access.account': { zh: '账号', en: 'account' },
  'access.delegation': { zh: '委托', en: 'delegation' },
  'access.recusal': { zh: '回避登记', en: 'recusal' },
}

export const commands: Readonly<Record<string, Text>> = {
  select: { zh: '查看', en: 'see' },
  insert: { zh: '新建', en: 'add' },
  update: { zh: '修改', en: 'change' },
  delete: { zh: '删除', en: 'remove' },
}
