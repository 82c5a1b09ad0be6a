import { expect, it } from 'vitest'
import { hashProblem } from './hash-problem.ts'
import { hashOf } from './verify/problem-hash.ts'
import { soundRound } from './verify/testing/sound-round.ts'

it('a problem has one hash, however its keys are ordered and its file is indented', () => {
  const { problem } = soundRound()
  const turned = Object.fromEntries(Object.entries(problem).toReversed()) as typeof problem
  expect(hashProblem(turned)).toBe(hashProblem(problem))
  expect(hashProblem({ ...problem, name: 'other' })).not.toBe(hashProblem(problem))
})

it('the writer of verify and the library agree, also on names and texts that need escapes', () => {
  const { problem } = soundRound()
  const odd = { ...problem, name: '引号" 反斜杠\\ 换行\n \u0001 \u2028 😀 é' }
  expect(hashOf(odd)).toBe(hashProblem(odd))
  expect(hashOf(problem)).toBe(hashProblem(problem))
})

it('the hash is the SHA-256 of the canonical text, byte for byte', () => {
  // printf '%s' '{"a":[1,"é"],"b":null}' | sha256sum
  const text = { b: null, a: [1, 'é'] } as never
  expect(hashProblem(text)).toBe('sha256:1e02bc81a26af2f027329541e97eef36f3290bedc6dfe043dbe66b057ecb13ba')
})
