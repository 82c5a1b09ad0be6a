// `npx node bench/dispatch/write-table.ts`: writes what was measured between the marks of README.md, and invents nothing.
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import type { Figure } from '../figure.ts'

const project = path.join(import.meta.dirname, '..', '..')
const [BEGIN, END] = [
  '<!-- dispatch, measured: written by bench/dispatch/write-table.ts -->',
  '<!-- end of dispatch, measured -->',
]

function figuresOf(topic: string): readonly Figure[] {
  const file = path.join(project, 'bench/results', `${topic}.jsonl`)
  if (!existsSync(file)) return []
  const lines = readFileSync(file, 'utf8').trim().split('\n')
  return lines.filter((line) => line !== '').map((line) => JSON.parse(line) as Figure)
}

const shown = (value: number, unit: string): string => {
  if (unit === 'none') return '–'
  const number = Number.isInteger(value)
    ? value.toLocaleString('en')
    : unit === 'ratio'
      ? value.toFixed(5)
      : String(Number(value.toPrecision(3)))
  return unit === 'ratio' ? number : `${number} ${unit}`
}

const table = (head: readonly string[], rows: readonly (readonly string[])[]): string =>
  [head, head.map(() => '---'), ...rows]
    .map((cells) => `| ${cells.map((cell) => cell.replaceAll('|', '/')).join(' | ')} |`)
    .join('\n')

const ours = figuresOf('dispatch')
const peers = figuresOf('peers')
if (ours.length === 0) {
  console.error('first: npm run figures -- dispatch')
  process.exit(2)
}

/** Figures that begin with spaces belong to the one above. */
const groups: Figure[][] = []
for (const figure of ours) {
  if (figure.figure.startsWith(' ') && groups.length > 0) groups.at(-1)?.push(figure)
  else groups.push([figure])
}
const cell = ({ value, unit, holds, target }: Figure): string => `${shown(value, unit)}${holds ? '' : ` ✗ (${target})`}`

const burden = (figure: Figure | undefined): string => {
  const [, cpu, load] = /([\d.]+) s of CPU in all threads, load of the machine ([\d.]+)/.exec(figure?.how ?? '') ?? []
  return cpu === undefined ? '–' : `${cpu} s, ${load}`
}

const sizes = groups.filter(([first]) => first?.figure.endsWith(': travel ÷ proven bound') === true)
const others = groups.filter((group) => !sizes.includes(group))
const composition = table(
  ['people × teams', 'cost ÷ proven bound', 'whole program', 'memory', 'first valid plan', 'CPU, load of the machine'],
  sizes.map((group) => [(group[0]?.figure ?? '').replace(': travel ÷ proven bound', ''), ...group.map(cell), burden(group[0])]),
)
const rest = table(
  ['figure', 'measured', 'target', ''],
  others
    .flat()
    .map((figure) => [
      figure.figure.replace(/^ +/, '… '),
      shown(figure.value, figure.unit),
      figure.target,
      figure.holds ? '✓' : '✗',
    ]),
)
/** The bound that our plan proves, by member of the family. */
const boundOf = new Map(
  sizes.flatMap(([first]) => {
    const [, cost, bound] = /travel (\d+) (?:=|≥ (\d+))/.exec(first?.how ?? '') ?? []
    return first === undefined || cost === undefined ? [] : [[first.figure.split(',')[0] ?? '', Number(bound ?? cost)] as const]
  }),
)
const peerRows = peers.map(({ figure, value, unit, how }) => {
  const bound = boundOf.get(figure.split(':')[0] ?? '')
  const ratio = unit === 'km' && bound !== undefined ? (value / bound).toFixed(4) : '–'
  return [figure.replace(', travel', ''), unit === 'none' ? 'none' : shown(value, unit), ratio, how]
})
const text = [
  `Two cores, effort normal; ✗ with its target where it does not hold. Seconds by the clock are those of two idle cores only where the load is at most 2. What each was measured on: \`bench/results/dispatch.jsonl\`.`,
  composition,
  rest,
  ...(peers.length === 0
    ? []
    : [
        'Free solvers on the same files ([how](bench/peers/README.md)), their cost against the bound that ours proves. They stop by the clock and ours by iterations, so where the load is above 2 they had less of the machine than their limit says, and this flatters ours:',
        table(['peer', 'reached', '÷ our bound', 'how'], peerRows),
      ]),
].join('\n\n')

const file = path.join(project, 'README.md')
const readme = readFileSync(file, 'utf8')
const [before, after] = [readme.split(BEGIN)[0] ?? '', readme.split(END)[1]]
if (after === undefined) {
  console.error(`README.md lacks the marks ${BEGIN} and ${END}`)
  process.exit(2)
}
writeFileSync(file, `${before}${BEGIN}\n\n${text}\n\n${END}${after}`)
