import { beaconOf } from './beacon.ts'
import type { DrawFiles } from './draw-files.ts'
import { refuseStep, type DrawRefusal } from './draw-files.ts'
import type { DrawAbort } from './draw.ts'

/**
 * Ends a draw that cannot go on: a party that does not open its secret is named, and stays on record. The next draw of the round needs
 * new commitments under the next number. Refuses once a ticket is picked, and where somebody has opened and nobody is named. From the first
 * secret on the record says how far the draw had come, and `verify` of every later draw names it. Where the outcome was fixed, or the tickets
 * could be computed, nobody is named and they could be made (not `noTickets`), it is a second try: `verify` finds this draw and every later one
 * at fault.
 */
export function abortDraw(
  files: DrawFiles,
  party: string | null,
  why: string,
  noTickets = false,
): { readonly kind: 'aborted'; readonly abort: DrawAbort } | DrawRefusal {
  const { root, terms } = files.freeze
  if (files.pick !== null) return refuseStep('已经抽定，不能中止', 'a ticket has been picked: the draw cannot be aborted')
  if (party !== null && !terms.parties.some(({ id }) => id === party))
    return refuseStep(`没有这一方：${party}`, `there is no party ${party}`)
  const stage = files.portfolio === null ? 1 : 2
  if (party !== null && files.reveals.some((reveal) => reveal.party === party && reveal.stage === stage))
    return refuseStep(`${party} 已公开密数，不能记为其拒绝`, `${party} has opened its secret and cannot be named as refusing`)
  const silent = terms.parties.filter(({ id }) => !files.reveals.some((reveal) => reveal.party === id && reveal.stage === stage))
  if (party === null && silent.length > 0 && silent.length < terms.parties.length)
    return refuseStep(
      `已有一方公开密数，未公开者可能已知结果：须写明是哪一方没有公开（${silent.map(({ id }) => id).join('、')}）`,
      `a secret is open, and whoever has not opened may know the outcome: name who did not (${silent.map(({ id }) => id).join(', ')})`,
    )
  const isComputable = beaconOf(files, 1) !== null
  if (noTickets && (!isComputable || files.portfolio !== null))
    return refuseStep('还算不出有没有签', 'whether there are tickets is not known yet, or there are')
  const isFixed = beaconOf(files, 2) !== null
  const after = comeTo(files, isComputable)
  return {
    kind: 'aborted',
    abort: {
      format: 'shengmian.draw/1',
      kind: 'abort',
      root,
      number: terms.number,
      party,
      why,
      ...(isFixed ? { fixed: true } : after === null ? {} : { after }),
      ...(noTickets ? { noTickets: true } : {}),
    },
  }
}

/** How far a draw has come, short of its outcome; null before the first secret. */
function comeTo({ portfolio, reveals }: DrawFiles, isComputable: boolean): NonNullable<DrawAbort['after']> | null {
  if (reveals.some(({ stage }) => stage === 2)) return 'some-second'
  if (portfolio !== null) return 'tickets'
  if (isComputable) return 'all-first'
  return reveals.length > 0 ? 'some-first' : null
}
