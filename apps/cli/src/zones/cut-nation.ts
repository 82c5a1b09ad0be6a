// A nation cut into one problem a zone, each a file of JSON lines in a temporary folder. The file is read three times and never held:
// who is where; who is known to whom across the ties; then every line goes to the zones that need it.
import { createHash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { join } from 'node:path'
import {
  canonicalText,
  readProblemHead,
  readProblemLine,
  resolveRules,
  surveyZones,
  type Problem,
  type ProblemElement,
  type ReadIssue,
  type ZoneSurvey,
} from '@shengmian/dispatch'
import { whyUnreadable } from '../files.ts'
import { linesOf } from '../lines.ts'
import { openPens, type Pens } from './pens.ts'

const MOST_ISSUES = 200
/** Looked at before the line is parsed: most lines of a nation are ties, and most passes need either them or the rest. */
const IS_TIE = /^\s*\{\s*"ties"/

interface ZoneFile {
  /** '' = places in no zone. */
  readonly zone: string
  readonly file: string
}

export type Cut =
  | {
      readonly kind: 'zones'
      /** Walks all elements once more. */
      readonly elements: () => AsyncIterable<{ readonly element: ProblemElement | null }>
      readonly zones: readonly ZoneFile[]
      /** Of the whole problem, as a plan carries it. */
      readonly hash: string
      readonly hasFixedWorkloads: boolean
      /** Lines that join what can never meet, such as two people of different zones kept apart. */
      readonly leftOut: number
    }
  /** Not to be cut, and why; `isBound` = the round is bound to zones, so that somebody may wonder. */
  | { readonly kind: 'whole'; readonly isBound: boolean; readonly zh: string; readonly en: string }
  | { readonly kind: 'refused'; readonly issues: readonly ReadIssue[] }

/** Cuts the file whose first line is `first`, writing into `folder`. */
export async function cutNation(path: string, first: string, folder: string): Promise<Cut> {
  const head = readProblemHead(first)
  if (head.kind === 'refused') return head
  const survey = surveyZones(head.value)
  if (!resolveRules(head.value.rules).zoneBound)
    return { kind: 'whole', isBound: false, zh: '本轮不限片区', en: 'is not bound to zones' }
  try {
    const lines = (keep: (line: string) => boolean) => elementsOf(path, head.value, keep)
    const issues: ReadIssue[] = []
    // A name may be written with escapes; then the second pass looks at every line
    let hasOddTies = false
    for await (const { element, line, faults } of lines((text) => !IS_TIE.test(text))) {
      if (element === null) issues.push(...faults)
      else if (element.list === 'ties') hasOddTies = true
      else {
        const fault = survey.take(element)
        if (fault !== null) issues.push(atLine(line, fault))
      }
      if (issues.length >= MOST_ISSUES) break
    }
    if (issues.length > 0) return { kind: 'refused', issues }
    const settled = survey.settle()
    if (settled.kind === 'whole') return { isBound: true, ...settled }
    if (settled.zones.length < 2) return { kind: 'whole', isBound: true, zh: '只有一个片区', en: 'there is one zone only' }

    for await (const { element, faults } of lines((text) => hasOddTies || IS_TIE.test(text))) {
      if (element === null) issues.push(...faults)
      else if (element.list === 'ties') survey.takeTie(element.element)
      if (issues.length >= MOST_ISSUES) break
    }
    if (issues.length > 0) return { kind: 'refused', issues }
    return await deal(path, head.value, survey, settled.zones, folder)
  } catch (error) {
    if (!(error instanceof Error && 'code' in error)) throw error
    return { kind: 'refused', issues: [{ path: '$', ...whyUnreadable(error) }] }
  }
}

async function deal(path: string, head: Problem, survey: ZoneSurvey, zones: readonly string[], folder: string): Promise<Cut> {
  const files = zones.map((zone, i) => ({ zone, file: join(folder, `zone-${i}.jsonl`) }))
  const lists = Object.keys(head).filter((name) => Array.isArray(head[name as keyof Problem]))
  const [pens, canonical] = [openPens(files.map(({ file }) => file)), openPens(lists.map((name) => join(folder, `${name}.txt`)))]
  const issues: ReadIssue[] = []
  let leftOut = 0
  try {
    const rest = Object.fromEntries(Object.entries(head).filter(([, part]) => !Array.isArray(part)))
    for (const pen of pens.all) pen(`${JSON.stringify(rest)}\n`)
    // Everything was held against the schema in an earlier pass
    for await (const { element, line } of elementsOf(path, head, () => true, JSON.parse)) {
      if (element === null) continue
      canonical.all[lists.indexOf(element.list)]?.(`${canonicalText(element.element)},`)
      const places = survey.place(element)
      if ('en' in places) issues.push(atLine(line, places))
      else if (places.length === 0) leftOut += 1
      else writeTo(pens, places, element)
      if (issues.length >= MOST_ISSUES) break
    }
  } finally {
    pens.close()
    canonical.close()
  }
  if (issues.length > 0) return { kind: 'refused', issues }
  const hash = await hashOf(head, lists, folder)
  const elements = () => elementsOf(path, head, () => true, JSON.parse)
  return { kind: 'zones', elements, zones: files, hash, hasFixedWorkloads: survey.hasFixedWorkloads(), leftOut }
}

function writeTo(pens: Pens, places: readonly number[], { list, element }: ProblemElement): void {
  const text = `${JSON.stringify({ [list]: element })}\n`
  for (const place of places) pens.all[place]?.(text)
}

interface ElementAt {
  /** Null where the line is faulty. */
  readonly element: ProblemElement | null
  readonly line: number
  readonly faults: readonly ReadIssue[]
}

/** The elements in the head, which is line 1, then those of the other lines; `parse` takes lines that are known to be sound. */
async function* elementsOf(
  path: string,
  head: Problem,
  keep: (line: string) => boolean,
  parse?: (line: string) => unknown,
): AsyncGenerator<ElementAt> {
  for (const [list, part] of Object.entries(head)) {
    if (!Array.isArray(part) || !keep(`{"${list}"`)) continue
    for (const element of part) yield { element: { list, element } as ProblemElement, line: 1, faults: [] }
  }
  let index = 0
  for await (const text of linesOf(path)) {
    const at = index++
    if (at === 0 || text.trim() === '' || !keep(text)) continue
    if (parse !== undefined) {
      const [[list, element] = []] = Object.entries(parse(text) as object)
      yield { element: { list, element } as ProblemElement, line: at + 1, faults: [] }
      continue
    }
    const read = readProblemLine(text, at)
    yield read.kind === 'read'
      ? { element: read.value, line: at + 1, faults: [] }
      : { element: null, line: at + 1, faults: read.issues }
  }
}

/** SHA-256 over the canonical JSON of the whole: its parts in the order of their names, each list from its own file. */
async function hashOf(head: Problem, lists: readonly string[], folder: string): Promise<string> {
  const hash = createHash('sha256')
  let before = '{'
  for (const name of Object.keys(head).sort()) {
    hash.update(`${before}${JSON.stringify(name)}:`)
    before = ','
    if (!lists.includes(name)) {
      hash.update(canonicalText(head[name as keyof Problem]))
      continue
    }
    hash.update('[')
    // Every element is followed by a comma; the last of them is not part of the text
    let held: Buffer = Buffer.alloc(0)
    for await (const chunk of createReadStream(join(folder, `${name}.txt`))) {
      hash.update(held)
      held = chunk as Buffer
    }
    hash.update(held.subarray(0, Math.max(0, held.length - 1)))
    hash.update(']')
  }
  hash.update('}')
  return `sha256:${hash.digest('hex')}`
}

function atLine(line: number, { zh, en }: Pick<ReadIssue, 'zh' | 'en'>): ReadIssue {
  return { path: '$', zh: `第 ${line} 行：${zh}`, en: `line ${line}: ${en}` }
}
