import type { Verdict } from '@shengmian/contract'
import type { ReportRefusal } from '@shengmian/sealing'
import type { Text } from '../../lib/language.tsx'
import type { KeyFault } from './key-files.ts'

export const texts = {
  title: { zh: '收件箱', en: 'Inbox' },
  desk: { zh: '收件点', en: 'Desk' },
  until: { zh: '收到 {day} 止', en: 'open until {day}' },
  noDesk: { zh: '本轮没有开收件点', en: 'This round has no desk for reports' },
  noDeskWhy: {
    zh: '收件点在钥匙仪式之后开。开了以后，群众扫码反映的密封件在这里列出；没有派遣令的人看不到。',
    en: 'A desk opens after the key ceremony. Sealed reports are then listed here, to those under an order in force.',
  },
  sealed: { zh: '来件', en: 'Received' },
  triage: { zh: '归类', en: 'Triage' },
  book: { zh: '受理登记', en: 'Book' },
  log: { zh: '办理记录', en: 'Log' },
  usual: { zh: '正常', en: 'Usual' },
  slow: { zh: '突发涌入', en: 'Flood' },
  all: { zh: '全部', en: 'All' },
  undecided: { zh: '待决定', en: 'Undecided' },
  none: { zh: '还没有来件', en: 'Nothing has come yet' },
  noneWhy: {
    zh: '密封件寄到后随机延后、打乱先后，再列在这里。服务器只知道编号、日期和大小档，打不开内容。',
    en: 'Sealed reports are listed here after a random delay and in random order. The server knows number, day and size class, and cannot open them.',
  },
  noneSlow: { zh: '没有突发涌入的来件', en: 'Nothing came in a flood' },
  noneUndecided: { zh: '看过的来件都已决定', en: 'All that were looked through are decided' },
  number: { zh: '编号', en: 'No.' },
  no: { zh: '第{n}号', en: 'No. {n}' },
  day: { zh: '收到日期', en: 'Day' },
  belongs: { zh: '同一查询码', en: 'Same receipt' },
  belongsTo: { zh: '续第{n}号', en: 'follows no. {n}' },
  messages: { zh: '共{n}件', en: '{n} messages' },
  many: { zh: '100件以上', en: '100 or more' },
  size: { zh: '大小档', en: 'Class' },
  attachments: { zh: '{n}个附件', en: '{n} attachments' },
  replies: { zh: '答复', en: 'Replies' },
  state: { zh: '决定', en: 'Decision' },
  waits: { zh: '待决定', en: 'waits' },
  open: { zh: '打开', en: 'Open' },
  show: { zh: '查看', en: 'Show' },
  isOpen: { zh: '已打开', en: 'open' },
  tally: { zh: '受理{accepted}件／共{reports}件', en: '{accepted} of {reports} accepted' },
  tallyRest: {
    zh: '转办{redirected}，不予受理{declined}，待决定{undecided}',
    en: '{redirected} redirected, {declined} declined, {undecided} undecided',
  },
  tallyWhy: {
    zh: '一个查询码算一件，同一查询码以后补充的不另计（共收到{messages}个密封件）；一件多次决定的，以最后一次为准。',
    en: 'One receipt is one report, later messages under it are not counted again ({messages} sealed messages came); of several decisions on one the last counts.',
  },
  officeOnly: { zh: '巡察办只看数字和决定', en: 'The office sees figures and decisions' },
  officeOnlyWhy: {
    zh: '密封件只交给持本轮有效派遣令的组员，在他自己的设备上打开。',
    en: 'Sealed reports are handed to members under an order in force alone, who open them on their own devices.',
  },
  keyTitle: { zh: '先放入本组的钥匙', en: 'First put in the team’s key' },
  keyWhy: {
    zh: '钥匙只留在本页内存里：锁屏、离开本页、十分钟无操作即忘掉。打开的内容不上传、不保存。',
    en: 'The key stays in the memory of this page: it is forgotten when the screen locks, the page is left, or after ten idle minutes. What is opened is neither sent nor kept.',
  },
  keyFile: { zh: '钥匙文件', en: 'Key file' },
  keyFileHint: {
    zh: '仪式上发给本组的文件（.age 或 .key）；要答复的，连同答复钥匙一起选。',
    en: 'The files given to the team at the ceremony (.age or .key); with the reply key where you will answer.',
  },
  chooseKey: { zh: '选择文件', en: 'Choose files' },
  chosen: { zh: '已选：{names}', en: 'Chosen: {names}' },
  passphrase: { zh: '钥匙口令', en: 'Passphrase of the key' },
  useKey: { zh: '放入钥匙', en: 'Put in the key' },
  opening: { zh: '正在解开钥匙，约需数秒', en: 'Opening the key, some seconds' },
  keyIn: { zh: '钥匙在本页内存中', en: 'The key is in memory' },
  keyReadOnly: { zh: '未放答复钥匙，只能看不能答复', en: 'No reply key: reading only' },
  sealKey: { zh: '用通行密钥保存', en: 'Keep under a passkey' },
  passkeyHint: { zh: '用通行密钥保存的文件不填口令', en: 'None for a file kept under a passkey' },
  addKey: { zh: '再放一把', en: 'Add a key' },
  forget: { zh: '忘掉钥匙', en: 'Forget the key' },
  logged: {
    zh: '每打开一件，服务器记下谁在何时取走；不能成批打开。',
    en: 'Each one that is taken is logged with who and when; they are not opened in bulk.',
  },
  pick: { zh: '从来件里打开一件', en: 'Open one from the list' },
  cancel: { zh: '取消', en: 'Cancel' },
  reason: { zh: '理由', en: 'Reason' },
  decide: { zh: '作出决定', en: 'Decide' },
  decideAgain: { zh: '重新决定', en: 'Decide again' },
  decideWhy: {
    zh: '编号由系统依次给出，记入受理登记，不能涂改；再次决定另记一行，以后一次为准。',
    en: 'The number is the next of the book, which is never changed; a later decision is a further line and counts.',
  },
  needAddressee: { zh: '写明转给哪里', en: 'Say where it goes' },
  addressee: { zh: '转给谁', en: 'To whom' },
  by: { zh: '{by}，{day}', en: '{by}, {day}' },
  noDecision: { zh: '还没有决定', en: 'Nothing is decided yet' },
  noDecisionWhy: {
    zh: '受理、转办、不予受理都记在这里，带编号、理由和经办人。',
    en: 'Every decision stands here with its number, reason and who.',
  },
  noLog: { zh: '还没有启封姓名或移交', en: 'No name was opened and no text handed on' },
  noLogWhy: {
    zh: '启封姓名、移交节录记在这里，本组和审计管理员看得到。取件记录另在“查阅与导出记录”。',
    en: 'Names opened and texts handed on stand here, for the team and the audit administrator. Who took what stands under “Reads and exports”.',
  },
  nameOpened: { zh: '启封姓名', en: 'Name opened' },
  referred: { zh: '移交节录', en: 'Text handed on' },
  what: { zh: '事项', en: 'What' },
  who: { zh: '经办', en: 'Who' },
  report: { zh: '来件', en: 'Report' },
} satisfies Record<string, Text>

