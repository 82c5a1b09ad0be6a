// Whichever byte is spoiled, nothing opens. `npm run figures -- intake` takes every single byte of a report; here it is one in sixteen
// of the payload, so that each block of the cipher is met, and every byte of headers and manifests.
import { beforeAll, expect, it } from 'vitest'
import { readManifest } from './manifest.ts'
import { readReplies, sealReply } from './reply.ts'
import { openReport, sealReport } from './report.ts'
import { makeWorld, ROUND, sure, told, type World } from './testing/world.ts'

let world: World
let envelope: Uint8Array
beforeAll(async () => {
  world = await makeWorld()
  envelope = sure(sealReport(told, world.reporter, world.manifest, world.random)).envelope
})

function* spoiled(whole: Uint8Array, header: number): Generator<{ at: number; bytes: Uint8Array }> {
  for (let at = 0; at < whole.length; at += at < header ? 1 : 16) {
    const bytes = Uint8Array.from(whole)
    bytes[at] = (bytes[at] ?? 0) ^ (1 << (at % 8))
    yield { at, bytes }
  }
}

it('A report fails closed whichever of its bytes is spoiled, and wherever it is cut off', () => {
  // The other recipient's wrapping is covered by the header's MAC, so a spoilt one is noticed too.
  for (const { at, bytes } of spoiled(envelope, 300))
    expect(openReport(bytes, [world.team], ROUND).kind, `byte ${at}`).toBe('refused')
  for (const length of [0, 1, 100, 298, envelope.length - 1])
    expect(openReport(envelope.subarray(0, length), [world.team], ROUND).kind).toBe('refused')
})

it('A reply fails closed whichever of its bytes is spoiled', () => {
  const opened = openReport(envelope, [world.team], ROUND)
  if (opened.kind !== 'opened') throw new Error(opened.why)
  const answered = { seq: 1, prev: null, about: opened.hash, day: '2026-11-28', text: '收到了。', accepted: null }
  const secrets = { replySecret: world.replies.secret, random: world.random }
  const reply = sure(sealReply(answered, opened.report, world.manifest, secrets)).envelope
  const mailbox = { root: world.root.verify, round: ROUND, manifests: [world.published] }
  expect(readReplies([reply], world.reporter, mailbox).fault).toBeNull()
  for (const { at, bytes } of spoiled(reply, 300))
    expect(readReplies([bytes], world.reporter, mailbox).fault, `byte ${at}`).not.toBeNull()
})

it('A manifest fails closed whichever of its bytes is spoiled', () => {
  for (const { at, bytes } of spoiled(world.published, world.published.length))
    expect(readManifest(bytes, world.root.verify), `byte ${at}`).toBeNull()
})
