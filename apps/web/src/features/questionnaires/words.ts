import type { Text } from '../../lib/language.tsx'
import type { LineKind } from './edit-form.ts'

export const lineKinds: Readonly<Record<LineKind, Text>> = {
  one: { zh: '单选', en: 'One choice' },
  many: { zh: '多选', en: 'Several choices' },
  integer: { zh: '整数', en: 'Whole number' },
  decimal: { zh: '小数', en: 'Number' },
  text: { zh: '文字', en: 'Text' },
  note: { zh: '说明', en: 'Note' },
  group: { zh: '题组', en: 'Group' },
}
