import { createHash } from 'node:crypto'
import { mkdir, readdir } from 'node:fs/promises'
import { extname, join } from 'node:path'
import { isTold, sealAttachment, sealName, sealReport, type Attachment, type Manifest, type Told } from '@shengmian/sealing'
import { EXIT, type ExitCode } from '../exit-codes.ts'
import { say } from '../words.ts'
import { asCommand, random, readBytes, readReceipt, readSigned, refuse, writeNew } from './report-files.ts'

const TYPES: Readonly<Record<string, Attachment['type']>> = {
  '.jpg': 'image/jpeg',
  '.jpeg': 'image/jpeg',
  '.png': 'image/png',
  '.heic': 'image/heic',
  '.webm': 'audio/webm',
  '.m4a': 'audio/mp4',
  '.ogg': 'audio/ogg',
  '.wav': 'audio/wav',
}

const BLANK: Omit<Told, 'day' | 'text'> = {
  village: null,
  poster: null,
  seq: 1,
  prev: null,
  channel: 'page',
  lives: null,
  category: null,
  attachments: [],
  card: null,
  named: null,
  rating: null,
  answers: null,
}

/** `shengmian report seal REPORT.json --manifest M --root R --receipt CODE --out FOLDER [--attachments FOLDER]`: what the page does, on files. */
export function runSeal(args: readonly string[]): Promise<ExitCode> {
  const values = ['manifest', 'root', 'receipt', 'out', 'attachments']
  return asCommand(args, { files: ['REPORT.json'], values }, async ({ files: [place = ''], need, value }) => {
    const { manifest } = await readSigned(need('manifest'), need('root'))
    const reporter = await readReceipt(need('receipt'))
    const { name, reach, ...told } = readTold(place, Buffer.from(await readBytes(place)).toString(), manifest)
    const out = need('out')
    await mkdir(out, { recursive: true })
    const attached = value('attachments') === undefined ? [] : await sealAll(need('attachments'), out)
    const named = name === null ? null : sealName({ name, reach, verify: reporter.verify }, manifest, random)
    if (name !== null && named === null) refuse('姓名或联系方式过长', 'the name or how to reach is too long')
    const sealed = sealReport({ ...told, attachments: attached, named }, reporter, manifest, random)
    if (sealed === null) return refuse('内容过长（密封后超过 128 KiB）', 'is too long (more than 128 KiB sealed)')
    await writeNew(join(out, 'report.age'), sealed.envelope)
    say({
      zh: `已密封：${join(out, 'report.age')}，编号 ${sealed.hash}`,
      en: `sealed: ${join(out, 'report.age')}, ${sealed.hash}`,
    })
    return EXIT.done
  })
}

type Given = Told & { readonly name: string | null; readonly reach: string }

/** What a file says of a report: `text`, and whatever else it gives; the day is the first of the manifest unless it is given. */
function readTold(place: string, text: string, manifest: Manifest): Given {
  let given: unknown
  try {
    given = JSON.parse(text)
  } catch {
    return refuse(`${place}：不是 JSON`, `${place}: is no JSON`)
  }
  if (typeof given !== 'object' || given === null || !('text' in given) || typeof given.text !== 'string')
    return refuse(`${place}：缺少 text`, `${place}: text is missing`)
  const { name, reach, ...said } = { name: null, reach: '', ...given }
  const told = { ...BLANK, day: manifest.from, ...said }
  if (!isTold(told) || (name !== null && typeof name !== 'string') || typeof reach !== 'string')
    return refuse(
      `${place}：有写法不对或多余的项，见 docs/formats/sealing.md`,
      `${place}: a field is malformed or not known; see docs/formats/sealing.md`,
    )
  return { ...told, name, reach }
}

async function sealAll(folder: string, out: string): Promise<readonly Attachment[]> {
  const names = await readdir(folder).catch(() => refuse(`${folder}：找不到文件夹`, `${folder}: no such folder`))
  const sealed: Attachment[] = []
  for (const name of names.sort()) {
    const type = TYPES[extname(name).toLowerCase()]
    if (type === undefined) return refuse(`${name}：只收照片和录音`, `${name}: photos and voice only`)
    const made = sealAttachment(await readBytes(join(folder, name)), type, random)
    if (made === null) return refuse(`${name}：是空的，或超过 6 MiB`, `${name}: is empty, or more than 6 MiB`)
    await writeNew(join(out, `${createHash('sha256').update(made.file).digest('hex')}.age`), made.file)
    sealed.push(made.attachment)
  }
  return sealed
}
