// What the ledger's page calls things.
import type { LedgerState, RetentionKind } from '@shengmian/contract'
import type { Text } from '../../lib/language.tsx'

export const witnessStates: Readonly<Record<LedgerState['witnesses'][number]['state'], Text>> = {
  cosigned: { zh: '已见证', en: 'cosigned' },
  silent: { zh: '未应答', en: 'no answer' },
  refused: { zh: '拒绝：与其所见不一致', en: 'refused: not what it saw' },
  ahead: { zh: '拒绝：其所见更长', en: 'refused: it saw a longer log' },
  'not-asked': { zh: '尚未请求', en: 'not asked yet' },
}

/** Records that people ask about, by their table. */
export const tables: Readonly<Record<string, Text>> = {
  'rounds.round': { zh: '轮次', en: 'Round' },
  'rounds.team': { zh: '巡察组', en: 'Team' },
  'rounds.plan': { zh: '派遣方案', en: 'Plan' },
  'access.engagement_order': { zh: '派遣令', en: 'Engagement order' },
  'access.standing_role': { zh: '常设职权', en: 'Standing role' },
  'access.account': { zh: '账号', en: 'Account' },
  'access.recusal': { zh: '回避', en: 'Recusal' },
  'registry.person': { zh: '人才库人员', en: 'Person of the pool' },
  'registry.tie': { zh: '关系', en: 'Tie' },
  'registry.unit': { zh: '单位', en: 'Unit' },
  'registry.dossier': { zh: '村情档案', en: 'Dossier' },
  'registry.official': { zh: '村（社区）干部', en: 'Official' },
  'rounds.cooperation_event': { zh: '结对与片区协作', en: 'Cooperation' },
  'leads.content': { zh: '线索内容', en: 'Content of a lead' },
  'leads.reporter': { zh: '反映人', en: 'Reporter of a lead' },
  'access.credential': { zh: '账号的登录方式', en: 'Ways into an account' },
  'documents.issued': { zh: '已发文书', en: 'Issued document' },
}

/** Stands for a key in one piece, where its columns are not known here. */
export const KEY = 'key'

const uuid = { zh: '如 0199c0de-…', en: 'e.g. 0199c0de-…' }

/** The columns of keys, as fields are called. */
export const keyParts: Readonly<Record<string, { readonly name: Text; readonly hint: Text }>> = {
  authority: { name: { zh: '机构区划代码', en: 'Code of the body' }, hint: { zh: '如 4210', en: 'e.g. 4210' } },
  county: { name: { zh: '县区代码', en: 'Code of the county' }, hint: { zh: '如 421003', en: 'e.g. 421003' } },
  id: { name: { zh: '记录编号', en: 'Id of the record' }, hint: uuid },
  round: { name: { zh: '轮次编号', en: 'Id of the round' }, hint: uuid },
  unit: { name: { zh: '单位编号', en: 'Id of the unit' }, hint: uuid },
  lead: { name: { zh: '线索编号', en: 'Id of the lead' }, hint: uuid },
  version: { name: { zh: '版本', en: 'Version' }, hint: { zh: '如 1', en: 'e.g. 1' } },
  [KEY]: { name: { zh: '编号', en: 'Key' }, hint: { zh: '', en: '' } },
}

/** A part of a key as it is kept: a body is named by the twelve digits of its place. */
export function keyPart(column: string, typed: string): string {
  const text = typed.trim()
  return column === 'authority' && /^\d{1,12}$/.test(text) ? text.padEnd(12, '0') : text
}

/** Kinds of record that are not kept for ever, and from when their period counts. */
export const kinds: Readonly<Record<RetentionKind, { readonly name: Text; readonly from: Text }>> = {
  tie: {
    name: { zh: '人员关系', en: 'Tie' },
    from: { zh: '本人离开人才库', en: 'when the person left the pool' },
  },
  person: {
    name: { zh: '人才库人员', en: 'Person of the pool' },
    from: { zh: '离开人才库，且无关系记录引用', en: 'when he left the pool, and no tie refers to him' },
  },
  official: {
    name: { zh: '村（社区）干部', en: 'Official' },
    from: { zh: '离任次月', en: 'the month after the office ended' },
  },
  'cooperation-event': {
    name: { zh: '结对与片区协作', en: 'Cooperation' },
    from: { zh: '活动结束', en: 'when it ended' },
  },
  recusal: {
    name: { zh: '回避', en: 'Recusal' },
    from: { zh: '回避解除', en: 'when it was lifted' },
  },
  objection: {
    name: { zh: '对人选的异议', en: 'Objection to a person' },
    from: {
      zh: '已撤回的，自提出之日；未撤回的，自本人离开人才库',
      en: 'its day, if withdrawn; else when the person left the pool',
    },
  },
  'engagement-order': {
    name: { zh: '派遣令', en: 'Engagement order' },
    from: { zh: '有效期结束或撤销', en: 'when it ended or was revoked' },
  },
  lead: {
    name: { zh: '线索内容', en: 'Content of a lead' },
    from: { zh: '最后一次移交、转交或打开', en: 'when it was last dropped, handed over or opened' },
  },
  reporter: {
    name: { zh: '线索反映人', en: 'Reporter of a lead' },
    from: { zh: '最后一次移交、转交或打开', en: 'when it was last dropped, handed over or opened' },
  },
  'ways-in': {
    name: { zh: '停用账号的登录方式', en: 'Ways into a closed account' },
    from: { zh: '账号停用；登录记录一并销毁，姓名保留', en: 'when it was closed; the book of sign-ins goes too, the name stays' },
  },
}

export const operations: Readonly<Record<string, Text>> = {
  insert: { zh: '新增', en: 'added' },
  update: { zh: '修改', en: 'changed' },
  delete: { zh: '删除', en: 'removed' },
  baseline: { zh: '建账时已有', en: 'there when logging began' },
  tombstone: { zh: '依法销毁', en: 'erased by law' },
  restore: { zh: '数据库恢复', en: 'database restored' },
}
