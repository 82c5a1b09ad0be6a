import { mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import { split } from 'shamir-secret-sharing'
import { splitKey } from '@shengmian/sealing'
import { EXIT, type ExitCode } from '../exit-codes.ts'
import { say } from '../words.ts'
import { asCommand, random, readBytes, readIdentity, refuse, writeNew } from './report-files.ts'

/** `shengmian report split KEY --holders LIST.txt --purpose TEXT --out FOLDER [--need 3]`: one share for each holder (`age1…`, one a line). */
export function runSplit(args: readonly string[]): Promise<ExitCode> {
  return asCommand(
    args,
    { files: ['KEY'], values: ['holders', 'purpose', 'out', 'need'] },
    async ({ files: [place = ''], need, value }) => {
      const identity = await readIdentity(place)
      const lines = Buffer.from(await readBytes(need('holders')))
        .toString()
        .split('\n')
      const holders = lines.map((line) => line.trim()).filter((line) => line !== '' && !line.startsWith('#'))
      const enough = Number(value('need') ?? '3')
      if (!Number.isInteger(enough) || enough < 2 || enough > holders.length || holders.length > 20)
        return refuse(
          '需要 2 到 20 个保管方，--need 在 2 和其数之间',
          'two to twenty holders are needed, and --need between 2 and their number',
        )
      if (holders.some((holder) => !/^age1[a-z0-9]{58}$/.test(holder)))
        return refuse('保管方写作 age1…，每行一个', 'a holder is written age1…, one a line')
      const shares = await splitKey(identity, { purpose: need('purpose'), holders, need: enough }, { split, random })
      if (shares === null) return refuse(`${place}：没有 age 私钥`, `${place}: holds no age identity`)
      await mkdir(need('out'), { recursive: true })
      for (const [at, share] of shares.entries()) await writeNew(join(need('out'), `share-${at + 1}.age`), share)
      say({
        zh: `已分成${shares.length}份，${enough}份可合；请核对后销毁 ${place}`,
        en: `split into ${shares.length}, of which ${enough} join; destroy ${place} after a rehearsal`,
      })
      return EXIT.done
    },
  )
}
