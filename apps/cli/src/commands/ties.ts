import { middleTies, nearTies, visitPaths, type TieColumns } from '@shengmian/recusal'
import { EXIT, type ExitCode } from '../exit-codes.ts'
import { isSameFile, readOrComplain, whyNotReadable, whyNotWritable } from '../files.ts'
import { readOptions } from '../read-options.ts'
import { readKeptTies, type KeptTies } from '../ties/kept-ties.ts'
import { readIds, type ListedId } from '../ties/read-ids.ts'
import { csvToParquet } from '../ties/csv-to-parquet.ts'
import { both, note, say, type Words } from '../words.ts'
import { writePieces, type WritePiece } from '../write-pieces.ts'

/** `shengmian ties TIES.parquet --inspectors FILE --officials FILE --out FILE` */
export async function runTies(args: readonly string[]): Promise<ExitCode> {
  const options = readOptions(args, { files: ['TIES.parquet'], values: ['inspectors', 'officials', 'out'], flags: [] })
  if (options.kind === 'refused') return refuse(options.why)
  const { files, values } = options.taken
  const [file = ''] = files
  const [inspectorsPath, officialsPath, out] = [values['inspectors'], values['officials'], values['out']]
  if (inspectorsPath === undefined || officialsPath === undefined || out === undefined)
    return refuse({
      zh: '缺少 --inspectors 文件、--officials 文件 或 --out 文件',
      en: '--inspectors FILE, --officials FILE or --out FILE is missing',
    })
  const fault = (await whyNotReadable(file)) ?? (await whyNotWritable(out))
  if (fault !== null) return refuse(fault)
  for (const path of [file, inspectorsPath, officialsPath])
    if (await isSameFile(path, out))
      return refuse({ zh: `--out 不能是输入文件 ${out}`, en: `--out must not be an input: ${out}` })
  const inspectors = await readOrComplain(inspectorsPath, readIds)
  const officials = await readOrComplain(officialsPath, readIds)
  if (inspectors === null || officials === null) return EXIT.badInput

  const kept = await readKeptTies(file, { inspectors, officials })
  if ('of' in kept) {
    console.error(`${{ ties: file, inspectors: inspectorsPath, officials: officialsPath }[kept.of]}: ${both(kept)}`)
    return EXIT.badInput
  }
  let pairs = 0
  const near = nearTies(kept.ties, kept.ends)
  const unwritten = await writePieces(
    out,
    (write) => {
      pairs = writePairs(write, kept, near, inspectors, officials)
    },
    out.endsWith('.parquet') ? (temporary) => csvToParquet(temporary, kept.idType) : undefined,
  )
  if (unwritten !== null) return refuse(unwritten)
  tellStrangers(near, kept)
  say({ zh: `已写出 ${out}：${pairs} 对`, en: `written: ${pairs} pairs` })
  return EXIT.done
}

function writePairs(
  write: WritePiece,
  { ties, ends }: KeptTies,
  near: TieColumns,
  inspectors: readonly ListedId[],
  officials: readonly ListedId[],
): number {
  let pairs = 0
  const cells = officials.map(({ id }) => cell(id))
  write('person,insider,strength\n')
  visitPaths(ends, near, middleTies(ties, ends, near), (inspector, found, strengths) => {
    const person = cell(inspectors[inspector]?.id ?? '')
    for (let k = 0; k < found.length; k++) write(`${person},${cells[found[k] ?? 0]},${strengths[k]}\n`)
    pairs += found.length
  })
  return pairs
}

/** Who has no tie at all may be a stranger, or be listed under a wrong id: that is said, not taken for clear. */
function tellStrangers(near: TieColumns, { ends }: KeptTies): void {
  const isTied = new Uint8Array(ends.people)
  for (const column of [near.a, near.b]) for (const person of column) isTied[person] = 1
  const strangers = (list: Int32Array): number => list.reduce((count, person) => count + (isTied[person] === 1 ? 0 : 1), 0)
  const [i, o] = [strangers(ends.inspectors), strangers(ends.officials)]
  if (i + o > 0)
    note({
      zh: `关系文件中没有任何关系的：巡察人员 ${i} 人，干部 ${o} 人；请核对编号`,
      en: `without any tie in the file: ${i} inspectors, ${o} officials; check their ids`,
    })
}

function cell(id: string): string {
  return /[",\n\r]/.test(id) ? `"${id.replaceAll('"', '""')}"` : id
}

function refuse(why: Words): ExitCode {
  note(why)
  return EXIT.badInput
}
