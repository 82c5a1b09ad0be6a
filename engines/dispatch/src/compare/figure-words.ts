// Every figure with its unit and definition: shown beside it wherever it is shown.
import type { FigureName, Words } from './comparison.ts'

interface FigureWords extends Words {
  readonly unit: Words
  /** Which way is better; null = neither. */
  readonly better: 'less' | 'more' | null
  readonly means: Words
}

const PERMILLE = { zh: '‰人', en: '‰ of an insider' }
const PAIRS = { zh: '对', en: 'pairs' }
const PEOPLE = { zh: '人', en: 'people' }
const KM = { zh: '人·公里', en: 'person-km' }
const FEN = { zh: '分', en: 'fen' }
const ROUNDS = { zh: '轮', en: 'rounds' }

function figure(
  zh: string,
  en: string,
  unit: Words,
  better: FigureWords['better'],
  meansZh: string,
  meansEn: string,
): FigureWords {
  return { zh, en, unit, better, means: { zh: meansZh, en: meansEn } }
}

const borne = (zh: string, en: string): FigureWords =>
  figure(
    `${zh}承担的路程`,
    `travel borne by the ${en}`,
    KM,
    'less',
    `单程人公里中由${zh}承担的部分。轮换、帮扶算派出地，统配、分散算组织方，提级的组长算组织方，本地算被巡察地；另有规定的以给出的为准`,
    `one-way person-kilometres that the ${en} bears: rotation and pairing are the sending side's, pooled and scattered the commissioning body's, so is an elevated leader, local is the host's; unless the office says otherwise`,
  )

const cost = (zh: string, en: string): FigureWords =>
  figure(
    `${zh}承担的费用`,
    `cost borne by the ${en}`,
    FEN,
    'less',
    '往返公里×每公里费用+在外人天×每天费用；在外人天=本轮天数×工作地不在被巡察地的人数',
    'kilometres there and back at the given rate, and days away (days of the round × people not at home) at the given rate',
  )

export const FIGURE_WORDS: Readonly<Record<FigureName, FigureWords>> = {
  worstExposure: figure(
    '最大熟人暴露',
    'worst exposure',
    PERMILLE,
    'less',
    '各组中最大的：组员预计认识被巡察班子成员的人数，按至多三步的最强关系链',
    'the largest over the teams: insiders that members are expected to know over the strongest path of at most three ties',
  ),
  totalExposure: figure('熟人暴露合计', 'total exposure', PERMILLE, 'less', '各组暴露之和', 'the sum over the teams'),
  barsBroken: figure(
    '违反回避的人次',
    'seats against a bar',
    PAIRS,
    'less',
    '计划中按本轮回避规则本应回避的“人员—对象”对数',
    'person–target pairs of the plan that the rules of the round bar',
  ),
  barredPairs: figure(
    '应回避',
    'recusals',
    PAIRS,
    null,
    '按本轮回避规则应回避的“人员—对象”对数；本地只计同一地区的',
    'person–target pairs that are barred; for local, of those in one region',
  ),
  consideredPairs: figure(
    '共审查',
    'pairs examined',
    PAIRS,
    null,
    '可用人员×对象；本地只计同一地区的',
    'available people × targets; for local, those in one region',
  ),
  fewestEligible: figure(
    '可选人数（最少的组）',
    'people to choose from, scarcest team',
    PEOPLE,
    'more',
    '对组内全部对象都不需回避、且方式允许进组的可用人数，取最少的组',
    'available people whom no bar and no rule of the mode keeps from any target of the team; the team with fewest',
  ),
  medianEligible: figure(
    '可选人数（中位组）',
    'people to choose from, median team',
    PEOPLE,
    'more',
    '同上，取中位数',
    'the same, for the median team',
  ),
  unverified: figure(
    '用到的未核事实',
    'unverified facts used',
    { zh: '项', en: 'facts' },
    'less',
    '计划中人员缺失或未核、而规则要读的事实项数',
    'facts about people of the plan that a rule reads and nobody has verified',
  ),
  travel: figure('路程合计', 'travel', KM, 'less', '全体组员单程公里之和', 'one-way kilometres of all members'),
  farthest: figure(
    '最远一人',
    'farthest journey',
    { zh: '公里', en: 'km' },
    'less',
    '单程最远的组员',
    'the longest one-way journey of a member',
  ),
  travelSending: borne('派出地', 'sending side'),
  travelHost: borne('被巡察地', 'host'),
  travelCommissioning: borne('组织方', 'commissioning body'),
  costSending: cost('派出地', 'sending side'),
  costHost: cost('被巡察地', 'host'),
  costCommissioning: cost('组织方', 'commissioning body'),
  largestPair: figure(
    '最易被猜中的一对',
    'likeliest pair',
    { zh: '‰', en: '‰' },
    'less',
    '任一“人员—对象”对入选的最大概率；不抽签只有一份计划，必然选中',
    'the largest probability of any person–target pair; a single plan without a draw is certain',
  ),
  rounds: figure(
    '可持续轮次',
    'rounds that can follow',
    ROUNDS,
    'more',
    '按本轮规则还能排几轮。轮换为构造并计数的；其他方式为上限：连续k轮每人至多去min(k，可去地区)次，总人次须够k轮的席位',
    'rounds under the rules of this one. Rotation: constructed and counted. Others: an upper bound, by counting that nobody serves more often in k rounds than min(k, regions open to him) and that the seats of k rounds must be filled',
  ),
  strictRounds: figure(
    '不重复不反转的轮次',
    'rounds without repeat or reversal',
    ROUNDS,
    'more',
    '任何一对都不重复、不反转时的轮次，至多⌊(n−1)/2⌋，各片区取最少；只有轮换有',
    'rounds in which no pair ever repeats or reverses, at most ⌊(n−1)/2⌋, of the zone with fewest; rotation only',
  ),
}
