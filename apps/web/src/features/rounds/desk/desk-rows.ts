// What waits for the reader: pure, so that the rules of the desk are tested without a screen.
import type {
  DeskOfRound,
  listLateTies,
  listNotices,
  listProposals,
  listRelaxations,
  readPool,
  readRound,
  ReplyOf,
} from '@shengmian/contract'
import type { Text } from '../../../lib/language.tsx'

type Round = ReplyOf<typeof readRound>

export interface OpenRound {
  readonly round: Round
  readonly proposals: ReplyOf<typeof listProposals>['items']
  readonly lateTies: ReplyOf<typeof listLateTies>['items']
  readonly pool: ReplyOf<typeof readPool>['items']
  readonly relaxations: ReplyOf<typeof listRelaxations>['items']
  readonly desk: DeskOfRound
  readonly notices: ReplyOf<typeof listNotices>['items']
}

export interface DeskRow {
  readonly key: string
  readonly act: Text
  readonly object: string
  readonly why: Text
  /** The day by which it has to be done: the original one. */
  readonly due: string
  readonly days: number
  readonly to: string
}

const stepActs: Readonly<
  Record<string, { readonly act: Text; readonly why: Text; readonly page: string; readonly due: 'starts' | 'ends' }>
> = {
  submit: {
    act: { zh: '报批', en: 'Submit' },
    why: { zh: '方案齐了，等提交领导小组', en: 'complete, waits to be submitted' },
    page: '/plan/check',
    due: 'starts',
  },
  approve: {
    act: { zh: '审批', en: 'Approve' },
    why: { zh: '巡察办已提交，等领导小组批准', en: 'submitted, waits for the leading group' },
    page: '',
    due: 'starts',
  },
  authorise: {
    act: { zh: '印发授权', en: 'Issue orders' },
    why: { zh: '领导小组已批准，没有授权不能进驻', en: 'approved; nobody may enter without an order' },
    page: '/orders',
    due: 'starts',
  },
  start: {
    act: { zh: '进驻', en: 'Enter' },
    why: { zh: '授权已印发，到期进驻', en: 'orders are issued' },
    page: '',
    due: 'starts',
  },
  leave: {
    act: { zh: '结束进驻', en: 'Leave' },
    why: { zh: '正在进驻，到期撤点或申请延期', en: 'in the field until the end or an extension' },
    page: '',
    due: 'ends',
  },
  close: {
    act: { zh: '办结', en: 'Close' },
    why: { zh: '已结束进驻，等汇总报告', en: 'left; waits for its report' },
    page: '',
    due: 'ends',
  },
}
const planning = { zh: '继续编制', en: 'Plan' }

/** Whole days from one day to another; negative = the other is past. */
export function daysBetween(from: string, to: string): number {
  return Math.round((Date.parse(`${to}T00:00:00Z`) - Date.parse(`${from}T00:00:00Z`)) / 86_400_000)
}

/** Every act that waits, the latest first. Plans, late ties and facts are the office's work; a leading group sees its steps and what waits for a second hand. */
export function deskRows(rounds: readonly OpenRound[], today: string, isOffice = true): readonly DeskRow[] {
  return rounds.flatMap((open) => rowsOfRound(open, today, isOffice)).toSorted((one, other) => one.days - other.days)
}

function rowsOfRound(
  { round, proposals, lateTies, pool, relaxations, desk, notices }: OpenRound,
  today: string,
  isOffice: boolean,
): readonly DeskRow[] {
  const base = `/rounds/${round.id}`
  const row = (key: string, act: Text, why: Text, due: string, page: string): DeskRow => ({
    key: `${round.id} ${key}`,
    act,
    object: round.title,
    why,
    due,
    days: daysBetween(today, due),
    to: base + page,
  })
  const steps = round.steps.flatMap((step) => {
    const known = stepActs[step.event]
    if (known === undefined) return []
    const [missing] = step.missing
    if (step.event === 'submit' && missing !== undefined) {
      return [row('plan', planning, { zh: missing.zh, en: missing.en }, round.starts, '/plan/settings')]
    }
    return [row(step.event, known.act, known.why, known.due === 'starts' ? round.starts : round.plannedEnds, known.page)]
  })
  const asked = relaxations
    .filter(({ mayDecide }) => mayDecide)
    .map((one) =>
      row(
        one.id,
        { zh: '审批放宽', en: 'Decide on a relaxation' },
        { zh: `${one.askedBy}提请，批准前排不出方案`, en: `asked for by ${one.askedBy}; there is no plan before` },
        round.starts,
        '/board/waivers',
      ),
    )
  const seconds = [
    ...desk.proposals
      .filter(({ mayDecide }) => mayDecide)
      .map((one) =>
        row(
          one.id,
          { zh: '核对收件点', en: 'Decide on a desk' },
          { zh: `${one.askedBy}提出开设，核对指纹后批准`, en: `proposed by ${one.askedBy}; compare its fingerprint` },
          round.starts,
          '/desk',
        ),
      ),
    ...notices
      .filter(({ mayDecide }) => mayDecide)
      .map((one) =>
        row(
          one.id,
          { zh: '审批文稿', en: 'Decide on a text' },
          { zh: `${one.askedBy}拟的宣传文稿，批准后才能发`, en: `a text by ${one.askedBy} waits to be published` },
          round.starts,
          '/desk/notices',
        ),
      ),
  ]
  if (!isOffice) return [...steps, ...asked, ...seconds]
  const done = proposals.filter((one) => one.state === 'done' && one.version === null && one === proposals[0])
  const repairs = lateTies.filter((tie) => tie.effect === 'barred' && tie.repair !== null && isOpen(tie.repair, proposals))
  const unverified = pool.filter((member) => member.unverified.length > 0)
  return [
    ...steps,
    ...asked,
    ...seconds,
    ...(desk.desk?.state === 'no-keys'
      ? [
          row(
            'keys',
            { zh: '公布钥匙单', en: 'Publish keys' },
            { zh: '收件点没有今天可用的钥匙单，手机不能寄', en: 'the desk has no keys for today: no phone can send' },
            round.starts,
            '/desk',
          ),
        ]
      : []),
    ...done
      .filter((one) => one.purpose === 'plan')
      .map((one) =>
        row(
          one.id,
          { zh: '看方案', en: 'Review the plan' },
          { zh: '派遣方案已排出，等采用', en: 'a dispatch plan waits to be taken' },
          round.starts,
          '/plan/check',
        ),
      ),
    ...repairs.map((tie) =>
      row(
        tie.id,
        { zh: '换人', en: 'Replace' },
        { zh: `${tie.person.name}晚报关系，须改派`, en: `${tie.person.name} declared a tie late` },
        today,
        '/late-ties',
      ),
    ),
    ...(unverified.length > 0 && round.state === 'draft'
      ? [
          row(
            'unverified',
            { zh: '核实事实', en: 'Verify facts' },
            { zh: `${unverified.length}人有未核事实，未核不等于无`, en: `${unverified.length} people have unverified facts` },
            round.starts,
            '/plan/rules',
          ),
        ]
      : []),
  ]
}

/** A repair still to be taken. */
function isOpen(repair: string, proposals: OpenRound['proposals']): boolean {
  const proposal = proposals.find((one) => one.id === repair)
  return proposal !== undefined && proposal.version === null && proposal.state !== 'cancelled'
}

export type Band = 'late' | 'today' | 'soon' | 'later'

/** Late, due today, within a week, later. */
export function bandOf(days: number): Band {
  if (days < 0) return 'late'
  return days === 0 ? 'today' : days <= 7 ? 'soon' : 'later'
}
