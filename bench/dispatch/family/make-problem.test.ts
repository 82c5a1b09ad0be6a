import { hashProblem, problemFromLines, readProblem } from '@shengmian/dispatch'
import { expect, it } from 'vitest'
import { makeProblem } from './make-problem.ts'
import { MEMBERS, type Member } from './members.ts'
import { problemText } from './problem-text.ts'

const made = (name: string) => makeProblem(name, MEMBERS[name] as Member)

it('the published members of the family are these very files', () => {
  expect(hashProblem(made('D'))).toBe('sha256:2bdc56d9d053111ba7dcd389ef4ad4628167e5dea66e8d0692e4b57e6bc273a9')
  expect(hashProblem(made('C'))).toBe('sha256:2923367a2b597025fad25b8af33452f5d510591dbcae0256f181109c2ee4468e')
})

it('a member written as JSON lines reads as the same problem', () => {
  const problem = made('D')
  const lines = problemFromLines()
  for (const line of problemText(problem, true).split('\n')) lines.take(line)
  expect(lines.finish()).toEqual(readProblem(problem))
  expect(readProblem(problemText(problem, false))).toEqual({ kind: 'read', value: problem })
})

it('the scarce province is the plentiful one with a second senior to a team: 107 seniors for 100 places', () => {
  const { P1, P2 } = MEMBERS
  expect({ ...P2, minSenior: 1 }).toEqual(P1)
  expect(Math.floor((100 * (P2?.seniors ?? 0)) / ((P2?.teams ?? 0) * (P2?.minSenior ?? 0)))).toBe(107)
})

it('to some teams of C-exposed everybody who may lead has a tie, and to others only some do', () => {
  const problem = made('C-exposed')
  const leaders = new Set(problem.people.filter(({ roles }) => roles.includes('leader')).map(({ id }) => id))
  const tied = problem.targets.map(({ insiders }) => {
    const own = new Set(insiders)
    return new Set(problem.ties.filter(({ a, b }) => own.has(b) && leaders.has(a)).map(({ a }) => a)).size
  })
  const full = tied.filter((count) => count === leaders.size).length
  expect(full).toBeGreaterThan(5)
  expect(full).toBeLessThan(30)
})
