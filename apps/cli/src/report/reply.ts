import { envelopeHash, openReport, sealReply } from '@shengmian/sealing'
import { EXIT, type ExitCode } from '../exit-codes.ts'
import { say } from '../words.ts'
import { asCommand, random, readBytes, readIdentity, readSigned, readSigningKey, refuse, writeNew } from './report-files.ts'

/** `shengmian report reply REPORT.age TEXT.txt --key TEAM --reply-key KEY --manifest M --root R --day D --out FILE [--after REPLY.age --number N]` */
export function runReply(args: readonly string[]): Promise<ExitCode> {
  const values = ['key', 'reply-key', 'manifest', 'root', 'day', 'out', 'after', 'number', 'accepted']
  return asCommand(
    args,
    { files: ['REPORT.age', 'TEXT.txt'], values },
    async ({ files: [place = '', words = ''], need, value }) => {
      const { manifest } = await readSigned(need('manifest'), need('root'))
      const opened = openReport(await readBytes(place), [await readIdentity(need('key'))], manifest.round)
      if (opened.kind === 'refused') return refuse(`${place}：打不开（${opened.why}）`, `${place}: does not open (${opened.why})`)
      const after = value('after')
      const seq = Number(value('number') ?? '1')
      if (!Number.isSafeInteger(seq) || seq < 1 || seq > 1 !== (after !== undefined))
        return refuse(
          '第二件起要 --after 上一件 和 --number',
          'from the second on, --after the one before and --number are needed',
        )
      const day = need('day')
      if (!/^\d{4}-\d{2}-\d{2}$/.test(day)) return refuse('日期写作 2026-11-28', 'a day is written 2026-11-28')
      const text = Buffer.from(await readBytes(words))
        .toString()
        .trim()
      const prev = after === undefined ? null : envelopeHash(await readBytes(after))
      const answered = { seq, prev, about: opened.hash, day, text, accepted: value('accepted') ?? null }
      const replySecret = await readSigningKey(need('reply-key'))
      const sealed = sealReply(answered, opened.report, manifest, { replySecret, random })
      if (sealed === null) return refuse('答复过长', 'the reply is too long')
      await writeNew(need('out'), sealed.envelope)
      say({ zh: `答复已密封：${sealed.hash}`, en: `reply sealed: ${sealed.hash}` })
      return EXIT.done
    },
  )
}
