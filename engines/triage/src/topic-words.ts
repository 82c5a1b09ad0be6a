// The topics of reports from villages, and the words by which each is found. Longer words come first where one holds another.

export interface Topic {
  readonly id: string
  readonly zh: string
  readonly en: string
  /** livelihood: 民生, can be put right at once; money: 资金; power: 权力运行; conduct: 作风. */
  readonly kind: 'livelihood' | 'money' | 'power' | 'conduct'
  readonly words: readonly string[]
  /** Where one would look first: a suggestion, not a finding. */
  readonly direction: { readonly zh: string; readonly en: string }
}

const look = (zh: string, en: string) => ({ zh, en })

export const TOPICS: readonly Topic[] = [
  {
    id: 'demolition-compensation',
    zh: '拆迁补偿',
    en: 'demolition compensation',
    kind: 'money',
    words: ['拆迁', '征地', '征收', '补偿', '安置房', '青苗'],
    direction: look(
      '核对补偿花名册、丈量记录与到户凭证',
      'match the roll of compensation with measurements and payments to households',
    ),
  },
  {
    id: 'school-fees',
    zh: '学校收费',
    en: 'school fees',
    kind: 'livelihood',
    words: ['学校', '中学', '小学', '幼儿园', '一卡通', '校服', '伙食费', '食堂', '学费', '家长', '补课'],
    direction: look('查收费依据、合同与家委会记录', 'look at the basis of the fee, the contract and the parents’ record'),
  },
  {
    id: 'allowances',
    zh: '低保救助',
    en: 'minimum allowances',
    kind: 'livelihood',
    words: ['低保', '五保', '救助', '困难补助', '残疾补贴', '临时救助', '优亲厚友'],
    direction: look(
      '比对评议记录、公示与对象名单',
      'match the record of assessment, the notice and the list of those who get it',
    ),
  },
  {
    id: 'farm-subsidies',
    zh: '惠农补贴',
    en: 'farm subsidies',
    kind: 'money',
    words: ['粮补', '惠农', '种粮补贴', '退耕还林', '农机补贴', '公益林', '补贴款'],
    direction: look('比对补贴发放与确权面积', 'match payments with registered areas'),
  },
  {
    id: 'collective-assets',
    zh: '集体“三资”',
    en: 'collective assets',
    kind: 'money',
    words: ['承包费', '集体资产', '集体的钱', '鱼塘', '山林', '门面', '租金', '村账', '账目', '白条', '三资'],
    direction: look('查承包合同、收款凭证与村账', 'look at leases, receipts and the village’s accounts'),
  },
  {
    id: 'works',
    zh: '工程项目',
    en: 'public works',
    kind: 'money',
    words: ['工程', '招标', '包工头', '项目款', '修路', '偷工减料', '烂尾', '验收'],
    direction: look('看招标、变更与验收，到现场核工程量', 'look at tender, changes and acceptance; measure on site'),
  },
  {
    id: 'homesteads',
    zh: '宅基地与危房',
    en: 'homesteads and unsafe houses',
    kind: 'livelihood',
    words: ['宅基地', '危房', '建房', '批地', '违建'],
    direction: look('查审批台账与危房改造名单', 'look at the book of permits and the list of repairs'),
  },
  {
    id: 'water-road-waste',
    zh: '饮水、道路、环境',
    en: 'water, roads, waste',
    kind: 'livelihood',
    words: ['自来水', '停水', '饮水', '路灯', '道路', '路坏', '垃圾', '污水', '臭味', '下水道'],
    direction: look('看现场，能立即办的立行立改', 'go and see; put right at once what can be'),
  },
  {
    id: 'insurance',
    zh: '医保与养老',
    en: 'medical and old-age insurance',
    kind: 'livelihood',
    words: ['医保', '合作医疗', '新农合', '养老金', '养老保险', '报销', '卫生室'],
    direction: look('比对缴费、报销与死亡人员名单', 'match contributions and refunds with the list of the dead'),
  },
  {
    id: 'openness',
    zh: '村务公开与选举',
    en: 'openness and elections',
    kind: 'power',
    words: ['村务公开', '不公开', '没有公布', '不公示', '选举', '拉票', '贿选', '村民代表', '四议两公开'],
    direction: look('查公开栏、会议记录与选举档案', 'look at the notice board, minutes and the file of the election'),
  },
  {
    id: 'palm-greasing',
    zh: '吃拿卡要',
    en: 'palm-greasing',
    kind: 'conduct',
    words: ['好处费', '红包', '送礼', '吃拿卡要', '请客', '烟酒', '办事要钱', '回扣'],
    direction: look('只限书记组长知悉，先核对办事记录', 'known to leader and deputy alone; first match the record of cases'),
  },
  {
    id: 'bullying',
    zh: '欺压与恶势力',
    en: 'bullying',
    kind: 'conduct',
    words: ['打人', '威胁', '恐吓', '恶霸', '霸占', '黑恶', '强占', '报复'],
    direction: look('注意保护反映人，必要时移交', 'mind the safety of whoever told it; hand over where needed'),
  },
  {
    id: 'idle-officials',
    zh: '干部作风',
    en: 'officials’ conduct',
    kind: 'conduct',
    words: ['不作为', '推诿', '态度', '找不到人', '踢皮球', '形式主义', '不管', '拖着不办', '打牌', '喝酒'],
    direction: look('看值班和办理台账，随机回访', 'look at the duty and case books; call back at random'),
  },
]
