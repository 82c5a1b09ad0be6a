import {
  choiceColumn,
  column,
  countColumn,
  dayColumn,
  lineColumn,
  moneyColumn,
  truthColumn,
  type SheetDefinition,
  type ValuesOf,
} from '../sheet-definition.ts'
import { placeReader } from '../place-meaning.ts'

export const kindChoices = [
  { value: 'village', words: ['村', '行政村', 'village'] },
  { value: 'community', words: ['社区', '居委会', 'community'] },
  { value: 'township', words: ['乡镇党委', '街道党工委', '乡镇', '镇党委', '乡党委', 'township'] },
  { value: 'bureau', words: ['部门', '局', '机关', '机关单位', 'bureau'] },
  { value: 'school', words: ['学校', 'school'] },
  { value: 'hospital', words: ['医院', 'hospital'] },
  { value: 'other', words: ['其他', '其它', 'other'] },
] as const
export const classChoices = [
  { value: 'exemplary', words: ['典型示范', '典型示范村', '示范', 'exemplary'] },
  { value: 'ordinary', words: ['一般中等', '一般中等村', '一般', '中等', 'ordinary'] },
  { value: 'lagging', words: ['后进', '后进村', 'lagging'] },
] as const

/** By these a unit is told apart: villages by their place, everything else by place and name. */
export const unitColumns = (within: string) =>
  ({
    place: column(
      {
        zh: '所在地',
        en: 'Place',
        synonyms: ['区划代码', '代码', '行政区划', '所在地区划', '单位所在地', '村（社区）代码', '行政区划代码', 'Code'],
        isRequired: true,
        note: {
          zh: '区划代码：村（社区）12位，乡镇9位，县6位；也可填名称',
          en: 'division code: 12 digits for a village, 9 for a town, 6 for a county; or its name',
        },
        example: '421003105201',
      },
      placeReader(within),
    ),
    unit: lineColumn({
      zh: '单位名称',
      en: 'Unit',
      synonyms: ['单位', '名称', '村（社区）名称', '村名', '单位全称', '党组织名称', '被巡察单位'],
      note: { zh: '村（社区）可以不填', en: 'not needed for a village' },
      example: '沿河村',
    }),
  }) as const

/** Units with what their dossiers say. */
export const unitsSheet = (within: string) =>
  ({
    noun: 'units',
    zh: '单位与村情档案',
    en: 'Units and dossiers',
    columns: {
      ...unitColumns(within),
      kind: choiceColumn(
        {
          zh: '单位类别',
          en: 'Kind',
          synonyms: ['类别', '类型', '单位类型', '性质'],
          note: { zh: '册里没有的单位要填', en: 'needed for a unit that is not in the register' },
          example: '村',
        },
        kindChoices,
      ),
      class: choiceColumn(
        {
          zh: '村情分类',
          en: 'Class',
          synonyms: ['分类', '村类', '村（社区）分类', '三类'],
          note: { zh: '变更分类要写理由和审核人', en: 'a change needs a reason and a reviewer' },
          example: '一般中等',
        },
        classChoices,
      ),
      reason: lineColumn({
        zh: '分类理由',
        en: 'Class reason',
        synonyms: ['分类依据', '理由'],
        example: '班子较强，集体经济一般',
      }),
      classDay: dayColumn({ zh: '分类日期', en: 'Class day', synonyms: ['分类时间', '评定日期'], example: '2026-03-01' }),
      reviewer: lineColumn({ zh: '分类审核人', en: 'Class reviewer', synonyms: ['审核人', '评定人'], example: '杜若衡' }),
      population: countColumn({
        zh: '人口',
        en: 'Population',
        synonyms: ['总人口', '人口数', '户籍人口', '常住人口'],
        example: '2180',
      }),
      petitionYear: countColumn({ zh: '信访年度', en: 'Petition year', synonyms: ['信访年份', '年度'], example: '2025' }),
      petitions: countColumn({
        zh: '信访件次',
        en: 'Petitions',
        synonyms: ['信访量', '信访数', '信访件数', '年信访件次'],
        note: { zh: '所填年度的件次', en: 'of the year given' },
        example: '6',
      }),
      weakBranch: truthColumn({
        zh: '软弱涣散',
        en: 'Weak branch',
        synonyms: ['党组织是否软弱涣散', '软弱涣散党组织', '是否软弱涣散'],
        example: '否',
      }),
      poverty: truthColumn({ zh: '脱贫村', en: 'Poverty', synonyms: ['是否脱贫村', '原贫困村', '贫困村'], example: '否' }),
      economy: moneyColumn({
        zh: '集体经济收入',
        en: 'Collective income',
        synonyms: ['村集体经济收入', '集体收入', '集体经济年收入'],
        note: { zh: '单位万元', en: 'in 10,000 yuan' },
        example: '38.6',
      }),
      conflicts: countColumn({
        zh: '矛盾纠纷',
        en: 'Conflicts',
        synonyms: ['矛盾纠纷数', '未化解矛盾纠纷', '突出矛盾'],
        example: '2',
      }),
      lastInspected: dayColumn({
        zh: '上次巡察',
        en: 'Last inspected',
        synonyms: ['上次巡察时间', '上轮巡察时间', '最近巡察日期'],
        example: '2021-05-20',
      }),
    },
  }) as const satisfies SheetDefinition

export type UnitsValues = ValuesOf<ReturnType<typeof unitsSheet>['columns']>
