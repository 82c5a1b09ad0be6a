import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { DuckDBInstance } from '@duckdb/node-api'
import { run } from '../../tools/run.ts'
import type { Figure, Measure } from '../figure.ts'

type Found = Omit<Figure, 'topic'>
const project = path.join(import.meta.dirname, '..', '..')

/** The strongest path of at most three ties from every inspector to every official: in memory, through hubs, and from Parquet files. */
export const measureTies: Measure = async ({ quick }) => {
  const size = quick
    ? { people: 500_000, ties: 5_000_000, inspectors: 1000, officials: 3000, runs: 3 }
    : { people: 5_000_000, ties: 50_000_000, inspectors: 10_000, officials: 30_000, runs: 5 }
  return [
    ...(await inMemory('all alike', 0, size)),
    ...(await inMemory('a tenth of them on 2,000 hubs', 2000, size)),
    ...(await fromParquet('numbers as ids', (column) => `(${column})::integer`, size)),
    ...(await fromParquet('text as ids', (column) => `'P' || lpad((${column})::varchar, 9, '0')`, size)),
  ]
}

interface Size {
  readonly people: number
  readonly ties: number
  readonly inspectors: number
  readonly officials: number
  readonly runs: number
}

function words({ people, ties, inspectors, officials }: Size): string {
  const of = (count: number): string => count.toLocaleString('en')
  return `${of(people)} people, ${of(ties)} ties, ${of(inspectors)} inspectors × ${of(officials)} officials (the full run: 5,000,000, 50,000,000, 10,000 × 30,000)`
}

type Report = Readonly<Record<'seconds' | 'busySeconds' | 'pairs' | 'megabytes', number>>

async function inMemory(kind: string, hubs: number, size: Size): Promise<Found[]> {
  const { people, ties, inspectors, officials, runs } = size
  const counts = [people, ties, hubs, inspectors, officials, runs].map(String)
  const ran = await run('node', [path.join(import.meta.dirname, 'strongest-paths.ts'), ...counts])
  if (ran.code !== 0) throw new Error(ran.output)
  const { seconds, busySeconds, pairs, megabytes } = JSON.parse(ran.output) as Report
  const how = `${words(size)}; one thread, the middle of ${runs} runs, of which the thread was at work ${busySeconds.toFixed(2)} s; ${pairs} pairs found; memory of the whole process with its columns`
  return [
    { figure: `strongest paths in memory, ${kind}`, value: seconds, unit: 's', target: '≤ 2', holds: seconds <= 2, how },
    { figure: `  its memory`, value: megabytes, unit: 'MB', target: '≤ 1000', holds: megabytes <= 1000, how },
  ]
}

/** Written by DuckDB from its hash of the row's number, so that anybody draws the same ties; read by the program itself. */
async function fromParquet(kind: string, id: (column: string) => string, size: Size): Promise<Found[]> {
  const folder = mkdtempSync(path.join(tmpdir(), 'shengmian-bench-ties-'))
  try {
    const at = (name: string): string => path.join(folder, name)
    await writeFiles(at, id, size)
    writeFileSync(at('memory.mjs'), REPORT)
    const ran = await run(
      'node',
      [
        '--import',
        at('memory.mjs'),
        path.join(project, 'apps/cli/bin/shengmian.mjs'),
        'ties',
        at('ties.parquet'),
        '--inspectors',
        at('inspectors.csv'),
        '--officials',
        at('officials.csv'),
        '--out',
        at('paths.csv'),
      ],
      { env: { LC_ALL: 'en_US.UTF-8' } },
    )
    const megabytes = Number(/peak (\d+) kB/.exec(ran.output)?.[1] ?? Number.NaN) / 1024
    if (ran.code !== 0 || Number.isNaN(megabytes)) throw new Error(ran.output)
    const pairs = /written: (\d+) pairs/.exec(ran.output)?.[1]
    const how = `${words(size)}; \`shengmian ties\` once, start of the program and writing of ${pairs} pairs as CSV included; memory of the whole process`
    return [
      {
        figure: `strongest paths from Parquet, ${kind}`,
        value: ran.seconds,
        unit: 's',
        target: '≤ 15',
        holds: ran.seconds <= 15,
        how,
      },
      { figure: `  its memory`, value: megabytes, unit: 'MB', target: '≤ 1500', holds: megabytes <= 1500, how },
    ]
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

const REPORT = `import { writeSync } from 'node:fs'
process.on('exit', () => writeSync(2, 'peak ' + process.resourceUsage().maxRSS + ' kB\\n'))
`

async function writeFiles(at: (name: string) => string, id: (column: string) => string, size: Size): Promise<void> {
  const instance = await DuckDBInstance.create(':memory:', { memory_limit: '1GB', temp_directory: at('spill') })
  const connection = await instance.connect()
  const { people, ties } = size
  await connection.run(`copy (
    select ${id(`hash(i * 3 + 1) % ${people}`)} as a, ${id(`hash(i * 3 + 2) % ${people}`)} as b, (hash(i * 3) % 1001)::smallint as strength
    from range(${ties}) rows (i)) to '${at('ties.parquet')}' (format parquet)`)
  for (const list of ['inspectors', 'officials'] as const)
    await connection.run(`copy (select ${id(`7 + i * ${Math.floor(people / size[list])}`)} from range(${size[list]}) rows (i))
      to '${at(`${list}.csv`)}' (header false)`)
  connection.closeSync()
  instance.closeSync()
}
