// Texts of files → one draw. A file is known by its `format` and `kind`, never by its name, and a bundle is a list of such files.
import type { Plan } from '../plan.ts'
import type { Problem } from '../problem.ts'
import { readJson } from '../read-json.ts'
import { refused, type ReadIssue, type ReadOutcome } from '../read-outcome.ts'
import { readPlan } from '../read-plan.ts'
import { readProblem } from '../read-problem.ts'
import { misfits } from '../read-shape.ts'
import type { DrawFiles, DrawReceipt } from './draw-files.ts'
import {
  DRAW_SCHEMAS,
  type DrawAbort,
  type DrawBranch,
  type DrawCommitment,
  type DrawDice,
  type DrawFreeze,
  type DrawPick,
  type DrawPortfolio,
  type DrawPublicBeacon,
  type DrawReveal,
  type DrawSalts,
  type DrawWithdrawal,
} from './draw.ts'

export type DrawFile =
  | DrawFreeze
  | DrawSalts
  | DrawCommitment
  | DrawDice
  | DrawReveal
  | DrawPublicBeacon
  | DrawPortfolio
  | DrawPick
  | DrawWithdrawal
  | DrawAbort
  | DrawBranch

/** Reads one file of a draw from its text or a parsed value. Format: `shengmian.draw/1`. */
export function readDrawFile(input: unknown): ReadOutcome<DrawFile> {
  const parsed = typeof input === 'string' ? readJson(input) : ({ kind: 'read', value: input } as const)
  if (parsed.kind === 'refused') return parsed
  const kind = kindOf(parsed.value)
  if (kind === null)
    return refused([{ path: '$.kind', zh: `不是抽签文件（shengmian.draw/1）`, en: 'is no file of a draw (shengmian.draw/1)' }])
  const issues = misfits(DRAW_SCHEMAS[kind], parsed.value)
  return issues.length > 0 ? refused(issues) : { kind: 'read', value: parsed.value as DrawFile }
}

/** Puts the files of a draw together. Each issue's path begins with the name of the file it is in. */
export function readDraw(files: readonly NamedFile[]): ReadOutcome<DrawFiles> {
  const { issues, found, problems, plans } = sortFiles(files)
  return issues.length > 0 ? refused(issues) : putTogether(found, problems, plans)
}

/** What a party kept, alone or in a bundle: everything of it that can contradict a draw. */
export function readReceipts(files: readonly NamedFile[]): ReadOutcome<DrawReceipt[]> {
  const { issues, found } = sortFiles(files)
  return issues.length > 0 ? refused(issues) : { kind: 'read', value: found.filter(isReceipt) }
}

function isReceipt(file: DrawFile): file is DrawReceipt {
  return ['freeze', 'commitment', 'reveal', 'portfolio', 'pick', 'dice'].includes(file.kind)
}

interface NamedFile {
  readonly name: string
  readonly content: unknown
}

function sortFiles(files: readonly NamedFile[]) {
  const issues: ReadIssue[] = []
  const found: DrawFile[] = []
  const problems: Problem[] = []
  const plans: Plan[] = []
  const take = <T>(name: string, outcome: ReadOutcome<T>, list: T[]): void => {
    if (outcome.kind === 'read') list.push(outcome.value)
    else issues.push(...outcome.issues.map((issue) => ({ ...issue, path: `${name}: ${issue.path}` })))
  }
  const sort = (name: string, content: unknown): void => {
    const parsed = typeof content === 'string' ? readJson(content) : ({ kind: 'read', value: content } as const)
    if (parsed.kind === 'refused') return take(name, parsed, [])
    const { value } = parsed
    const format = wordOf(value, 'format')
    if (format === 'shengmian.dispatch-problem/1') take(name, readProblem(value), problems)
    else if (format === 'shengmian.dispatch-plan/1') take(name, readPlan(value), plans)
    else if (wordOf(value, 'kind') === 'bundle' && typeof value === 'object' && value !== null && 'files' in value) {
      const parts: unknown[] = Array.isArray(value.files) ? value.files : []
      parts.forEach((part, k) => sort(`${name}[${k}]`, part))
    } else take(name, readDrawFile(value), found)
  }
  for (const { name, content } of files) sort(name, content)
  return { issues, found, problems, plans }
}

function putTogether(found: readonly DrawFile[], problems: readonly Problem[], plans: readonly Plan[]): ReadOutcome<DrawFiles> {
  const all = <K extends DrawFile['kind']>(kind: K): Extract<DrawFile, { kind: K }>[] =>
    found.filter((file): file is Extract<DrawFile, { kind: K }> => file.kind === kind)
  const freezes = all('freeze')
  const [freeze] = freezes
  if (freeze === undefined)
    return refused([{ path: '$', zh: '没有冻结文件（kind: freeze）', en: 'there is no freeze among the files (kind: freeze)' }])
  const { number } = freeze.terms
  const aborts = all('abort').filter((abort) => abort.number === number)
  const single: readonly (readonly [string, readonly unknown[]])[] = [
    ['freeze', freezes],
    ['problem', problems],
    ['salts', all('salts')],
    ['portfolio', all('portfolio')],
    ['pick', all('pick')],
    ['abort', aborts],
  ]
  const twice = single.filter(([, list]) => list.length > 1)
  if (twice.length > 0)
    return refused(twice.map(([kind]) => ({ path: '$', zh: `${kind} 文件多于一份`, en: `there is more than one ${kind}` })))
  return {
    kind: 'read',
    value: {
      freeze,
      problem: problems[0] ?? null,
      salts: all('salts')[0] ?? null,
      commitments: all('commitment'),
      dice: all('dice'),
      reveals: all('reveal'),
      publicBeacons: all('public'),
      portfolio: all('portfolio')[0] ?? null,
      pick: all('pick')[0] ?? null,
      withdrawals: all('withdrawal').sort((a, b) => a.number - b.number),
      plans,
      abort: aborts[0] ?? null,
      earlier: all('abort').filter((abort) => abort.number < number),
      branches: all('branch'),
    },
  }
}

function wordOf(value: unknown, name: 'format' | 'kind'): string | null {
  if (typeof value !== 'object' || value === null || !(name in value)) return null
  const word: unknown = Object.getOwnPropertyDescriptor(value, name)?.value
  return typeof word === 'string' ? word : null
}

function kindOf(value: unknown): keyof typeof DRAW_SCHEMAS | null {
  const kind = wordOf(value, 'kind')
  return wordOf(value, 'format') === 'shengmian.draw/1' && kind !== null && Object.hasOwn(DRAW_SCHEMAS, kind)
    ? (kind as keyof typeof DRAW_SCHEMAS)
    : null
}
