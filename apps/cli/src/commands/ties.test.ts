import { readFile } from 'node:fs/promises'
import { DuckDBInstance } from '@duckdb/node-api'
import { prepareExposure } from '@shengmian/recusal'
import { describe, expect, it } from 'vitest'
import { aDesk, shengmian } from '../testing/run-shengmian.ts'

type Tie = readonly [a: number, b: number, strength: number | null]

/** 120 people; everybody has some three ties, the first few more. */
function someTies(): Tie[] {
  let state = 20261127
  const next = (below: number): number => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0
    return Math.floor((state / 2 ** 32) * below)
  }
  return Array.from({ length: 300 }, () => [next(next(2) === 0 ? 12 : 120), next(120), next(1001)] as const)
}

/** Ties as a Parquet file of row groups of 2,048 rows; ids as numbers, or as text made by `name`. */
async function layParquet(path: string, ties: readonly Tie[], columns = 'a, b, strength'): Promise<string> {
  const instance = await DuckDBInstance.create(':memory:')
  const connection = await instance.connect()
  const rows = ties.map(([a, b, strength]) => `(${a}, ${b}, ${strength})`).join(', ')
  await connection.run(
    `copy (select ${columns} from (values ${rows}) ties (a, b, strength)) to '${path}' (format parquet, row_group_size 2048)`,
  )
  connection.closeSync()
  instance.closeSync()
  return path
}

async function laidDesk(columns?: string, ties = someTies()) {
  const desk = await aDesk()
  await layParquet(desk.path('ties.parquet'), ties, columns)
  const run = async (inspectors: string, officials: string, out = 'paths.csv') =>
    shengmian(
      [
        'ties',
        desk.path('ties.parquet'),
        '--inspectors',
        await desk.lay('inspectors.txt', inspectors),
        '--officials',
        await desk.lay('officials.txt', officials),
        '--out',
        desk.path(out),
      ],
      { env: { LC_ALL: 'en_US.UTF-8' } },
    )
  return { desk, run, names: desk.names }
}

const inspectors = Array.from({ length: 20 }, (_, i) => i * 3)
const officials = Array.from({ length: 30 }, (_, i) => i * 4)

/** What the engine says pair by pair, as the lines of the file. */
function expectedLines(name: (person: number) => string): string[] {
  const ties = someTies().map(([a, b, strength]) => ({
    a: `${a}`,
    b: `${b}`,
    kind: 'study',
    strength: strength ?? 0,
    source: '',
  }))
  const { strength } = prepareExposure(ties)
  return inspectors.flatMap((i) =>
    officials.flatMap((o) => {
      const p = strength(`${i}`, `${o}`)
      return p > 0 ? [`${name(i)},${name(o)},${p}`] : []
    }),
  )
}

describe('shengmian ties', () => {
  it('writes the strongest path of at most three ties for every inspector and official of a Parquet file', async () => {
    const { desk, run } = await laidDesk()
    expect(await run(inspectors.join('\n'), officials.join('\n'))).toMatchObject({ code: 0 })
    const lines = (await readFile(desk.path('paths.csv'), 'utf8')).trimEnd().split('\n')
    expect(lines).toEqual(['person,insider,strength', ...expectedLines(String)])
    expect(lines.length).toBeGreaterThan(300)
  })

  it('takes ids that are text, also with a comma, and writes Parquet where the name asks for it', async () => {
    const { desk, run } = await laidDesk(`'张,' || a as a, '张,' || b as b, strength`)
    const ids = (list: readonly number[]): string => `\uFEFF${list.map((person) => `张,${person}`).join('\r\n')}\r\n`
    expect(await run(ids(inspectors), ids(officials), 'paths.parquet')).toMatchObject({ code: 0 })
    const instance = await DuckDBInstance.create(':memory:')
    const connection = await instance.connect()
    const found = await connection.runAndReadAll(`select person, insider, strength from '${desk.path('paths.parquet')}'`)
    expect(found.getRows().map((row) => row.join(','))).toEqual(expectedLines((person) => `张,${person}`))
    expect(await desk.names()).toEqual(['inspectors.txt', 'officials.txt', 'paths.parquet', 'ties.parquet'])
    connection.closeSync()
    instance.closeSync()
  })

  it('says how many of the lists have no tie in the file at all', async () => {
    const { run } = await laidDesk()
    const ended = await run('0\n9001\n9002', '4\n9003')
    expect(ended.code).toBe(0)
    expect(ended.err).toContain('without any tie in the file: 2 inspectors, 1 officials')
  })

  it.each([
    ['a strength above 1000', [0, 1, 1001], 'ties.parquet: row group 2, row 4301, column strength: 1001 does not lie between'],
    ['a missing strength', [0, 1, null], 'ties.parquet: row group 2, row 4301, column strength: no value'],
  ] as const)('names row group, row and column of %s and writes nothing', async (_, bad, words) => {
    const { run, names } = await laidDesk(undefined, [...Array.from({ length: 4300 }, () => [0, 1, 5] as const), bad])
    const ended = await run('0', '1')
    expect(ended).toMatchObject({ code: 2, out: '' })
    expect(ended.err).toContain(words)
    expect(await names()).toEqual(['inspectors.txt', 'officials.txt', 'ties.parquet'])
  })

  it.each([
    ['a column that is missing', 'a, b, strength as weight', 'the column strength is missing (there are a, b, weight)'],
    ['ids of two types', `a, b::varchar as b, strength`, 'the columns a and b must both be integers, or both text'],
    ['a strength that is no integer', 'a, b, strength / 1000 as strength', 'the column strength must be an integer'],
  ])('refuses %s by name', async (_, columns, words) => {
    const { run } = await laidDesk(columns)
    const ended = await run('0', '1')
    expect(ended.code).toBe(2)
    expect(ended.err).toContain(words)
  })

  it('refuses an id of another type, an id given twice, an empty list and a file that is no Parquet, each with its place', async () => {
    const { desk, run } = await laidDesk()
    expect((await run('0\nx7', '1')).err).toContain('inspectors.txt: line 2: x7 is no id of the type')
    expect((await run('0', '1\n2\n1')).err).toContain('line 3: 1 is there twice (first on line 1)')
    expect((await run('0', '\n')).err).toContain('holds no id')
    await desk.lay('ties.parquet', 'a,b,strength\n0,1,5\n')
    const ended = await run('0', '1')
    expect(ended.code).toBe(2)
    expect(ended.err).toMatch(/ties\.parquet: cannot be read as Parquet: /)
  })
})
