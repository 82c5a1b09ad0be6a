// The one catalogue of errors that a person can act on. RFC 9457: `type` is the code, `title` says what happened in both languages.
import { Type } from 'typebox'

interface Entry {
  readonly status: number
  readonly zh: string
  readonly en: string
}

const catalogue = {
  'bad-request': { status: 400, zh: '请求格式不对，请按下列位置修改', en: 'The request is malformed; see the places listed' },
  'bad-cursor': {
    status: 400,
    zh: '翻页标记无效，请从第一页重新查询',
    en: 'The page cursor is not valid; start again from the first page',
  },
  'key-missing': {
    status: 400,
    zh: '缺少 Idempotency-Key 请求头，无法防止重复提交',
    en: 'The Idempotency-Key header is missing',
  },
  'key-reused': {
    status: 409,
    zh: '同一个 Idempotency-Key 用在了不同的请求上',
    en: 'The Idempotency-Key was used for a different request',
  },
  'not-signed-in': { status: 401, zh: '请先登录', en: 'Sign in first' },
  'sign-in-failed': { status: 401, zh: '账号或口令不对', en: 'The account or the passphrase is wrong' },
  'second-step-missing': { status: 401, zh: '还差第二步验证，请继续登录', en: 'The second step of signing in is missing' },
  'passphrase-given': {
    status: 401,
    zh: '这个口令是别人给的，请先换成自己的口令',
    en: 'This passphrase was given by somebody else; set your own first',
  },
  'second-factor-unset': {
    status: 401,
    zh: '您的职务须有第二步验证，请先设置动态验证码或通行密钥',
    en: 'Your role must have a second factor; set up an authenticator app or a passkey first',
  },
  'session-locked': {
    status: 401,
    zh: '屏幕已锁定，请输入口令解锁',
    en: 'The session is locked; unlock it with your passphrase',
  },
  'code-wrong': { status: 401, zh: '验证码不对或已经用过', en: 'The code is wrong or was used already' },
  'identity-unproven': {
    status: 403,
    zh: '没有确认：在统一身份认证登录的，不是为您提出的身份标识',
    en: 'Not confirmed: who signed in at the provider is not the subject that was proposed for you',
  },
  'leads-step-missing': {
    status: 403,
    zh: '进入线索收件前，请先完成本次的二次验证',
    en: 'Before the desk of leads, make its own second step',
  },
  'not-allowed': {
    status: 403,
    zh: '您没有办理此事的授权，这不是系统故障',
    en: 'You hold no authorisation for this; it is not a fault of the system',
  },
  'not-found': { status: 404, zh: '没有找到，或不在您的授权范围内', en: 'Not found, or outside your authorisation' },
  'not-there-yet': { status: 404, zh: '这项内容还没有产生', en: 'There is no such thing yet' },
  'too-many': { status: 429, zh: '操作太频繁，请稍后再试', en: 'Too many requests; try again later' },
  'too-large': { status: 413, zh: '文件或内容太大', en: 'The file or the content is too large' },
  'file-infected': { status: 422, zh: '文件带有病毒，没有收下', en: 'The file carries a virus and was not taken' },
  'file-unchecked': {
    status: 503,
    zh: '文件没有经过病毒检查，没有收下',
    en: 'The file was not checked for viruses and was not taken',
  },
  'changed-meanwhile': {
    status: 409,
    zh: '内容已被他人修改，请刷新后重试',
    en: 'It was changed by somebody else meanwhile; reload and try again',
  },
  'wrong-state': { status: 409, zh: '当前状态下不能办理这一步', en: 'This step is not possible in the present state' },
  'already-there': { status: 409, zh: '已经存在，不能重复建立', en: 'It exists already' },
  'work-needed': {
    status: 428,
    zh: '请先取一道新的计算题，算好再寄；不用人动手，网页会自己做',
    en: 'Fetch a new challenge and solve it before sending; the page does so by itself',
  },
  'intake-closed': { status: 410, zh: '这一轮已不再收件', en: 'This round takes no more reports' },
  'offset-differs': {
    status: 409,
    zh: '已收到的字节数与此不同，请先查询再接着传',
    en: 'Another number of bytes has arrived; ask for it and go on from there',
  },
  'part-spoiled': {
    status: 422,
    zh: '收到的附件与它的编号不符，已丢弃，请重新上传',
    en: 'The attachment does not match its id and was dropped; upload it again',
  },
  'attachments-missing': {
    status: 409,
    zh: '所列附件还没有全部收到',
    en: 'Not all of the listed attachments have arrived',
  },
  'attachments-full': {
    status: 507,
    zh: '这一轮放附件的地方已满；文字照收',
    en: 'There is no more room for attachments in this round; text is still taken',
  },
  'not-logged-yet': {
    status: 409,
    zh: '最近的改动尚未写入已签名的存证日志，请十秒后重试',
    en: 'The last change is not in a signed checkpoint of the ledger yet; try again in ten seconds',
  },
  'in-use': {
    status: 409,
    zh: '其他记录引用它，或它属于不得更改的文书，不能销毁',
    en: 'Other records refer to it, or it is frozen, so that it cannot be destroyed',
  },
  'unknown-place': { status: 422, zh: '区划代码不存在', en: 'The division code does not exist' },
  unfit: { status: 422, zh: '内容不合规定，请按下列位置修改', en: 'The content does not meet the rules; see the places listed' },
  'file-unreadable': {
    status: 422,
    zh: '文件打不开或不是要求的格式',
    en: 'The file cannot be read or is not of the required format',
  },
  unavailable: {
    status: 503,
    zh: '服务暂时不可用，已保存的内容不受影响',
    en: 'The service is not available now; what was saved is safe',
  },
  internal: {
    status: 500,
    zh: '系统出错，内容没有保存；请把编号告诉管理员',
    en: 'Something went wrong and nothing was saved; give the number to your administrator',
  },
} as const satisfies Record<string, Entry>

export type ProblemCode = keyof typeof catalogue

/** One thing that is wrong, with its place: a JSON path, or sheet, row and column. */
export const ProblemItem = Type.Object(
  { at: Type.String(), zh: Type.String(), en: Type.String() },
  { additionalProperties: false, title: 'ProblemItem' },
)
export interface ProblemItem {
  readonly at: string
  readonly zh: string
  readonly en: string
}

export const ProblemDocument = Type.Object(
  {
    type: Type.String({ description: 'urn:shengmian:problem:CODE' }),
    code: Type.String(),
    status: Type.Integer(),
    title: Type.String({ description: 'Chinese' }),
    titleEn: Type.String(),
    detail: Type.Optional(Type.String()),
    detailEn: Type.Optional(Type.String()),
    instance: Type.Optional(Type.String({ description: 'the number to give to an administrator' })),
    errors: Type.Optional(Type.Array(ProblemItem)),
  },
  { title: 'ProblemDocument' },
)

export interface ProblemDetails {
  readonly zh?: string
  readonly en?: string
  readonly errors?: readonly ProblemItem[]
}

/** Thrown where a person can act on what happened; anything else that is thrown is a bug. */
export class Problem extends Error {
  readonly code: ProblemCode
  readonly details: ProblemDetails
  constructor(code: ProblemCode, details: ProblemDetails = {}) {
    super(details.en ?? catalogue[code].en)
    this.name = 'Problem'
    this.code = code
    this.details = details
  }
}

/** What the catalogue says of a code: HTTP status and the title in both languages. */
export function problemEntry(code: ProblemCode): Entry {
  return catalogue[code]
}
