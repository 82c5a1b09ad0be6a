import { describe, expect, it } from 'vitest'
import { readPlan } from './read-plan.ts'
import { readProblem } from './read-problem.ts'

describe('broken JSON', () => {
  it.each([
    ['{"a": 1,\n "b": }', /line 2, column 7: unexpected "}"/],
    ['{"a": 1', /line 1, column 8: the text ends too early/],
    ['', /the file is empty/],
    ['PK\u0003\u0004', /line 1, column 1: unexpected "P"/],
    ['{"rules": {"mode": "pooled", "mode": "paired"}}', /"mode" is given twice/],
    ['{"a\\u0062": 1, "ab": 2}', /"ab" is given twice/],
    ['{"a\\\\": "\\\\\\"", "b": 1, "b": 2}', /"b" is given twice/],
    ['[1, 2', /ends too early/],
  ])('%j is refused with its place', (text, message) => {
    expect(readProblem(text)).toMatchObject({ kind: 'refused', issues: [{ en: expect.stringMatching(message) }] })
    expect(readPlan(text)).toMatchObject({ kind: 'refused', issues: [{ en: expect.stringMatching(message) }] })
  })

  it.each([['null'], ['3'], ['"x"'], ['[]']])('%s is no problem', (text) => {
    expect(readProblem(text)).toMatchObject({
      kind: 'refused',
      issues: [{ path: '$', en: expect.stringMatching(/must be an object/) }],
    })
  })
})
