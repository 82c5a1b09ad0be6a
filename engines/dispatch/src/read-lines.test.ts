import { describe, expect, it } from 'vitest'
import { readProblem } from './read-problem.ts'
import { soundRound } from './verify/testing/sound-round.ts'

describe('JSON lines', () => {
  const { problem } = soundRound()
  const { people, teams, targets, regions, ...rest } = problem
  const lines = [
    JSON.stringify(rest),
    ...Object.entries({ people, teams, targets, regions }).flatMap(([name, list]) =>
      list.map((each) => JSON.stringify({ [name]: each })),
    ),
  ]

  it('hold the same problem as the plain file, whatever the order of the lists', () => {
    expect(readProblem(lines.join('\n'))).toEqual({ kind: 'read', value: problem })
    expect(readProblem(`${[...lines.slice(0, 1), ...lines.slice(10), ...lines.slice(1, 10)].join('\r\n')}\n\n`).kind).toBe('read')
  })

  it('are refused with the number of the line that is broken', () => {
    const broken = [...lines.slice(0, 4), '{"people": {', ...lines.slice(4)].join('\n')
    expect(readProblem(broken)).toMatchObject({ kind: 'refused', issues: [{ en: expect.stringMatching(/line 5/) }] })
    const astray = [...lines, '{"persons": {}}', '{"people": {}, "teams": {}}', '7'].join('\n')
    expect(readProblem(astray)).toMatchObject({
      kind: 'refused',
      issues: [19, 20, 21].map((n) => ({ en: expect.stringMatching(`line ${n}: `) })),
    })
  })

  it('are held to the same rules as the plain file', () => {
    expect(readProblem([...lines, '{"people": {"id": "p8"}}'].join('\n'))).toMatchObject({
      kind: 'refused',
      issues: expect.arrayContaining([expect.objectContaining({ path: '$.people[7].home' })]),
    })
  })
})
