// What must not travel with a text that is handed on: numbers, names, places. Found by rule, corrected by hand; it marks too much rather
// than too little, since a mark is taken away with one press and a name that has gone out is not.

export type MarkKind = 'phone' | 'identity' | 'account' | 'plate' | 'name' | 'place' | 'hand'

export interface Mark {
  /** Code units, end excluded. */
  readonly from: number
  readonly to: number
  readonly kind: MarkKind
}

const SURNAMES =
  '赵钱孙李周吴郑王冯陈褚卫蒋沈韩杨朱秦许何吕张孔曹严金魏陶姜谢邹窦章云苏潘葛范彭鲁韦马方俞任袁柳鲍史唐费岑薛雷贺倪汤滕殷罗毕郝邬安常于傅康余顾孟黄穆萧尹姚邵汪祁毛米戴宋庞熊纪舒屈项祝董梁杜阮蓝季贾路江童颜郭梅盛林刁钟徐邱骆高夏蔡田樊胡凌霍万柯管卢莫丁邓洪包左石崔吉龚程邢陆翁段焦侯全班秋仲宫宁仇甘武符刘景詹龙叶黎白蒲赖卓蔺屠池乔谭申冉桑桂牛尚温庄晏柴瞿阎连习艾向古易廖耿匡欧沃曾沙关荆游权盖益桓岳兰'
const HAN = '[一-龥]'
const ROLES =
  '书记|主任|村长|会计|出纳|文书|组长|镇长|乡长|局长|所长|站长|校长|院长|老师|医生|老板|支书|委员|家|的儿子|的老婆|的妻子|的弟弟|的哥哥|说|收|拿|打|占|住|他|同志|先生|女士'

const RULES: readonly (readonly [MarkKind, RegExp])[] = [
  ['identity', /(?<!\d)\d{17}[\dXx](?![\dXx])|(?<!\d)\d{15}(?!\d)/gu],
  ['account', /(?<!\d)\d{4}(?:[ -]?\d{4}){2,3}[ -]?\d{1,4}(?!\d)/gu],
  ['phone', /(?<!\d)1[3-9]\d(?:[ -]?\d{4}){2}(?!\d)|(?<!\d)0\d{2,3}[- ]?\d{7,8}(?!\d)/gu],
  ['plate', /[京津沪渝冀豫云辽黑湘皖鲁新苏浙赣鄂桂甘晋蒙陕吉闽贵粤青藏川宁琼][A-Z][·.]?[A-Z\d]{5,6}/gu],
  // A surname and one or two characters before a word that follows names, or after one that goes before them.
  ['name', new RegExp(`[${SURNAMES}](?:某{1,2}|${HAN}{1,2}?)(?=${ROLES})`, 'gu')],
  ['name', new RegExp(`(?<=叫|名叫|姓名[:：是为]?|我是|书记|主任|会计|组长|村长|支书|校长)[${SURNAMES}]${HAN}{1,2}`, 'gu')],
  ['name', new RegExp(`[${SURNAMES}]某{1,2}`, 'gu')],
  [
    'place',
    new RegExp(`${HAN}{2,4}(?:村|镇|乡|社区|小区|屯|寨|湾)(?:[\\d一二三四五六七八九十]{1,3}组)?(?![民里长委干支务账])`, 'gu'),
  ],
  ['place', new RegExp(`${HAN}{2,4}(?:路|街|巷)\\d{1,4}号(?:\\d{1,3}(?:栋|幢|单元|室))*`, 'gu')],
]

/** What the rules would black out, in order and without overlap. */
export function marksOf(text: string): readonly Mark[] {
  const found = RULES.flatMap(([kind, rule]) =>
    [...text.matchAll(rule)].map((match) => ({ kind, from: match.index, to: match.index + match[0].length })),
  )
  // A name that was found once is blacked out wherever it stands.
  const names = new Set(found.filter(({ kind }) => kind === 'name').map(({ from, to }) => text.slice(from, to)))
  const again = [...names].filter((name) => name.length > 1).flatMap((name) => occurrencesOf(text, name, 'name'))
  return apart([...found, ...again])
}

/** Every place where some words stand: what is marked by hand once is marked everywhere. */
export function occurrencesOf(text: string, words: string, kind: MarkKind = 'hand'): readonly Mark[] {
  if (words === '') return []
  const marks: Mark[] = []
  for (let from = text.indexOf(words); from !== -1; from = text.indexOf(words, from + words.length))
    marks.push({ from, to: from + words.length, kind })
  return marks
}

const BLACK = '■■■'

/** The text with every mark blacked out; all bars are of one length, so that a name's is not to be read from it. */
export function redact(text: string, marks: readonly Mark[]): string {
  let at = 0
  let out = ''
  for (const { from, to } of apart(marks)) {
    out += text.slice(at, from) + BLACK
    at = to
  }
  return out + text.slice(at)
}

/** In order; overlapping ones become one, which keeps the kind of the earlier. */
function apart(marks: readonly Mark[]): readonly Mark[] {
  const joined: Mark[] = []
  for (const mark of [...marks].sort((a, b) => a.from - b.from || b.to - a.to)) {
    const last = joined.at(-1)
    if (last === undefined || mark.from >= last.to) joined.push(mark)
    else if (mark.to > last.to) joined[joined.length - 1] = { ...last, to: mark.to }
  }
  return joined
}
