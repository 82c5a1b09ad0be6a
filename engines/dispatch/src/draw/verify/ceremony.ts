// Who took part, what each committed to and opened, and what was on the table at that time.
import { flaw, type Check, type Flaw } from './check.ts'
import { nameFor } from './digest.ts'
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
