import type { Person, Tie, Unit } from '@shengmian/contract'
import type { Text } from '../../lib/language.tsx'

export const unitKinds: Readonly<Record<Unit['kind'], Text>> = {
  village: { zh: '村', en: 'Village' },
  community: { zh: '社区', en: 'Community' },
  township: { zh: '乡镇（街道）党委', en: 'Town committee' },
  bureau: { zh: '部门', en: 'Bureau' },
  school: { zh: '学校', en: 'School' },
  hospital: { zh: '医院', en: 'Hospital' },
  other: { zh: '其他', en: 'Other' },
}

export const unitClasses: Readonly<Record<NonNullable<Unit['class']>, Text>> = {
  exemplary: { zh: '典型示范', en: 'Exemplary' },
  ordinary: { zh: '一般中等', en: 'Ordinary' },
  lagging: { zh: '后进', en: 'Lagging' },
}

export const personRoles: Readonly<Record<Person['roles'][number], Text>> = {
  director: { zh: '巡察办主任', en: 'Office director' },
  leader: { zh: '组长', en: 'Leader' },
  deputy: { zh: '副组长', en: 'Deputy' },
  liaison: { zh: '联络员', en: 'Liaison' },
  member: { zh: '组员', en: 'Member' },
}

export const experiences: Readonly<Record<NonNullable<Person['experience']>, Text>> = {
  senior: { zh: '骨干', en: 'Senior' },
  ordinary: { zh: '一般', en: 'Ordinary' },
  newcomer: { zh: '新手', en: 'Newcomer' },
}

export const personStates: Readonly<Record<Person['state'], Text>> = {
  in: { zh: '在库', en: 'In the pool' },
  'on-duty': { zh: '在岗', en: 'On duty' },
  out: { zh: '出库', en: 'Out' },
}

export const facts: Readonly<Record<Person['unverified'][number], Text>> = {
  home: { zh: '工作地', en: 'Home' },
  native: { zh: '籍贯', en: 'Native place' },
  postings: { zh: '任职经历', en: 'Postings' },
  ties: { zh: '关系', en: 'Ties' },
  unit: { zh: '所在单位', en: 'Unit' },
}

export const tieClasses: Readonly<Record<Tie['class'], Text>> = {
  interest: { zh: '人情利益', en: 'Favour, interest' },
  kinship: { zh: '亲属', en: 'Kinship' },
  friendship: { zh: '同学朋友', en: 'Friendship' },
}

export const tieReviews: Readonly<Record<Tie['review'], Text>> = {
  declared: { zh: '已申报，待核', en: 'Declared' },
  confirmed: { zh: '已核实', en: 'Confirmed' },
  refuted: { zh: '已否定', en: 'Refuted' },
}

/** The sources that the product writes itself; any other is an office's own text. */
export const tieSources: Readonly<Record<'self' | 'office' | 'unit', Text>> = {
  self: { zh: '本人申报', en: 'declared by himself' },
  office: { zh: '巡察办核实', en: 'found by the office' },
  unit: { zh: '被巡察单位提出', en: 'raised by the unit' },
}

export function tieSource(source: string): Text {
  return Object.hasOwn(tieSources, source) ? tieSources[source as keyof typeof tieSources] : { zh: source, en: source }
}
