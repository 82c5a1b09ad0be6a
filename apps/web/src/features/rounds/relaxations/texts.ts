/** Words of rules that give way by signature. */
export const texts = {
  title: { zh: '放宽', en: 'Relaxations' },
  counts: { zh: '有效{n}项', en: '{n} in force' },
  asked: { zh: '待批准', en: 'to be signed' },
  approved: { zh: '已批准', en: 'signed' },
  refused: { zh: '未批准', en: 'declined' },
  ended: { zh: '已收回', en: 'taken back' },
  said: { zh: '{name} {at}提请：{why}', en: '{name} asked on {at}: {why}' },
  decided: { zh: '{name} {at}：{opinion}', en: '{name}, {at}: {opinion}' },
  endedBy: { zh: '{name} {at}收回：{reason}', en: '{name} took it back on {at}: {reason}' },
  end: { zh: '收回', en: 'Take back' },
  decideTitle: { zh: '审批放宽', en: 'Decide on the relaxation' },
  endTitle: { zh: '收回放宽', en: 'Take the relaxation back' },
  endNote: {
    zh: '收回后按原规则核验方案；方案因此不合规则的，须重新派遣。',
    en: 'The plan is then held against the whole rules; where it breaks them, propose again.',
  },
  ask: { zh: '提请放宽', en: 'Ask to relax' },
  askNote: {
    zh: '领导小组另一人批准前，什么都不放宽；批准后在重新排方案时生效，并写入方案和授权书。',
    en: 'Until somebody else of the leading group signs, nothing gives way. Signed, it holds in the next proposal, and stands in plan and orders.',
  },
  beyond: {
    zh: '超过放宽上限，不能提请：{why}。请改规则或增补人员。',
    en: 'Beyond the cap: {why}. Change the rule or add people.',
  },
  cap: { zh: '放宽的上限：{cap}', en: 'How far rules may give way: {cap}' },
  scope: { zh: '提请批准的内容', en: 'What will be signed' },
} as const
