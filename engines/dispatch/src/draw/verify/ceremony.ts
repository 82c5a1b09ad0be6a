// Who took part, what each committed to and opened, and what was on the table at that time.
import { flaw, type Check, type Flaw } from './check.ts'
import { nameFor, nameOf } from './digest.ts'
import type { DrawFiles } from '../draw-files.ts'

export const parties: Check = ({ files }) => {
  const { parties: listed } = files.freeze.terms
  const flaws: Flaw[] = []
  if (listed.length < 3) flaws.push(flaw('parties', '参加方不足三方', 'fewer than three parties'))
  if (!listed.some(({ side }) => side === 'inspected'))
    flaws.push(flaw('parties', '没有被巡察一方的代表', 'nobody stands for the inspected side'))
  for (const { id } of listed)
    if (listed.filter((other) => other.id === id).length > 1) flaws.push(flaw(id, '同一方写了两次', 'the party is listed twice'))
  return flaws.slice(0, 1)
}

/** Every draw of this round that came to nothing is on record, with its root and who ended it. */
export const earlier: Check = ({ files }) => {
  const { terms } = files.freeze
  for (let number = 1; number < terms.number; number++) {
    const entry = terms.earlier[number - 1]
    const abort = files.earlier.find((each) => each.number === number)
    if (entry === undefined || entry.number !== number)
      return [flaw(`${number}`, '此前一次抽签没有列入记录', 'an earlier draw is not on record')]
    if (abort === undefined) return [flaw(`${number}`, '缺少此前一次抽签的中止记录', 'the abort of an earlier draw is missing')]
    if (nameOf(abort) !== entry.abort || abort.root !== entry.root)
      return [flaw(`${number}`, '此前一次抽签的中止记录被改过', 'the abort of an earlier draw was changed')]
    if (abort.fixed === true)
      return [
        flaw(
          `${number}`,
          '此前一次抽签在结果已定之后被中止，等于重抽',
          'an earlier draw was ended after its outcome was fixed: this is a second try',
        ),
      ]
  }
  return []
}

/** No file of another draw has been slipped in. */
export const foreign: Check = ({ files }) => {
  const { root } = files.freeze
  const all = [
    ...files.commitments,
    ...files.dice,
    ...files.reveals,
    ...files.publicBeacons,
    ...files.withdrawals,
    ...files.branches,
    ...[files.portfolio, files.pick, files.abort, files.salts].filter((file) => file !== null),
  ]
  return all
    .filter((file) => file.root !== root)
    .map((file) =>
      flaw(
        'party' in file && file.party !== null ? file.party : file.kind,
        '文件属于另一次抽签',
        'the file belongs to another draw',
      ),
    )
}

export const commitments: Check = ({ files }) => {
  const listed = files.freeze.terms.parties.map(({ id }) => id)
  const begun = files.reveals.length > 0 || files.portfolio !== null
  const flaws: Flaw[] = []
  for (const id of listed) {
    const own = files.commitments.filter((each) => each.party === id)
    if (own.length > 1) flaws.push(flaw(id, '提交了不止一次承诺', 'committed more than once'))
    if (own.length === 0 && begun) flaws.push(flaw(id, '没有提交承诺', 'did not commit'))
  }
  for (const { party } of files.commitments)
    if (!listed.includes(party)) flaws.push(flaw(party, '不是参加方', 'is no party of this draw'))
  return flaws
}

/** Two equal commitments mean that one party copied the other. */
export const copied: Check = ({ files }) => {
  const seen = new Map<string, string>()
  for (const { party, first, second } of files.commitments) {
    for (const hash of [first, second]) {
      const other = seen.get(hash)
      if (other !== undefined) return [flaw(party, `承诺与 ${other} 的相同`, `the commitment equals one of ${other}`)]
      seen.set(hash, party)
    }
  }
  return []
}

