import type { Medium } from '@shengmian/contract'
import type { Report } from '@shengmian/sealing'
import type { MarkKind, ThreadFault, Trait } from '@shengmian/triage'
import type { Text } from '../../lib/language.tsx'

export const opened = {
  village: { zh: '村', en: 'Village' },
  noVillage: { zh: '未注明', en: 'not said' },
  channel: { zh: '来源', en: 'By' },
  lives: { zh: '反映人', en: 'Reporter' },
  category: { zh: '自选类别', en: 'Own category' },
  poster: { zh: '张贴码', en: 'Poster' },
  card: { zh: '卡码', en: 'Household card' },
  rating: { zh: '对办理的评价', en: 'Rating' },
  answers: { zh: '问卷', en: 'Questionnaire' },
  named: { zh: '署名', en: 'Named' },
  anonymous: { zh: '未署名', en: 'Anonymous' },
  openName: { zh: '启封姓名', en: 'Open the name' },
  nameWhy: {
    zh: '姓名另封，要用姓名钥打开。谁、为什么启封，先记入办理记录；姓名只在本页显示，不上传。',
    en: 'The name is sealed apart, to the custodian’s key. Who opens it and why is written down first; it is shown on this page alone.',
  },
  nameKey: { zh: '姓名钥文件', en: 'Custodian’s key file' },
  nameFails: { zh: '这把钥匙打不开姓名，或姓名不属于这件', en: 'The name does not open with this key, or belongs elsewhere' },
  topics: { zh: '可能的方向', en: 'Possible direction' },
  topicsWhy: { zh: '按用词归类，仅供参考，由人决定：', en: 'By the words used; a suggestion, a person decides:' },
  noTopic: { zh: '没有归类用词', en: 'no word of a topic' },
  concrete: { zh: '具体程度 {n}／5', en: 'Concreteness {n}/5' },
  concreteWhy: {
    zh: '人、时、地、事、据各算一点；用来想起该追问什么，不作取舍依据。',
    en: 'One each for person, time, place, fact, proof: what to ask back for, never a ground to refuse.',
  },
  photos: { zh: '照片和语音', en: 'Photos and voice' },
  openFile: { zh: '打开{what}', en: 'Open {what}' },
  photo: { zh: '照片{n}', en: 'photo {n}' },
  voice: { zh: '语音{n}', en: 'voice {n}' },
  play: { zh: '播放', en: 'Play' },
  stop: { zh: '停', en: 'Stop' },
  fileFails: { zh: '附件打不开或与来件所说不符，不予采信', en: 'The attachment does not open or is not what the report says' },
  fileUndecodable: {
    zh: '附件没有被改动，但本浏览器解不出这种格式；可在离线机上用 age 打开',
    en: 'It is unchanged, but this browser cannot decode it; open it with age on an offline machine',
  },
  thread: { zh: '同一人的来件', en: 'From the same reporter' },
  stages: { zh: '办理进度', en: 'Progress' },
  received: { zh: '收件', en: 'Received' },
  classified: { zh: '归类', en: 'Sorted' },
  decided: { zh: '决定', en: 'Decided' },
  foundTrue: { zh: '核实', en: 'Checked' },
  ordered: { zh: '立行立改', en: 'Ordered' },
  unitAnswered: { zh: '单位答复', en: 'Unit answered' },
  verified: { zh: '验收', en: 'Verified' },
  answered: { zh: '答复', en: 'Answered' },
  reply: { zh: '答复反映人', en: 'Answer the reporter' },
  replyWhy: {
    zh: '在本机密封并签名，只有凭查询码能读。不要写出反映人的身份。',
    en: 'Sealed and signed here; only the receipt opens it. Do not write who the reporter is.',
  },
  send: { zh: '密封并寄出', en: 'Seal and send' },
  sent: { zh: '已寄出，第{n}次答复', en: 'Sent, reply {n}' },
  tellNumber: { zh: '附上受理编号 {number}', en: 'with the number {number}' },
  replies: { zh: '已有答复', en: 'Replies so far' },
  ownReply: { zh: '第{n}次，{day}', en: '{n}, {day}' },
  otherReply: { zh: '用别的钥匙封的，本页读不出', en: 'sealed under other keys; not readable here' },
  noReplyKey: {
    zh: '没有答复钥匙，或它不在已公布的钥匙单里，不能答复',
    en: 'No reply key, or it is not in a published manifest: no answer is possible',
  },
  replyLong: { zh: '答复过长', en: 'The reply is too long' },
  refer: { zh: '移交节录', en: 'Hand a text on' },
  referWhy: {
    zh: '只移交涂黑后的文字，原件不动。规则先涂一遍；点黑条可取消，选中文字可加涂。',
    en: 'Only the blacked-out text goes on; the original stays sealed. Rules black out first; press a bar to undo, select text to add.',
  },
  blacken: { zh: '涂黑选中文字', en: 'Black out what is selected' },
  undo: { zh: '取消涂黑：{words}', en: 'Undo: {words}' },
  preview: { zh: '移交出去的文字', en: 'The text that goes on' },
  to: { zh: '移交给', en: 'To' },
  toLeads: { zh: '案件监督管理室（问题线索）', en: 'case management (a lead)' },
  toDepartment: { zh: '有关部门', en: 'a department' },
  department: { zh: '部门名称', en: 'Department' },
  checked: { zh: '已通读，看不出是谁反映的', en: 'I read it through: it does not show who told it' },
  hand: { zh: '登记并移交', en: 'Log and hand on' },
  handed: { zh: '已登记。请把文字交给{to}：', en: 'Logged. Hand the text to {to}:' },
  save: { zh: '存为文本', en: 'Save as text' },
  similar: { zh: '{n}件相似', en: '{n} similar' },
  share: { zh: '与上件相同{share}', en: '{share} the same' },
  phrases: { zh: '相同文字：', en: 'The same words: ' },
  cards: { zh: '已打开的反映', en: 'Opened reports' },
  cardsWhy: {
    zh: '以下只从本机已打开的{n}件算出，不上传；数目只说明有多少人说，不说明是否属实。',
    en: 'Worked out here from the {n} that are open, and not sent; a number says how many say so, not whether it is true.',
  },
  nothingOpen: { zh: '还没有打开来件', en: 'Nothing is open yet' },
  nothingOpenWhy: {
    zh: '打开来件后，相似的并成一张，按主题、村和周归类。',
    en: 'Once reports are open, similar ones become one card, sorted by topic, village and week.',
  },
  topicRank: { zh: '主题', en: 'Topics' },
  count: { zh: '件数', en: 'Reports' },
  direction: { zh: '建议先看', en: 'Where to look first' },
  villages: { zh: '各村件数', en: 'By village' },
  noCode: { zh: '没有扫码', en: 'without a code' },
  hidden: { zh: '少于5件不显示', en: 'under 5, hidden' },
  villagesWhy: {
    zh: '反映没说村的，按所扫的码归村。少于5件的不显示；能从合计倒推时，连同次少的一起隐去。',
    en: 'Where a report names no village, its printed code does. Cells under 5 are hidden, and the next larger with them where the total would tell.',
  },
  trust: { zh: '群众信任（按周）', en: 'Trust by week' },
  week: { zh: '第{n}周', en: 'Week {n}' },
  weeks: { zh: '进驻周', en: 'Week' },
  visits: { zh: '来访', en: 'Visits' },
  households: { zh: '新增户', en: 'New households' },
  shareNamed: { zh: '署名占比', en: 'Share named' },
  trustWhy: {
    zh: '首次反映按收到日期计，来访为组员代记的走访来访；新增户为带有效卡码、先前没反映过的户，没填卡码的不在内，所以是“至少这么多户”；署名占比＝署名件数÷反映件数。进驻前的并入第1周；列最近8周。',
    en: 'First messages by day received; visits as inspectors wrote them down; new households gave a valid card not used before, so there are at least so many; share = named ÷ reports. What came before the stay counts in week 1; the last 8 weeks are listed.',
  },
  means: { zh: '平均具体程度', en: 'Mean concreteness' },
  meansWhy: {
    zh: '首次反映的人、时、地、事、据得分（0–5）之和÷件数，按组织方式。',
    en: 'Sum of scores (0–5) ÷ reports, by mode of the round.',
  },
  mode: { zh: '组织方式', en: 'Mode' },
} satisfies Record<string, Text>

