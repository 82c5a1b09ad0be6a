import { dirname, basename } from 'node:path'
import { provePerson, proveRecord } from '@shengmian/dispatch'
import { putFile, readFolder, refuse } from '../../draw-folder.ts'
import { EXIT, type ExitCode } from '../../exit-codes.ts'
import { readOptions } from '../../read-options.ts'

const LISTS = ['people', 'targets', 'ties', 'teams', 'waivers', 'pins', 'barred', 'apart', 'history'] as const

/** `shengmian draw branch FOLDER (--person P | --list people --at N) --out FILE`: what somebody needs to check his own records, and nothing more. */
export async function runBranch(args: readonly string[]): Promise<ExitCode> {
  const options = readOptions(args, { files: ['FOLDER'], values: ['list', 'at', 'out', 'person'], flags: [] })
  if (options.kind === 'refused') return refuse(options.why)
  const [folder = ''] = options.taken.files
  const { list: name, at, out, person } = options.taken.values
  if (person !== undefined && out !== undefined) return handOut(folder, person, out)
  const list = LISTS.find((each) => each === name)
  if (list === undefined || at === undefined || !/^\d{1,9}$/.test(at) || out === undefined)
    return refuse({
      zh: `需要 --list ${LISTS.join('|')}、--at 序号（从 0 起）、--out 文件`,
      en: '--list, --at N (from 0) and --out FILE are needed',
    })
  const files = await readFolder(folder)
  if (files === null) return EXIT.badInput
  const { problem, salts, freeze } = files
  if (problem === null || salts === null) return refuse({ zh: '缺少问题文件或盐值', en: 'the problem or the salts are missing' })
  const branch = proveRecord(problem, freeze, salts, list, Number(at))
  if (branch === null) return refuse({ zh: `${list} 中没有第 ${at} 条`, en: `${list} has no record ${at}` })
  return putFile(dirname(out), basename(out), branch)
}

async function handOut(folder: string, person: string, out: string): Promise<ExitCode> {
  const files = await readFolder(folder)
  if (files === null) return EXIT.badInput
  const { problem, salts, freeze } = files
  if (problem === null || salts === null) return refuse({ zh: '缺少问题文件或盐值', en: 'the problem or the salts are missing' })
  const branches = provePerson(problem, freeze, salts, person)
  if (branches.length === 0) return refuse({ zh: `没有人员 ${person}`, en: `there is no person ${person}` })
  return putFile(dirname(out), basename(out), { format: 'shengmian.draw/1', kind: 'bundle', files: [freeze, ...branches] })
}