export const reveals: Check = ({ files }) => {
  const { root } = files.freeze
  const flaws: Flaw[] = []
  for (const { party, stage, secret } of files.reveals) {
    const own = files.commitments.find((each) => each.party === party)
    const promised = stage === 1 ? own?.first : own?.second
    if (promised !== nameFor('commitment', root, party, stage, secret))
      flaws.push(flaw(party, `第 ${stage} 个密数与承诺不符`, `secret ${stage} is not the one committed to`))
  }
  return flaws
}

/** Nobody opened late or twice: the tickets need every first secret, the pick every second one. */
export const opened: Check = ({ files }) => {
  const flaws: Flaw[] = []
  for (const stage of [1, 2] as const) {
    const isNeeded = stage === 1 ? files.portfolio !== null : files.pick !== null
    for (const { id } of files.freeze.terms.parties) {
      const count = files.reveals.filter((each) => each.party === id && each.stage === stage).length
      if (count > 1) flaws.push(flaw(id, `第 ${stage} 个密数公开了两次`, `opened secret ${stage} twice`))
      if (count === 0 && isNeeded) flaws.push(flaw(id, `没有公开第 ${stage} 个密数`, `did not open secret ${stage}`))
    }
  }
  return flaws
}

/** Each party opened its secret before what stands in the files now, not before something else. */
export const sees: Check = ({ files }) =>
  files.reveals
    .filter((reveal) => reveal.sees !== shown(files, reveal.stage))
    .map((reveal) =>
      flaw(
        reveal.party,
        `第 ${reveal.stage} 个密数公开时所见的承诺、骰子或签单后来被改过`,
        `what stood when secret ${reveal.stage} was opened (commitments, dice, tickets) was changed afterwards`,
      ),
    )

/** Hash of what a party had before it when it opened a stage. */
export function shown(files: DrawFiles, stage: 1 | 2): string {
  const { root, terms } = files.freeze
  const dice = files.dice.filter((each) => each.stage === stage)
  const rolls = dice.length === 1 ? (dice[0]?.rolls ?? null) : null
  if (stage === 2) return nameFor('sees', 2, root, shown(files, 1), files.portfolio?.portfolioRoot ?? null, rolls)
  const board = terms.parties.map(({ id }) => {
    const own = files.commitments.find((each) => each.party === id)
    return [id, own?.first ?? null, own?.second ?? null]
  })
  return nameFor('sees', 1, root, board, rolls)
}

/** A draw that was aborted picks nothing, blames nobody who did open, names who did not, and was not ended because of its outcome. */
export const aborted: Check = ({ files }) => {
  const { abort, pick, portfolio } = files
  if (abort === null) return []
  if (pick !== null) return [flaw('abort', '已中止的抽签又抽出了方案', 'the draw was aborted and picked a plan all the same')]
  const stage = portfolio === null ? 1 : 2
  const { parties: listed, publicRounds } = files.freeze.terms
  const silent = listed.filter(({ id }) => !files.reveals.some((each) => each.party === id && each.stage === stage))
  const hasPublic = publicRounds === null || files.publicBeacons.some((each) => each.stage === 2)
  if (stage === 2 && silent.length === 0 && hasPublic)
    return [
      flaw(
        'abort',
        '第二个密数已全部公开、结果已定，却被中止',
        'every second secret was open and the outcome fixed, and it was ended',
      ),
    ]
  if (abort.party === null && silent.length > 0 && silent.length < listed.length)
    return [
      flaw(
        'abort',
        `没有写明哪一方未公开密数：${silent.map(({ id }) => id).join('、')}`,
        `does not say who had not opened: ${silent.map(({ id }) => id).join(', ')}`,
      ),
    ]
  return files.reveals.some((each) => each.party === abort.party && each.stage === stage)
    ? [flaw(abort.party ?? '', '被记为拒绝公开的一方其实已公开', 'is named as refusing, and did open its secret')]
    : []
}
