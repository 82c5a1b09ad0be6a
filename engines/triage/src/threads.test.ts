import { describe, expect, it } from 'vitest'
import { threadsOf, type Message } from './threads.ts'

const message = (number: number, verify: string, seq: number, prev: string | null): Message => ({
  number,
  verify,
  seq,
  prev,
  hash: `${verify}${seq}`,
})

describe('threads', () => {
  it('are messages signed by one key, in the order they were written, whatever the order they came in', () => {
    const threads = threadsOf([message(3, 'a', 2, 'a1'), message(2, 'b', 1, null), message(5, 'a', 1, null)])
    expect(threads.map(({ verify, messages, faults }) => [verify, messages.map(({ number }) => number), faults])).toEqual([
      ['a', [5, 3], []],
      ['b', [2], []],
    ])
  })

  it('do not take in a message that somebody else put into the same answer box', () => {
    expect(threadsOf([message(1, 'a', 1, null), message(2, 'x', 2, 'a1')])).toMatchObject([
      { verify: 'a', faults: [] },
      { verify: 'x', faults: ['missing'] },
    ])
  })

  it('say when one is missing, doubled, or names another before it', () => {
    const faults = (...messages: readonly Message[]) => threadsOf(messages)[0]?.faults
    expect(faults(message(1, 'a', 1, null), message(2, 'a', 3, 'a2'))).toEqual(['missing'])
    expect(faults(message(1, 'a', 1, null), message(2, 'a', 1, null))).toEqual(['forked'])
    expect(faults(message(1, 'a', 1, null), message(2, 'a', 2, 'zz'))).toEqual(['not-linked'])
  })
})
