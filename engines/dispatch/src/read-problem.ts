import { ProblemSchema, type Problem } from './problem.ts'
import { readJson } from './read-json.ts'
import { collectLines, isJsonLines, readElement, readJsonLines, type LineCollector } from './read-lines.ts'
import { refused, type ReadIssue, type ReadOutcome } from './read-outcome.ts'
import { referenceFaults } from './read-references.ts'
import { regionFaults } from './read-regions.ts'
import { misfits } from './read-shape.ts'

const LISTS = Object.entries(ProblemSchema.properties)
  .filter(([, part]) => part.type === 'array')
  .map(([name]) => name)

/**
 * Reads a problem from the text of a file (JSON or JSON lines) or from a value that was already parsed.
 * Answers the problem, or every fault with its JSON path and a message in Chinese and English; it never guesses,
 * repairs or skips. References are only followed once the shape is right. Format: `shengmian.dispatch-problem/1`.
 */
export function readProblem(input: unknown): ReadOutcome<Problem> {
  return held(typeof input === 'string' ? readText(input) : { kind: 'read', value: input })
}

/** The same from JSON lines that come one at a time, for files longer than any string. */
export function problemFromLines(): LineCollector<Problem> {
  const lines = collectLines(LISTS)
  return { take: lines.take, finish: () => held(lines.finish()) }
}

/** The names of the lists: what a line of JSON lines may hold an element of. */
export type ProblemList = {
  [Name in keyof Problem]: Problem[Name] extends readonly unknown[] ? Name : never
}[keyof Problem]

/** One element of one list, held against its schema. */
export type ProblemElement = {
  [Name in ProblemList]: { readonly list: Name; readonly element: Problem[Name][number] }
}[ProblemList]

/** Reads any line of JSON lines but the first by itself: its shape only, no references. `index` counts lines from 0. */
export function readProblemLine(line: string, index: number): ReadOutcome<ProblemElement> {
  const read = readElement(line, index, LISTS)
  if (read.kind === 'refused') return read
  const { list, element } = read.value
  const issues = misfits(ProblemSchema.properties[list as ProblemList].items, element)
  if (issues.length === 0) return { kind: 'read', value: read.value as ProblemElement }
  const at = index + 1
  return refused(
    issues.map(({ path, zh, en }) => ({
      path: `$.${list}[]${path.slice(1)}`,
      zh: `第 ${at} 行：${zh}`,
      en: `line ${at}: ${en}`,
    })),
  )
}

/** Reads the first line of JSON lines: what is no list, and the short lists that stand there too. */
export function readProblemHead(line: string): ReadOutcome<Problem> {
  const lines = collectLines(LISTS)
  lines.take(line)
  const parsed = lines.finish()
  if (parsed.kind === 'refused') return parsed
  const issues = misfits(ProblemSchema, parsed.value).map(explainMode)
  return issues.length > 0 ? refused(issues) : { kind: 'read', value: parsed.value as Problem }
}

function held(parsed: ReadOutcome<unknown>): ReadOutcome<Problem> {
  if (parsed.kind === 'refused') return parsed
  const shape = misfits(ProblemSchema, parsed.value).map(explainMode)
  if (shape.length > 0) return refused(shape)
  const problem = parsed.value as Problem
  const faults = [...referenceFaults(problem), ...regionFaults(problem)]
  return faults.length > 0 ? refused(faults) : { kind: 'read', value: problem }
}

function readText(text: string): ReadOutcome<unknown> {
  return isJsonLines(text) ? readJsonLines(text, LISTS) : readJson(text)
}

/** Offices do combine modes in speech; the file takes one, and raising the level goes with any of them. */
function explainMode(issue: ReadIssue): ReadIssue {
  if (!issue.path.startsWith('$.rules.mode')) return issue
  return {
    path: issue.path,
    zh: `${issue.zh}。一轮只有一种方式：整组轮换与混编打散互相排斥；提级用 "elevated": true，可与任何方式并用`,
    en: `${issue.en}. A round has one mode: teams that move whole cannot also be dealt out mixed; raising the level is "elevated": true and goes with any mode`,
  }
}
