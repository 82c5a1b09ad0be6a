import { skillLabels } from '../../people/skills.ts'
import {
  choiceColumn,
  choicesColumn,
  column,
  dayColumn,
  linesColumn,
  lineColumn,
  truthColumn,
  type SheetDefinition,
  type ValuesOf,
} from '../sheet-definition.ts'
import { postingReader, readAbsences } from '../period-meaning.ts'
import { placeReader } from '../place-meaning.ts'

export const roleChoices = [
  { value: 'director', words: ['巡察办主任', '主任', 'director'] },
  { value: 'leader', words: ['组长', 'leader'] },
  { value: 'deputy', words: ['副组长', 'deputy'] },
  { value: 'liaison', words: ['联络员', 'liaison'] },
  { value: 'member', words: ['组员', '成员', 'member'] },
] as const
export const experienceChoices = [
  { value: 'senior', words: ['骨干', '丰富', '资深', 'senior'] },
  { value: 'ordinary', words: ['一般', '普通', 'ordinary'] },
  { value: 'newcomer', words: ['新手', '新人', '首次', 'newcomer'] },
] as const
export const factChoices = [
  { value: 'home', words: ['工作地', 'home'] },
  { value: 'native', words: ['成长地', '籍贯', 'native'] },
  { value: 'postings', words: ['任职经历', 'postings'] },
  { value: 'ties', words: ['关系', '申报关系', 'ties'] },
  { value: 'unit', words: ['工作单位', '单位', 'unit'] },
] as const

/** The talent pool of an authority. */
export const peopleSheet = (within: string) =>
  ({
    noun: 'people',
    zh: '人才库',
    en: 'Talent pool',
    columns: {
      number: lineColumn({
        zh: '编号',
        en: 'Number',
        synonyms: ['人员编号', '工号', '人才编号', 'ID'],
        note: {
          zh: '本单位自编的人员编号；没有编号的，按姓名和工作单位区分',
          en: "the office's own number; without one, name and employer tell people apart",
        },
        example: 'JZ0001',
      }),
      name: lineColumn({ zh: '姓名', en: 'Name', synonyms: ['名字', '人员姓名'], isRequired: true, example: '沈木棉' }),
      employer: lineColumn({
        zh: '工作单位',
        en: 'Employer',
        synonyms: ['单位', '所在单位', '现工作单位', '工作单位及部门', '单位名称'],
        example: '荆州区审计局',
      }),
      home: column(
        {
          zh: '工作地',
          en: 'Home',
          synonyms: ['工作地区划', '单位所在地', '所在县区', '所在地区', '所在地', '工作地点', '区划代码'],
          note: { zh: '区划代码或名称，如 421003、荆州市荆州区', en: 'a division code or name' },
          example: '421003',
        },
        placeReader(within),
      ),
      native: column(
        {
          zh: '成长地',
          en: 'Native place',
          synonyms: ['籍贯', '祖籍', '籍贯与成长地', '籍贯/成长地', '出生地', '户籍地', 'Native'],
          note: { zh: '本人成长的地方，填到县', en: 'where the person grew up, down to the county' },
          example: '湖北省荆州市江陵县',
        },
        placeReader(within),
      ),
      postings: column(
        {
          zh: '任职经历',
          en: 'Postings',
          synonyms: ['工作经历', '任职地', '曾任职', '任职履历', '履历'],
          note: { zh: '一段一行或用；分开：地方 起-止 职务；没有的填“无”', en: 'place from-to title, parted by ；; 无 for none' },
          example: '421022 2015.03-2018.06 副局长；421003 2018.07-至今',
        },
        postingReader(within),
      ),
      skills: linesColumn({
        zh: '专长',
        en: 'Skills',
        synonyms: ['专业', '专业特长', '特长', '业务专长', '擅长领域'],
        note: { zh: `多项用、分开；没有的填“无”。常用：${skillLabels.join('、')}`, en: 'parted by 、; 无 for none' },
        example: '审计、财务',
      }),
      roles: choicesColumn(
        {
          zh: '可任角色',
          en: 'Roles',
          synonyms: ['角色', '巡察角色', '巡察职务', '拟任角色'],
          note: { zh: '组长、副组长、联络员、组员、巡察办主任', en: 'leader, deputy, liaison, member, director' },
          example: '副组长、组员',
        },
        roleChoices,
      ),
      rank: lineColumn({
        zh: '职务职级',
        en: 'Rank',
        synonyms: ['职务', '职级', '现任职务', '职务/职级'],
        example: '四级主任科员',
      }),
      experience: choiceColumn(
        { zh: '巡察经验', en: 'Experience', synonyms: ['经验', '巡察经历', '经验程度'], example: '骨干' },
        experienceChoices,
      ),
      languages: linesColumn({
        zh: '语言',
        en: 'Languages',
        synonyms: ['方言', '语言能力', '会讲方言'],
        example: '普通话、江汉话',
      }),
      absences: column(
        {
          zh: '不可抽调',
          en: 'Absences',
          synonyms: ['不可抽调时间', '不可用时间', '请假', '学习请假', '不能参加时间'],
          note: {
            zh: '如 2026-06-01至2026-06-20 学习；随时可以的填“无”；空着是未核',
            en: 'days; 无 when free; empty is not verified',
          },
          example: '无',
        },
        readAbsences,
      ),
      source: lineColumn({
        zh: '来源',
        en: 'Source body',
        synonyms: ['人才来源', '推荐单位', '来源单位', '系统', '来源系统', 'Source'],
        example: '审计',
      }),
      training: truthColumn({
        zh: '培养锻炼',
        en: 'Training',
        synonyms: ['是否培养锻炼', '年轻干部培养', '培养对象'],
        note: { zh: '填“是”的不能任组长，并要填带教人', en: '是 needs a mentor and is never a leader' },
        example: '否',
      }),
      mentor: lineColumn({
        zh: '带教人',
        en: 'Mentor',
        synonyms: ['导师', '带教老师', '指导人'],
        note: { zh: '带教人的编号或姓名', en: 'number or name of the mentor' },
        example: '',
      }),
      unverified: choicesColumn(
        {
          zh: '未核事项',
          en: 'Unverified',
          synonyms: ['未核', '待核事项', '待核实'],
          note: {
            zh: '写了但还没核实的：工作地、成长地、任职经历、关系、工作单位',
            en: 'facts that are written but not verified',
          },
          example: '成长地',
        },
        factChoices,
      ),
      evidence: lineColumn({
        zh: '依据',
        en: 'Evidence',
        synonyms: ['资料来源', '来源依据', '核实依据', '证明材料'],
        example: '干部档案',
      }),
      evidenceDay: dayColumn({ zh: '核实日期', en: 'Verified on', synonyms: ['核实时间', '依据日期'], example: '2026-03-01' }),
    },
  }) as const satisfies SheetDefinition

export type PeopleValues = ValuesOf<ReturnType<typeof peopleSheet>['columns']>
