// Invented people: common surnames with given names put together at random. A name is used once in one example.
import type { Random } from './random.ts'

export type Sex = 'male' | 'female'

const SURNAMES =
  '王王王李李李张张张刘刘陈陈杨杨黄赵吴周徐孙马朱胡郭何高林罗郑梁谢宋唐许韩冯邓曹彭曾肖田董袁潘于蒋蔡余杜叶程苏魏吕丁任沈姚卢姜崔钟谭陆汪范金石廖贾夏韦付方白邹孟熊秦邱江尹薛闫段雷侯龙史陶黎贺顾毛郝龚邵万钱严覃武戴莫孔向汤'
const MALE =
  '建国志明德远承平继祥立松克勤永康文斌少华学军兆丰启宏景川守义长林庆生世海振东家栋绍云培根怀仁同舟以恒云峰书航子昂正阳泽宇俊逸'
const FEMALE = '秀兰桂芳雪梅丽华玉珍春燕晓琴文静慧敏淑贞美玲思佳若琳婉清雅芝月娥红霞彩云凤英素芬巧珍佩瑶锦绣映雪明珠如意'
const TIBETAN_FIRST = [
  '泽仁',
  '降央',
  '洛桑',
  '格桑',
  '次仁',
  '丹真',
  '阿旺',
  '扎西',
  '仁青',
  '罗尔',
  '尼玛',
  '四郎',
  '达瓦',
  '巴登',
  '土登',
  '贡布',
  '索朗',
  '嘎玛',
  '邓真',
  '色郎',
  '斯郎',
  '益西',
  '根秋',
  '白玛',
  '多吉',
  '俄色',
]
const TIBETAN_LAST: Record<Sex, readonly string[]> = {
  male: [
    '多吉',
    '邓珠',
    '尼玛',
    '曲批',
    '彭措',
    '旺堆',
    '扎巴',
    '泽郎',
    '绒布',
    '降泽',
    '郎加',
    '俄热',
    '让布',
    '尼克',
    '达吉',
    '珠扎',
    '罗布',
    '旺姐',
    '江措',
    '平措',
  ],
  female: [
    '拉姆',
    '卓玛',
    '曲措',
    '央金',
    '志玛',
    '初措',
    '麦朵',
    '翁姆',
    '拉初',
    '曲珍',
    '白珍',
    '泽措',
    '仁措',
    '央宗',
    '德吉',
    '甲姆',
    '志措',
  ],
}
const YI_FIRST = [
  '吉木',
  '阿硕',
  '勒格',
  '曲木',
  '马海',
  '俄木',
  '沙马',
  '吉火',
  '阿约',
  '比布',
  '安曲',
  '苏呷',
  '阿的',
  '莫色',
  '阿尔',
  '尔古',
  '俄地',
  '格几',
  '金古',
  '立立',
  '贾巴',
  '海来',
  '布吉',
  '的日',
]
const YI_LAST: Record<Sex, readonly string[]> = {
  male: [
    '木呷',
    '拉日',
    '日火',
    '尔且',
    '达铁',
    '伍合',
    '克哈',
    '古体',
    '拉且',
    '石则',
    '木乃',
    '尔布',
    '阿且',
    '友古',
    '曲者',
    '史布',
    '木沙',
    '达曲',
  ],
  female: [
    '伍牛',
    '阿果',
    '么色',
    '阿呷',
    '尔作',
    '石洗',
    '金牛',
    '拉作',
    '友作',
    '阿牛',
    '衣古',
    '史洗',
    '尔西',
    '日作',
    '各各',
    '阿依',
    '曲作',
    '么牛',
  ],
}

/** Names that chance could make and that readers would take for somebody they know. */
const WELL_KNOWN =
  '李长春 胡启立 王兆国 韩正 何立峰 袁家军 陈文清 董军 周永康 王立军 王东峰 刘振立 张志军 李建国 陈建国 王国生 朱德 陈云 彭德怀 马云 姚明 刘德华 郭永怀 黎明 王明 李德 徐海东 李德生 刘华清 刘志军 罗志军 王建军 王学军'
const TRIES = 5000

export type NameStyle = 'han' | 'tibetan' | 'yi'
export type Naming = (sex: Sex, style?: NameStyle) => string

/** Names for one example. */
export function naming(random: Random): Naming {
  const used = new Set(WELL_KNOWN.split(' '))
  const invent = (sex: Sex, style: NameStyle): string => {
    if (style === 'tibetan') return random.pick(TIBETAN_FIRST) + random.pick(TIBETAN_LAST[sex])
    if (style === 'yi') return random.pick(YI_FIRST) + random.pick(YI_LAST[sex])
    const letters = [...(sex === 'male' ? MALE : FEMALE)]
    const given = random.chance(160) ? random.pick(letters) : random.sample(letters, 2).join('')
    return random.pick([...SURNAMES]) + given
  }
  return (sex, style = 'han') => {
    for (let tried = 0; tried < TRIES; tried += 1) {
      const name = invent(sex, style)
      if (used.has(name)) continue
      used.add(name)
      return name
    }
    throw new Error(`no ${style} names left for ${sex}`)
  }
}
