import type { Text } from '../../../lib/language.tsx'

export type WizardStep = 'settings' | 'targets' | 'teams' | 'rules' | 'check'

/** The steps of planning a round, in order. */
export const wizardSteps: readonly { readonly key: WizardStep; readonly title: Text; readonly heading: Text }[] = [
  { key: 'settings', title: { zh: '轮次与方式', en: 'Round and mode' }, heading: { zh: '轮次与方式', en: 'Round and mode' } },
  { key: 'targets', title: { zh: '被巡察党组织', en: 'Targets' }, heading: { zh: '选定被巡察党组织', en: 'Choose the targets' } },
  { key: 'teams', title: { zh: '抽调范围', en: 'Teams and people' }, heading: { zh: '抽调范围', en: 'Teams and people' } },
  {
    key: 'rules',
    title: { zh: '回避规则', en: 'Recusal rules' },
    heading: { zh: '回避规则与事先冲突', en: 'Rules and clashes' },
  },
  {
    key: 'check',
    title: { zh: '核对提交', en: 'Check and submit' },
    heading: { zh: '核对、派遣、提交', en: 'Check, dispatch, submit' },
  },
]
