import { readFileSync } from 'node:fs'
import { readProblem, type Problem } from '@shengmian/dispatch'
import { describe, expect, it } from 'vitest'
import { madeFiles } from './made-files.ts'

const committed = (path: string) => readFileSync(new URL(`../../${path}`, import.meta.url), 'utf8')
const names = ['jiangling', 'baoshan', 'tianjin', 'jiangsu', 'wuxi', 'sichuan', 'zhangzhou', 'linzhou']

describe('the generated examples', () => {
  const files = madeFiles()

  it('are the eight problems and the eight files of the demonstration world', () => {
    expect(files.map(({ path }) => path).sort()).toEqual(
      names.flatMap((name) => [`apps/server/demo/${name}.json`, `examples/${name}/problem.json`]).sort(),
    )
  })

  it.each(files.map(({ path, text }) => [path, text] as const))('%s is committed as the generator makes it', (path, text) => {
    expect(committed(path) === text, `run: node tools/make-examples/main.ts`).toBe(true)
  })

  it.each(names)(
    '%s is a problem file with facts that are missing, people who may not go, and ties of more than one hop',
    (name) => {
      const read = readProblem(JSON.parse(committed(`examples/${name}/problem.json`)))
      if (read.kind !== 'read') throw new Error(JSON.stringify(read))
      const problem = read.value
      expect(
        problem.people.some((person) => person.unverified.length > 0 || person.native === null || person.postings === null),
      ).toBe(true)
      expect(problem.barred.length).toBeGreaterThan(0)
      expect(problem.history.length).toBeGreaterThan(0)
      expect(new Set(problem.ties.map(({ strength }) => strength)).size).toBeGreaterThan(4)
      expect(goBetweens(problem)).toBeGreaterThan(0)
    },
  )
})

/** People who are neither called up nor inspected and know both sides. */
function goBetweens(problem: Problem): number {
  const people = new Set(problem.people.map(({ id }) => id))
  const insiders = new Set(problem.targets.flatMap((target) => target.insiders))
  const others = new Set(problem.ties.flatMap(({ a, b }) => [a, b]).filter((id) => !people.has(id) && !insiders.has(id)))
  const knows = (id: string, side: ReadonlySet<string>) =>
    problem.ties.some(({ a, b }) => (a === id && side.has(b)) || (b === id && side.has(a)))
  return [...others].filter((id) => knows(id, people) && knows(id, insiders)).length
}
