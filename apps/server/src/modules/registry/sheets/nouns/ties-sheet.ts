import { tieOfWord, tieWords, type TieEntry } from '../../ties/tie-catalogue.ts'
import { holdsIdentityNumber, relationOnly } from '../../ties/identity-number.ts'
import { cellText, readLine, type CellReader } from '../cell-meaning.ts'
import {
  choiceColumn,
  column,
  countColumn,
  dayColumn,
  lineColumn,
  monthColumn,
  type SheetDefinition,
} from '../sheet-definition.ts'
import { placeReader } from '../place-meaning.ts'

export const endChoices = [
  { value: 'official', words: ['单位干部', '班子成员', '干部', 'official'] },
  { value: 'person', words: ['人才库人员', '巡察人员', '人才库', 'person'] },
  { value: 'unit', words: ['单位', 'unit'] },
  { value: 'outsider', words: ['其他人', '其他', '社会人员', 'outsider'] },
] as const

const readTie: CellReader<TieEntry> = (cell, is1904) => {
  const text = cellText(cell, is1904)
  const tie = tieOfWord(text)
  return tie === null
    ? {
        fault: {
          zh: `没有“${text}”这种关系，可填：${tieWords.slice(0, 8).join('、')}……见填表说明`,
          en: `there is no tie "${text}": see the guide`,
        },
      }
    : { value: tie }
}

const readRelation: CellReader<string> = (cell, is1904) =>
  holdsIdentityNumber(cellText(cell, is1904)) ? { fault: relationOnly } : readLine(cell, is1904)

/** Declared ties (关系申报) of the people of a pool. */
export const tiesSheet = (within: string) =>
  ({
    noun: 'ties',
    zh: '关系申报',
    en: 'Declared ties',
    columns: {
      person: lineColumn({
        zh: '申报人',
        en: 'Person',
        synonyms: ['姓名', '人员', '人员编号', '申报人编号', '编号'],
        isRequired: true,
        note: { zh: '编号或姓名', en: 'number or name' },
        example: 'JZ0001',
      }),
      tie: column(
        {
          zh: '关系',
          en: 'Tie',
          synonyms: ['关系类型', '关系种类', '与本人关系'],
          isRequired: true,
          note: { zh: `可填：${tieWords.join('、')}`, en: 'a word of the catalogue' },
          example: '同班同学',
        },
        readTie,
        tieWords,
      ),
      end: choiceColumn(
        { zh: '对方类型', en: 'Other end', synonyms: ['对方类别'], isRequired: true, example: '单位干部' },
        endChoices,
      ),
      other: column(
        {
          zh: '对方',
          en: 'Other',
          synonyms: ['对方姓名', '关系人', '对方名称', '关系人姓名'],
          isRequired: true,
          note: { zh: '姓名、编号或单位名称；不要填身份证号', en: 'name, number or unit; never an identity number' },
          example: '郁青禾',
        },
        readRelation,
      ),
      place: column(
        {
          zh: '对方所在地',
          en: 'Place of the other',
          synonyms: ['对方单位所在地', '对方区划'],
          note: { zh: '干部、单位要填', en: 'needed for officials and units' },
          example: '421003105201',
        },
        placeReader(within),
      ),
      unit: lineColumn({
        zh: '对方单位',
        en: 'Unit of the other',
        synonyms: ['关系人单位', '对方工作单位'],
        note: { zh: '村（社区）干部可以不填', en: 'not needed for a village' },
        example: '',
      }),
      strength: countColumn({
        zh: '强度',
        en: 'Strength',
        synonyms: ['关系强度'],
        note: { zh: '千分数，空着按关系种类取', en: 'thousandths; empty takes the default' },
        example: '',
      }),
      from: monthColumn({ zh: '开始时间', en: 'From', synonyms: ['起', '开始年月'], example: '2005-09' }),
      to: monthColumn({ zh: '结束时间', en: 'To', synonyms: ['止', '结束年月'], example: '2008-06' }),
      detail: column({ zh: '说明', en: 'Detail', synonyms: ['具体情况', '情况说明'], example: '高中同班' }, readRelation),
      source: lineColumn({ zh: '来源', en: 'Source', synonyms: ['信息来源', '申报方式'], example: '本人申报' }),
      day: dayColumn({ zh: '申报日期', en: 'Day', synonyms: ['申报时间', '日期'], isRequired: true, example: '2026-03-01' }),
    },
  }) as const satisfies SheetDefinition
