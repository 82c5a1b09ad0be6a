import type { readCertificate, ReplyOf } from '@shengmian/contract'

export type Certificate = ReplyOf<typeof readCertificate>

/** Words of the certificate of recusal. */
export const texts = {
  number: { zh: '编号：{number}', en: 'No. {number}' },
  draft: { zh: '未发授权，尚无编号', en: 'draft, no number yet' },
  kept: { zh: '内部资料，存轮次档案', en: 'Internal; kept with the round' },
  title: { zh: '回避审查表', en: 'Certificate of recusal' },
  name: { zh: '姓名', en: 'Name' },
  unit: { zh: '单位职务', en: 'Employer, post' },
  seat: { zh: '拟任', en: 'To serve as' },
  targets: { zh: '被巡察党组织', en: 'Targets' },
  order: { zh: '授权文号', en: 'Order' },
  window: { zh: '授权期限', en: 'Window' },
  some: { zh: '{names}等{n}个，名单见授权书', en: '{names} and others, {n} in all; the order lists them' },
  notIssued: { zh: '尚未发出', en: 'not issued' },
  headings: [
    { zh: '序号', en: 'No.' },
    { zh: '核查事项', en: 'Check' },
    { zh: '应回避情形', en: 'Demands recusal' },
    { zh: '查得事实', en: 'Facts' },
    { zh: '来源与日期', en: 'Source, date' },
    { zh: '结论', en: 'Result' },
  ],
  conclusion: { zh: '审查结论', en: 'Conclusion' },
  declaration: { zh: '本人声明', en: 'Declaration' },
  signature: { zh: '本人签名：', en: 'Signed: ' },
  unsigned: { zh: '未签', en: 'unsigned' },
  checkedBy: { zh: '核查人', en: 'Checked by' },
  reviewedBy: { zh: '复核人（非核查人）', en: 'Reviewed by (another person)' },
  approvedBy: { zh: '批准人（领导小组）', en: 'Approved by (leading group)' },
  later: { zh: '补报变更', en: 'Later changes' },
  none: { zh: '无', en: 'none' },
  basis: { zh: '复算依据', en: 'To recompute' },
  rules: { zh: '规则：{rules}', en: 'Rules: {rules}' },
  problem: { zh: '名册指纹：{hash}', en: 'Roster fingerprint: {hash}' },
  seed: { zh: '种子：{seed}', en: 'Seed: {seed}' },
  own: { zh: '本表指纹：{hash}', en: 'Own fingerprint: {hash}' },
  scan: { zh: '扫码核对真伪', en: 'Scan to verify' },
  pass: { zh: '✓ 无', en: '✓ none' },
  note: {
    zh: '说明：任何人持名册、规则和种子，可用独立程序复算本表。表中只记关系类型与单位，不记亲属证件号。',
    en: 'Anybody who holds roster, rules and seed can recompute this sheet with a program of his own. It names relations and units only, never an identity number.',
  },
}
