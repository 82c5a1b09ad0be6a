import { lineColumn, monthColumn, truthColumn, type SheetDefinition } from '../sheet-definition.ts'
import { unitColumns } from './units-sheet.ts'

/** Officials who answer for units (班子成员). */
export const officialsSheet = (within: string) =>
  ({
    noun: 'officials',
    zh: '班子成员',
    en: 'Officials',
    columns: {
      ...unitColumns(within),
      name: lineColumn({
        zh: '姓名',
        en: 'Name',
        synonyms: ['名字', '干部姓名', '成员姓名'],
        isRequired: true,
        example: '郁青禾',
      }),
      title: lineColumn({
        zh: '职务',
        en: 'Title',
        synonyms: ['职位', '现任职务', '党内职务'],
        isRequired: true,
        example: '村党支部书记',
      }),
      isHead: truthColumn({
        zh: '一把手',
        en: 'Head',
        synonyms: ['是否一把手', '主要负责人', '是否主要负责人', '“一把手”'],
        example: '是',
      }),
      from: monthColumn({ zh: '任职时间', en: 'Since', synonyms: ['任职年月', '任现职时间', '任职起'], example: '2021-03' }),
      until: monthColumn({
        zh: '离任时间',
        en: 'Until',
        synonyms: ['离任年月', '卸任时间', '任职止'],
        note: { zh: '在任的空着', en: 'empty while in office' },
        example: '',
      }),
    },
  }) as const satisfies SheetDefinition