export const printed: Readonly<Record<Medium, Text>> = {
  poster: { zh: '海报', en: 'poster' },
  sheet: { zh: '宣传页', en: 'sheet' },
  card: { zh: '明白卡', en: 'card' },
  group: { zh: '微信群', en: 'group text' },
}
export const channels: Readonly<Record<Report['channel'], Text>> = {
  page: { zh: '扫码反映', en: 'the page' },
  letter: { zh: '来信', en: 'a letter' },
  visit: { zh: '来访', en: 'a visit' },
  call: { zh: '来电', en: 'a call' },
  box: { zh: '意见箱', en: 'the box' },
}
export const living: Readonly<Record<'here' | 'away', Text>> = {
  here: { zh: '在村', en: 'in the village' },
  away: { zh: '在外', en: 'away' },
}
export const ratings: Readonly<Record<NonNullable<Report['rating']>, Text>> = {
  done: { zh: '已办好', en: 'done' },
  half: { zh: '办了一半', en: 'half done' },
  none: { zh: '没有办', en: 'not done' },
  unclear: { zh: '说不清', en: 'unclear' },
}
export const traits: Readonly<Record<Trait, Text>> = {
  person: { zh: '人', en: 'person' },
  time: { zh: '时', en: 'time' },
  place: { zh: '地', en: 'place' },
  fact: { zh: '事', en: 'fact' },
  proof: { zh: '据', en: 'proof' },
}
export const kinds = {
  livelihood: { zh: '民生', en: 'livelihood' },
  money: { zh: '资金', en: 'money' },
  power: { zh: '权力', en: 'power' },
  conduct: { zh: '作风', en: 'conduct' },
} satisfies Record<string, Text>
export const threadFaults: Readonly<Record<ThreadFault, Text>> = {
  missing: { zh: '前面还有没打开或没收到的', en: 'one before is not open or did not come' },
  forked: { zh: '两件用了同一序号', en: 'two bear one number' },
  'not-linked': { zh: '与前一件接不上', en: 'it does not follow the one before' },
}
export const markKinds: Readonly<Record<MarkKind, Text>> = {
  phone: { zh: '电话', en: 'phone' },
  identity: { zh: '证件号', en: 'identity number' },
  account: { zh: '账号', en: 'account' },
  plate: { zh: '车牌', en: 'plate' },
  name: { zh: '姓名', en: 'name' },
  place: { zh: '地点', en: 'place' },
  hand: { zh: '手工', en: 'by hand' },
}
