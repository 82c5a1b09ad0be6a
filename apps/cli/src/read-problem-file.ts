// A problem from its file: JSON as a whole, JSON lines as they come, so that a file of lines may be longer than any string.
import { isJsonLines, problemFromLines, readProblem, type Problem } from '@shengmian/dispatch'
import { complain, readOrComplain, whyUnreadable } from './files.ts'
import { firstLineOf, linesOf } from './lines.ts'

/** A first line longer than this is a whole problem, not the head of one. */
const LONGEST_HEAD = 64_000_000

/** The problem, or null after its faults have been printed, each with its place. */
export async function readProblemFile(path: string): Promise<Problem | null> {
  if ((await headOf(path)) === null) return readOrComplain(path, readProblem)
  const lines = problemFromLines()
  try {
    for await (const line of linesOf(path)) if (!lines.take(line)) break
  } catch (error) {
    complain(path, [{ path: '$', ...whyUnreadable(error) }])
    return null
  }
  const outcome = lines.finish()
  if (outcome.kind === 'read') return outcome.value
  complain(path, outcome.issues)
  return null
}

/** The first line of a file of JSON lines; null where it is anything else, or cannot be read. */
export async function headOf(path: string): Promise<string | null> {
  const first = await firstLineOf(path, LONGEST_HEAD).catch(() => null)
  return first !== null && isJsonLines(`${first}\n{}`) ? first : null
}
