// The committed vectors: what other programs, and this one in ten years, must still read.
import { expect, it } from 'vitest'
import vectors from '../vectors/sealed.json' with { type: 'json' }
import { openAttachment } from './attachment.ts'
import { joinKey, openShare } from './escrow.ts'
import { readManifest } from './manifest.ts'
import { openName } from './named.ts'
import { readDigits } from './receipt/digits.ts'
import { deriveReporter } from './receipt/reporter.ts'
import { readReplies } from './reply.ts'
import { openReport } from './report.ts'
import { seededRandom } from './testing/random.ts'
import { feed, spoil } from './testing/spoil.ts'
import { sure } from './testing/world.ts'

const bytes = (base64: string) => new Uint8Array(Buffer.from(base64, 'base64'))
const manifest = new TextEncoder().encode(vectors.manifest)

it('The committed manifest, report, name, attachment, replies and shares open as they did', async () => {
  expect(readManifest(manifest, vectors.root)).toMatchObject({ round: vectors.round, seq: 1 })
  for (const identity of [vectors.team, vectors.escrow]) {
    const opened = openReport(bytes(vectors.report), [identity], vectors.round)
    if (opened.kind !== 'opened') throw new Error(opened.why)
    expect(opened.report.text).toBe(vectors.text)
    expect(openName(sure(opened.report.named), vectors.custodian, opened.report.verify)).toMatchObject({ name: vectors.name })
    const photo = openAttachment(bytes(vectors.attachment), sure(opened.report.attachments[0]))
    expect(photo).toEqual(new Uint8Array(1_000).fill(42))
  }
  const receipt = readDigits(vectors.receipt)
  if (receipt.kind !== 'read') throw new Error(receipt.why)
  const reporter = await deriveReporter(receipt.receipt)
  const read = readReplies(vectors.replies.map(bytes), reporter, {
    root: vectors.root,
    round: vectors.round,
    manifests: [manifest],
  })
  expect(read.fault).toBeNull()
  expect(read.replies.map(({ text }) => text)).toEqual(vectors.answers)
  const shares = vectors.shares.map(({ file, holder }) => sure(openShare(bytes(file), holder)))
  expect(await joinKey(shares)).toEqual({ kind: 'joined', identity: vectors.escrow, wrong: [] })
})

it('No reader of foreign bytes throws, and none believes what was spoilt', () => {
  const random = seededRandom('spoil')
  const samples = [manifest, bytes(vectors.report), ...vectors.replies.map(bytes)]
  for (let run = 0; run < 5_000; run += 1) {
    const sample = sure(samples[run % samples.length])
    expect(feed(run % 10 === 9 ? random(run % 300) : spoil(sample.subarray(0, 2_000), random), vectors.root)).toBe(false)
  }
})
