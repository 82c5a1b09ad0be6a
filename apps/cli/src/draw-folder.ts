// A draw as a folder: one small JSON file a step. What lies in it is known by its content; the names are for people.
import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { readDraw, readPlan, type DrawFile, type DrawFiles, type DrawRefusal, type Plan } from '@shengmian/dispatch'
import { EXIT, type ExitCode } from './exit-codes.ts'
import { writeWhole } from './files.ts'
import { both, note, say } from './words.ts'

/** The tickets' plans, one a line, for whoever runs the draw; a stranger replays them instead. */
const PLANS = 'plans.jsonl'

/** The draw in a folder, or in one bundle; null after its faults have been printed. */
export async function readFolder(path: string): Promise<DrawFiles | null> {
  const texts = await readTexts(path)
  if (texts === null) return null
  const outcome = readDraw(texts)
  if (outcome.kind === 'read') return outcome.value
  for (const issue of outcome.issues) console.error(`${path}: ${issue.path}: ${both(issue)}`)
  return null
}

/** Name and text of every JSON file in a folder, or of the one file that is named. */
export async function readTexts(path: string): Promise<{ name: string; content: string }[] | null> {
  try {
    const names = await readdir(path).catch((error: NodeJS.ErrnoException) =>
      error.code === 'ENOTDIR' ? null : Promise.reject(error),
    )
    if (names === null) return [{ name: path, content: await readFile(path, 'utf8') }]
    const wanted = names.filter((name) => name.endsWith('.json')).toSorted()
    return await Promise.all(wanted.map(async (name) => ({ name, content: await readFile(join(path, name), 'utf8') })))
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : String(error)
    note({ zh: `无法读取 ${path}（${code}）`, en: `cannot read ${path} (${code})` })
    return null
  }
}

/** The plans of all tickets as `portfolio` left them; null after a complaint. */
export async function readTickets(folder: string): Promise<readonly Plan[] | null> {
  const text = await readFile(join(folder, PLANS), 'utf8').catch(() => null)
  if (text === null) {
    note({ zh: `${folder} 中没有 ${PLANS}`, en: `${folder} has no ${PLANS}` })
    return null
  }
  const plans: Plan[] = []
  for (const [k, line] of text.trimEnd().split('\n').entries()) {
    const outcome = readPlan(line)
    if (outcome.kind === 'refused') {
      note({ zh: `${PLANS} 第 ${k + 1} 行有误`, en: `${PLANS}: line ${k + 1} is no plan` })
      return null
    }
    plans.push(outcome.value)
  }
  return plans
}

export function writeTickets(folder: string, plans: readonly Plan[]): Promise<ExitCode> {
  return put(folder, PLANS, plans.map((plan) => `${JSON.stringify(plan)}\n`).join(''))
}

/** Writes a step of the draw; the same step gives the same bytes. */
export async function putFile(folder: string, name: string, file: DrawFile | Plan | object): Promise<ExitCode> {
  return put(folder, name, `${JSON.stringify(file, null, 2)}\n`)
}

async function put(folder: string, name: string, text: string): Promise<ExitCode> {
  const fault = await writeWhole(join(folder, name), text)
  if (fault !== null) {
    note(fault)
    return EXIT.badInput
  }
  say({ zh: `已写出 ${join(folder, name)}`, en: 'written' })
  return EXIT.done
}

export function refuse(why: DrawRefusal | { readonly zh: string; readonly en: string }): ExitCode {
  note({ zh: why.zh, en: why.en })
  return EXIT.badInput
}
