import { existsSync } from 'node:fs'
import { readFile, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { readPolicy, verifyLedger, verifyRecord, type Finding, type Policy, type Verification } from '@shengmian/ledger-verify'
import { EXIT, type ExitCode } from '../exit-codes.ts'
import { whyUnreadable } from '../files.ts'
import { readOptions } from '../read-options.ts'
import { both, note, say, type Words } from '../words.ts'
import { folderFiles } from './folder-files.ts'
import { nodeHashes } from './node-hashes.ts'

/** `shengmian ledger verify FOLDER|RECORD.json [--policy FILE] [--checkpoint FILE] [--copy FOLDER]` */
export async function runLedgerVerify(args: readonly string[]): Promise<ExitCode> {
  const options = readOptions(args, { files: ['FOLDER'], values: ['policy', 'checkpoint', 'copy'], flags: [] })
  if (options.kind === 'refused') return refuse(options.why)
  const { files, values } = options.taken
  const [place = ''] = files
  const isFolder = await stat(place).then(
    (found) => found.isDirectory(),
    () => null,
  )
  if (isFolder === null) return refuse({ zh: `${place}：找不到`, en: `${place}: not found` })
  const beside = isFolder && existsSync(join(place, 'policy')) ? join(place, 'policy') : null
  const policyFile = values['policy'] ?? beside
  if (policyFile === null)
    return refuse({ zh: '请用 --policy 给出信任策略文件', en: 'say whose signatures to believe: --policy FILE' })
  const policy = await readPolicyFile(policyFile)
  if (policy === null) return EXIT.badInput
  if (values['policy'] === undefined)
    note({
      zh: '注意：信任策略取自被核验的文件夹本身；请改用自己保存的 --policy',
      en: 'note: whom to believe was read from the folder itself; better give a --policy of your own',
    })
  if (!isFolder) return showRecord(verifyRecord(nodeHashes, policy, await readFile(place, 'utf8')), place)
  const kept = values['checkpoint'] === undefined ? [] : [await readText(values['checkpoint'])]
  if (kept.includes(null)) return EXIT.badInput
  const verification = await verifyLedger({
    hashes: nodeHashes,
    files: folderFiles(place),
    policy,
    kept: kept.flatMap((text) => text ?? []),
    copy: values['copy'] === undefined ? null : folderFiles(values['copy']),
  })
  return showLedger(verification)
}

function showLedger({ findings, head, entries, records, erased, rows, waiting }: Verification): ExitCode {
  show(findings)
  say({
    zh: `核验${entries}条、${records}条记录，其中依法销毁${erased}条；检查点${head === null ? '不可信' : `${head.size}，见证${head.cosigned.length}方`}`,
    en: `${entries} entries, ${records} records, ${erased} erased by law; checkpoint ${head === null ? 'not to be believed' : `${head.size}, ${head.cosigned.length} witnesses`}`,
  })
  if (rows === null)
    note({ zh: '没有现有数据可比对：未核验数据库行', en: 'no rows to compare: nothing is said about the database' })
  else
    say({ zh: `比对现有数据${rows}行，待登记${waiting}条`, en: `${rows} rows compared, ${waiting} changes wait for their place` })
  return conclude(findings)
}

function showRecord(verification: ReturnType<typeof verifyRecord>, place: string): ExitCode {
  if (verification === null) return refuse({ zh: `${place}：不是存证证明文件`, en: `${place}: is no proof of a record` })
  const { findings, subject, entries, head, content } = verification
  show(findings)
  say({
    zh: `${subject}：${entries}条，检查点${head?.size ?? '不可信'}，见证${head?.cosigned.length ?? 0}方；内容${content === null ? '未附' : '已附'}`,
    en: `${subject}: ${entries} entries, checkpoint ${head?.size ?? 'not to be believed'}, ${head?.cosigned.length ?? 0} witnesses; content ${content === null ? 'not included' : 'included'}`,
  })
  return conclude(findings)
}

function show(findings: readonly Finding[]): void {
  for (const { check, subject, zh, en } of findings) console.log(`${check} ${subject} — ${both({ zh, en })}`)
}

function conclude(findings: readonly Finding[]): ExitCode {
  if (findings.length === 0) say({ zh: '未发现改动', en: 'nothing was changed' })
  else say({ zh: `发现${findings.length}处问题`, en: `${findings.length} findings` })
  return findings.length === 0 ? EXIT.done : EXIT.broken
}

async function readPolicyFile(file: string): Promise<Policy | null> {
  const text = await readText(file)
  if (text === null) return null
  const policy = readPolicy(nodeHashes, text)
  if (!('why' in policy)) return policy
  note({ zh: `${file}:${policy.line}：信任策略有误（${policy.why}）`, en: `${file}:${policy.line}: ${policy.why}` })
  return null
}

async function readText(file: string): Promise<string | null> {
  try {
    return await readFile(file, 'utf8')
  } catch (error) {
    const { zh, en } = whyUnreadable(error)
    note({ zh: `${file}：${zh}`, en: `${file}: ${en}` })
    return null
  }
}

function refuse(why: Words): ExitCode {
  note(why)
  return EXIT.badInput
}
