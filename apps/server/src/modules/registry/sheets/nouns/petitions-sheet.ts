import { countColumn, lineColumn, monthColumn, type SheetDefinition } from '../sheet-definition.ts'
import { unitColumns } from './units-sheet.ts'

/** Monthly volumes of petitions, as the petition office gives them: numbers only. */
export const petitionsSheet = (within: string) =>
  ({
    noun: 'petitions',
    zh: '信访量',
    en: 'Petition volumes',
    columns: {
      ...unitColumns(within),
      month: monthColumn({
        zh: '月份',
        en: 'Month',
        synonyms: ['年月', '信访月份', '统计月份'],
        isRequired: true,
        note: { zh: '整月已过的月份', en: 'a month that is over' },
        example: '2026-10',
      }),
      volume: countColumn({
        zh: '信访量',
        en: 'Petitions',
        synonyms: ['件次', '信访件次', '信访件数', '件数'],
        isRequired: true,
        note: { zh: '当月件次；没有的填0，不掌握的整行不填', en: 'of the month; 0 for none, no row where it is not known' },
        example: '6',
      }),
      source: lineColumn({
        zh: '来源',
        en: 'Source',
        synonyms: ['数据来源', '提供单位'],
        isRequired: true,
        example: '区信访局2026年10月统计表',
      }),
      reason: lineColumn({
        zh: '更正原因',
        en: 'Reason of revision',
        synonyms: ['修订原因', '更正说明'],
        note: { zh: '与已记的数不同时要填', en: 'needed where another number is on record' },
        example: '',
      }),
    },
  }) as const satisfies SheetDefinition