export const verdictNames: Readonly<Record<Verdict, Text>> = {
  accept: { zh: '受理', en: 'Accept' },
  redirect: { zh: '转办', en: 'Redirect' },
  decline: { zh: '不予受理', en: 'Decline' },
}

export const keyFaults: Readonly<Record<KeyFault, Text>> = {
  passphrase: {
    zh: '口令不对，或文件已损坏、不是发给口令的',
    en: 'The passphrase is wrong, or the file is spoilt or sealed to a key',
  },
  'passphrase-missing': { zh: '这个文件有口令保护，请填写口令', en: 'This file is under a passphrase; type it' },
  'no-key': { zh: '文件里没有钥匙（应有一行 AGE-SECRET-KEY-1…）', en: 'There is no key in it (a line AGE-SECRET-KEY-1…)' },
  'no-prf': {
    zh: '这台设备或这把安全密钥的通行密钥不能封钥匙（没有 PRF 功能）。刚才新建的通行密钥没有用，可在系统设置里删掉；请继续用口令文件',
    en: 'The passkeys of this device or security key cannot seal (no PRF). One just made is of no use: delete it in the system’s settings, and use the file under the passphrase',
  },
  'not-done': {
    zh: '通行密钥没有打开：被取消了、超时了，或不是保存时的那一把。可再试，或用口令文件',
    en: 'The passkey opened nothing: cancelled, too late, or another one. Try again, or use the file under the passphrase',
  },
  'not-a-key-file': { zh: '文件太大，不是钥匙文件', en: 'The file is too large for a key' },
}

export const refusals: Readonly<Record<ReportRefusal, Text>> = {
  'not-two-recipients': { zh: '不是密封给两方的件，不打开', en: 'It is not sealed to exactly two, and stays closed' },
  'not-opened': {
    zh: '这把钥匙打不开：属于另一期，或件已被改动。可再放一把上一期的钥匙',
    en: 'It does not open with this key: another epoch, or changed. Add the key of the epoch before',
  },
  'not-padded': { zh: '长度不合规定，不予采信', en: 'Its length is of no class; it is not believed' },
  malformed: { zh: '内容不合格式，不予采信', en: 'It is malformed inside and not believed' },
  'not-signed': { zh: '签名不对，不予采信', en: 'It is not signed by who it says, and not believed' },
  'other-round': { zh: '属于另一轮，不予采信', en: 'It belongs to another round, and is not believed' },
}
