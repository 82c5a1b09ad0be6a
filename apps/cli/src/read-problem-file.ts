// A problem from its file: JSON as a whole, JSON lines as they come, so that a file of lines may be longer than any string.
import { problemFromLines, readProblem, type Problem, type ReadOutcome } from '@shengmian/dispatch'
import { complain, readAt, whyUnreadable } from './files.ts'
import { headOf } from './head-of.ts'
import { linesOf } from './lines.ts'

/** The problem, or null after its faults have been printed, each with its place. */
export async function readProblemFile(path: string): Promise<Problem | null> {
  const outcome = await readProblemAt(path)
  if (outcome.kind === 'read') return outcome.value
  complain(path, outcome.issues)
  return null
}

/** The problem, or its faults. */
export async function readProblemAt(path: string): Promise<ReadOutcome<Problem>> {
  if ((await headOf(path)) === null) return readAt(path, readProblem)
  const lines = problemFromLines()
  try {
    for await (const line of linesOf(path)) if (!lines.take(line)) break
  } catch (error) {
    return { kind: 'refused', issues: [{ path: '$', ...whyUnreadable(error) }] }
  }
  return lines.finish()
}
