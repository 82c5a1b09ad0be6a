import { readdir } from 'node:fs/promises'
import { join } from 'node:path'
import { readReplies } from '@shengmian/sealing'
import { EXIT, type ExitCode } from '../exit-codes.ts'
import { say } from '../words.ts'
import { asCommand, readBytes, readReceipt, readRoot, readSigned, refuse } from './report-files.ts'

/** `shengmian report replies FOLDER --receipt CODE --manifest M --root R`: what came back, in the order of the files' names. */
export function runReplies(args: readonly string[]): Promise<ExitCode> {
  return asCommand(
    args,
    { files: ['FOLDER'], values: ['receipt', 'manifest', 'root'] },
    async ({ files: [folder = ''], need }) => {
      const names = await readdir(folder).catch(() => refuse(`${folder}：找不到文件夹`, `${folder}: no such folder`))
      const { bytes, manifest } = await readSigned(need('manifest'), need('root'))
      const envelopes: Uint8Array[] = []
      for (const name of names.filter((each) => each.endsWith('.age')).sort()) envelopes.push(await readBytes(join(folder, name)))
      const known = { root: await readRoot(need('root')), round: manifest.round, manifests: [bytes] }
      const { replies, fault } = readReplies(envelopes, await readReceipt(need('receipt')), known)
      for (const { seq, day, text, accepted } of replies) console.log(JSON.stringify({ seq, day, text, accepted }))
      if (fault === null) return EXIT.done
      say({ zh: `第${fault.at + 1}件不可信：${fault.why}`, en: `number ${fault.at + 1} is not to be believed: ${fault.why}` })
      return EXIT.broken
    },
  )
}
