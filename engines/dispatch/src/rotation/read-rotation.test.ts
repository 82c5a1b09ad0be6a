import { expect, it } from 'vitest'
import { readRotationPlan, readRotationProblem } from './read-rotation.ts'
import { scheduleRotation } from './schedule-rotation.ts'
import { members, rotation } from './testing/sample-rotation.ts'

const problem = rotation({ members: members(5), rounds: ['2020'] })

const faults = (value: unknown): string[] => {
  const outcome = readRotationProblem(JSON.stringify(value))
  return outcome.kind === 'refused' ? outcome.issues.map(({ path, en }) => `${path} ${en}`) : []
}

it('a rotation and its schedule survive the way through a file', async () => {
  expect(readRotationProblem(JSON.stringify(problem))).toEqual({ kind: 'read', value: problem })
  const answer = await scheduleRotation(problem, '0'.repeat(64))
  if (answer.kind !== 'plan') throw new Error('no plan')
  expect(readRotationPlan(JSON.stringify(answer.plan))).toEqual({ kind: 'read', value: answer.plan })
})

it('every fault is named with its place', () => {
  const [first] = problem.members
  expect(faults({ ...problem, wanted: 0 })).toEqual(['$.wanted 0 must lie between 1 and 200'])
  expect(faults({ ...problem, rules: { again: 'never' } })).toEqual([
    '$.rules.again "never" must be one of "bar" / "prefer" / "off"',
  ])
  expect(faults({ ...problem, members: [...problem.members, first] })).toEqual([
    '$.members[5].code the member 120101 is there twice (first at $.members[0].code)',
  ])
  expect(faults({ ...problem, barred: [{ home: '120101', host: '12010', why: '', source: '' }] })[0]).toContain(
    '$.barred[0].host',
  )
  expect(faults({ ...problem, barred: [{ home: '120101', host: '120119', why: '', source: '' }] })).toEqual([
    '$.barred[0].host there is no member 120119',
  ])
  expect(faults({ ...problem, dispatched: [{ round: '2018', home: '120101', host: '120102' }] })).toEqual([
    '$.dispatched[0].round there is no round 2018',
  ])
  expect(faults({ ...problem, members: [{ ...first, sends: [2, 1] }] })).toEqual([
    '$.members[0].sends the fewest teams sent (2) exceed the most (1)',
  ])
  expect(faults({ ...problem, members: [] })).toEqual(['$.members [… 0] must have at least 1 elements'])
  expect(faults({ ...problem, seed: 'x' })).toEqual(['$.seed unknown key "seed"'])
})

it('past rounds may name regions that are members no more', () => {
  expect(faults({ ...problem, dispatched: [{ round: '2020', home: '120101', host: '120119' }] })).toEqual([])
})
