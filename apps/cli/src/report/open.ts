import { mkdir } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { openAttachment, openName, openReport, type Report, type ReportRefusal } from '@shengmian/sealing'
import { EXIT, type ExitCode } from '../exit-codes.ts'
import { say, type Words } from '../words.ts'
import { asCommand, readBytes, readIdentity, refuse, writeNew } from './report-files.ts'

const WHY: Readonly<Record<ReportRefusal, Words>> = {
  'not-two-recipients': { zh: '不是密封给两方的件', en: 'is not sealed to exactly two' },
  'not-opened': { zh: '这把钥匙打不开，或文件被改动', en: 'does not open with this key, or was changed' },
  'not-padded': { zh: '长度不合规定', en: 'has a length of no class' },
  malformed: { zh: '内容不合格式', en: 'is malformed inside' },
  'not-signed': { zh: '签名不对', en: 'is not signed by who it says' },
  'other-round': { zh: '属于另一轮', en: 'belongs to another round' },
}

/**
 * `shengmian report open FILE.age --key KEY --round R [--attachments FOLDER] [--name-key KEY]`: prints what it says as JSON; attachments lie
 * beside the file under their ids, and are opened into the folder.
 */
export function runOpen(args: readonly string[]): Promise<ExitCode> {
  const values = ['key', 'round', 'attachments', 'name-key']
  return asCommand(args, { files: ['FILE.age'], values }, async ({ files: [place = ''], need, value }) => {
    const answer = openReport(await readBytes(place), [await readIdentity(need('key'))], need('round'))
    if (answer.kind === 'refused') {
      say({ zh: `${place}：${WHY[answer.why].zh}`, en: `${place}: ${WHY[answer.why].en}` })
      return EXIT.broken
    }
    const { report, hash } = answer
    const nameKey = value('name-key')
    const named = nameKey === undefined ? null : await nameOf(report, nameKey)
    console.log(JSON.stringify({ hash, ...report, ...(named === null ? {} : { name: named }) }, null, 2))
    const folder = value('attachments')
    return folder === undefined ? EXIT.done : openAll(report, dirname(place), folder)
  })
}

async function nameOf({ named, verify }: Report, path: string): Promise<{ readonly name: string; readonly reach: string }> {
  const opened = named === null ? null : openName(named, await readIdentity(path), verify)
  if (opened === null) return refuse('没有留名，或这把钥匙打不开', 'there is no name, or it does not open with this key')
  return { name: opened.name, reach: opened.reach }
}

async function openAll({ attachments }: Report, beside: string, folder: string): Promise<ExitCode> {
  await mkdir(folder, { recursive: true })
  let exit: ExitCode = EXIT.done
  for (const attachment of attachments) {
    const plain = openAttachment(await readBytes(join(beside, `${attachment.id}.age`)), attachment)
    if (plain === null) {
      say({ zh: `附件 ${attachment.id}：被改动`, en: `attachment ${attachment.id}: was changed` })
      exit = EXIT.broken
    } else await writeNew(join(folder, `${attachment.id.slice(0, 16)}.${attachment.type.split('/')[1] ?? 'bin'}`), plain)
  }
  return exit
}
