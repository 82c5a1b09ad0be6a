import { firstLineOf } from './lines.ts'

/** A first line longer than this is a whole problem, not the head of one. */
const LONGEST_HEAD = 64_000_000

/** The first line of a file of JSON lines; null where it is anything else, or cannot be read. */
export async function headOf(path: string): Promise<string | null> {
  const first = await firstLineOf(path, LONGEST_HEAD).catch(() => null)
  if (first === null || !first.trimEnd().endsWith('}')) return null
  // loaded where it is needed: who hands a whole problem to a thread does without the engine
  const { isJsonLines } = await import('@shengmian/dispatch')
  return isJsonLines(`${first}\n{}`) ? first : null
}
