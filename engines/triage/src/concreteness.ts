// How much of what a check needs a report says: person, time, place, fact, proof. It tells a team what to ask back for and whether people
// speak more openly under one mode than another (S0-51); a vague report is a report like any other.

export type Trait = 'person' | 'time' | 'place' | 'fact' | 'proof'

const WORDS: Readonly<Record<Trait, RegExp>> = {
  person:
    /(?:书记|主任|村长|会计|出纳|文书|组长|镇长|乡长|局长|所长|站长|校长|院长|老板|包工头|村干部|支书|委员)|(?:[赵钱孙李周吴郑王冯陈褚卫蒋沈韩杨朱秦许何吕张孔曹严金魏姜谢邹章苏潘范彭鲁马方任袁柳史唐薛雷贺汤罗毕安常于傅康余顾孟黄穆萧尹邵汪毛米戴宋庞熊纪舒项祝董梁杜阮蓝季贾路江童郭梅盛林钟徐邱骆高夏蔡田樊胡凌霍万管卢丁邓洪包左石崔龚程陆段侯武刘景龙叶白蒲赖谭申冉桑桂牛曾关阳沙][某]{1,2})/u,
  time: /(?:\d{4}|二[〇零○][\d〇零○一二三四五六七八九]{2})年|[\d一二三四五六七八九十]{1,3}月(?:份|\d|[一二三四五六七八九十]|底|初|里)?|今年|去年|前年|上个?月|本月|昨天|前天|上周|春节|中秋|开学|[\d一二三四五六七八九十几]{1,3}(?:天|个月|年)(?:前|来|没|未|了)/u,
  place:
    /[一-龥]{1,3}(?:村(?!民|里|干|支|长|委|务|账|组?长)|镇(?!长|里)|乡(?!长|亲)|小区|社区|组(?!长|员|织)|屯|寨|湾|沟|桥(?!梁)|学校|中学|小学|医院|卫生室|市场)|村口|村部|村东|村西|村南|村北|(?:路|街)\d{1,4}号|鱼塘|食堂/u,
  fact: /没有?(?:发|给|公布|公开|到账|入账|兑现|修)|未(?:发|给|公布|公开|到账|入账|兑现)|(?:截留|挪用|侵占|私分|克扣|虚报|冒领|套取|占用|强占|霸占|拖欠|索要|收了|收取|多收|少给|少发|少量|卖了|砍了|打了|骂|送了|更换|换成|停了|(?<!太)坏了|漏水|塌)|\d+(?:\.\d+)?(?:元|块|万|亩|平方|斤|户)/u,
  proof: /照片|拍了|录音|录像|视频|收据|发票|合同|存单|账本|流水|转账记录|截图|证人|证据|凭证|名单|作证|亲眼/u,
}

export interface Concreteness {
  /** 0 to 5: how many of the five it says. */
  readonly score: number
  /** The words on which each rests; null: it does not say. An attachment counts as proof. */
  readonly said: Readonly<Record<Trait, string | null>>
}

/** What of the five a text says. Found by words: a person reads the text, and may see more. */
export function concretenessOf(text: string, { hasAttachment }: { readonly hasAttachment: boolean }): Concreteness {
  const find = (trait: Trait) => WORDS[trait].exec(text)?.[0] ?? null
  const said = {
    person: find('person'),
    time: find('time'),
    place: find('place'),
    fact: find('fact'),
    proof: find('proof') ?? (hasAttachment ? '附件' : null),
  }
  return { score: Object.values(said).filter((words) => words !== null).length, said }
}

export interface ModeMean {
  readonly mode: string
  readonly reports: number
  /** The mean of 0 to 5 over them. */
  readonly mean: number
}

/** The mean of each mode, in the order in which the modes first come; every report counts once. */
export function meansByMode(items: readonly { readonly mode: string; readonly score: number }[]): readonly ModeMean[] {
  return [...new Set(items.map(({ mode }) => mode))].map((mode) => {
    const scores = items.filter((item) => item.mode === mode).map(({ score }) => score)
    return { mode, reports: scores.length, mean: scores.reduce((sum, score) => sum + score, 0) / scores.length }
  })
}
