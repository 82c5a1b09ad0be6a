// Draws that came to nothing, this one and those before it: how far each had come, who ended it, and whether it was a second try.
import type { DrawAbort } from '../draw.ts'
import type { DrawFiles } from '../draw-files.ts'
import type { Words } from '../../verify/index.ts'
import { flaw, type Check } from './check.ts'
import { nameOf } from './digest.ts'
import { isAboveCap } from './tickets.ts'

/** Every draw of this round that came to nothing is on record, with its root and who ended it, and none was ended to try again. */
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
    const second = secondTry(abort)
    if (second !== null)
      return [
        flaw(`${number}`, `此前一次抽签${second.zh}，等于重抽`, `an earlier draw was ended ${second.en}: this is a second try`),
      ]
  }
  return []
}

/** What is to be said of each earlier draw that was ended after the first secret, though it was no second try. */
export function noteEarlier(aborts: readonly DrawAbort[]): readonly Words[] {
  return aborts.flatMap((abort) => {
    const words = secondTry(abort) === null ? sayEnd(abort) : null
    return words === null
      ? []
      : [{ zh: `第 ${abort.number} 次抽签${words.zh}`, en: `draw ${abort.number} was ended ${words.en}` }]
  })
}

/** How a draw ended: how far it had come, and in whose name. Null where nobody had opened a secret. */
export function sayEnd(abort: DrawAbort): Words | null {
  const second = secondTry(abort)
  if (second !== null || abort.after === undefined) return second
  const { zh, en } = STAGES[abort.after]
  if (abort.party !== null)
    return { zh: `${zh}被中止，记为 ${abort.party} 没有公开`, en: `${en}, since ${abort.party} did not open` }
  return abort.noTickets === true
    ? { zh: `${zh}被中止，记为无签可出`, en: `${en}, there being no tickets, as it says` }
    : { zh: `${zh}被中止，没有写明哪一方`, en: `${en}, in nobody’s name` }
}

/** A draw that was aborted picks nothing, says how far it had come, blames nobody who did open, names who did not, and was no second try. */
export const aborted: Check = ({ files, beacons }) => {
  const { abort, pick, portfolio } = files
  if (abort === null) return []
  if (pick !== null) return [flaw('abort', '已中止的抽签又抽出了方案', 'the draw was aborted and picked a plan all the same')]
  const stage = portfolio === null ? 1 : 2
  const { parties: listed } = files.freeze.terms
  const silent = listed.filter(({ id }) => !files.reveals.some((each) => each.party === id && each.stage === stage))
  const isFixed = portfolio !== null && beacons[1] !== null
  const after = isFixed ? undefined : comeTo(files, beacons[0] !== null)
  const second = secondTry({ ...abort, ...(isFixed ? { fixed: true } : {}), ...(after === undefined ? {} : { after }) })
  if (second !== null) return [flaw('abort', second.zh, `it was ended ${second.en}`)]
  if (abort.after !== after)
    return [flaw('abort', '没有如实写明中止时抽签已到哪一步', 'it does not say how far the draw had come when it was ended')]
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

/** Where it is said that there were no tickets, the replay found none that keep the cap. */
export const excuse: Check = ({ files, replay }) =>
  files.abort?.noTickets === true && replay !== null && !isAboveCap(replay.plans, files.freeze.terms)
    ? [flaw('abort', '记为无签可出，重放却能出签', 'it says that there were no tickets, and a replay gives them')]
    : []

/** What makes an end a second try, or null. */
function secondTry({ fixed, after, party, noTickets }: Pick<DrawAbort, 'fixed' | 'after' | 'party' | 'noTickets'>): Words | null {
  if (fixed === true) return { zh: '在第二个密数已全部公开、结果已定之后被中止', en: 'after its outcome was fixed' }
  if (party !== null || noTickets === true || (after !== 'all-first' && after !== 'tickets')) return null
  const { zh, en } = STAGES[after]
  return { zh: `${zh}被中止，没有写明哪一方`, en: `${en}, in nobody’s name` }
}

function comeTo({ portfolio, reveals }: DrawFiles, isComputable: boolean): DrawAbort['after'] {
  if (reveals.some(({ stage }) => stage === 2)) return 'some-second'
  if (portfolio !== null) return 'tickets'
  return isComputable ? 'all-first' : reveals.length > 0 ? 'some-first' : undefined
}

const STAGES: Readonly<Record<NonNullable<DrawAbort['after']>, Words>> = {
  'some-first': { zh: '在有第一个密数公开之后', en: 'after a first secret was open' },
  'all-first': { zh: '在第一个密数已全部公开、签单可以算出之后', en: 'once its tickets could be computed' },
  tickets: { zh: '在签单公布之后', en: 'after its tickets were published' },
  'some-second': { zh: '在有第二个密数公开之后', en: 'after a second secret was open' },
}
