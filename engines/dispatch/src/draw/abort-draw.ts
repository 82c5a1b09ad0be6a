import { beaconOf } from './beacon.ts'
import type { DrawFiles } from './draw-files.ts'
import { refuseStep, type DrawRefusal } from './draw-files.ts'
import type { DrawAbort } from './draw.ts'

/**
 * Ends a draw that cannot go on: a party that does not open its secret is named, and stays on record. The next draw of the round needs
 * new commitments under the next number. Refuses once a ticket is picked, and where somebody has opened and nobody is named. Where all
 * second secrets are open the outcome is fixed: the record says so, and `verify` of this draw and of every later one names it.
 */
export function abortDraw(
  files: DrawFiles,
  party: string | null,
  why: string,
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
  const isFixed = beaconOf(files, 2) !== null
  return {
    kind: 'aborted',
    abort: {
      format: 'shengmian.draw/1',
      kind: 'abort',
      root,
      number: terms.number,
      party,
      why,
      ...(isFixed ? { fixed: true } : {}),
    },
  }
}
