// A secret comes from the environment or, better, from a file that a vault lays out: what stands in the environment is seen by whoever may look at the process.
import { readFileSync } from 'node:fs'
import { isReadByOthers } from './read-by-others.ts'

/** The setting of that name, or what stands in the file that `NAME_FILE` names. Throws where both are given, and for a file that every user of the machine may read. */
export function readSecret(environment: NodeJS.ProcessEnv, name: string): string | null {
  const given = environment[name]
  const file = environment[`${name}_FILE`]
  if (file === undefined) return given ?? null
  if (given !== undefined) throw new Error(`${name} and ${name}_FILE are both set; which one?`)
  if (isReadByOthers(file))
    throw new Error(`${name}_FILE: every user of this machine may read ${file}; take that away with chmod o= ${file}`)
  const text = readFileSync(file, 'utf8').trim()
  if (text === '') throw new Error(`${name}_FILE: ${file} is empty`)
  return text
}
