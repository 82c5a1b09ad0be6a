import { ProblemSchema, type Problem } from './problem.ts'
import { readJson } from './read-json.ts'
import { isJsonLines, readJsonLines } from './read-lines.ts'
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
  const parsed = typeof input === 'string' ? readText(input) : ({ kind: 'read', value: input } as const)
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
    zh: `${issue.zh}。一轮只有一种方式:整组轮换与混编打散互相排斥;提级用 "elevated": true,可与任何方式并用`,
    en: `${issue.en}. A round has one mode: teams that move whole cannot also be dealt out mixed; raising the level is "elevated": true and goes with any mode`,
  }
}
