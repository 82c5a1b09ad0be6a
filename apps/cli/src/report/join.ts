import { readdir } from 'node:fs/promises'
import { join } from 'node:path'
import { joinKey, readShare, type Share } from '@shengmian/sealing'
import { EXIT, type ExitCode } from '../exit-codes.ts'
import { say } from '../words.ts'
import { asCommand, readBytes, refuse, writeNew } from './report-files.ts'

/** `shengmian report join FOLDER --out KEY`: joins the shares (`*.json`) that their holders opened with `age -d` on an offline machine. */
export function runJoin(args: readonly string[]): Promise<ExitCode> {
  return asCommand(args, { files: ['FOLDER'], values: ['out'] }, async ({ files: [folder = ''], need }) => {
    const names = await readdir(folder).catch(() => refuse(`${folder}：找不到文件夹`, `${folder}: no such folder`))
    const shares: Share[] = []
    for (const name of names.filter((each) => each.endsWith('.json')).sort()) {
      const share = readShare(await readBytes(join(folder, name)))
      shares.push(share ?? refuse(`${name}：不是钥匙份`, `${name}: is no share`))
    }
    const joined = await joinKey(shares)
    if (joined.kind === 'refused') {
      const words = { 'too-few': '份数不够', 'not-of-one-key': '不是同一把钥匙的份', 'wrong-shares': '份有错，合不成' }[
        joined.why
      ]
      say({ zh: words, en: `the key cannot be joined: ${joined.why}` })
      return EXIT.broken
    }
    await writeNew(need('out'), `${joined.identity}\n`, true)
    say({ zh: `已合成：${need('out')}`, en: `joined: ${need('out')}` })
    for (const number of joined.wrong) say({ zh: `第${number}份是错的`, en: `share ${number} is wrong` })
    return EXIT.done
  })
}
