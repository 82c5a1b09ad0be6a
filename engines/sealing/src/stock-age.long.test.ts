// Debian's `age`, a program that knows nothing of us, opens what we seal and seals what we open.
import { beforeAll, expect, it } from 'vitest'
import vectors from '../vectors/sealed.json' with { type: 'json' }
import { openFile, sealFile } from './age/file.ts'
import { sealAttachment } from './attachment.ts'
import { readReplies, replyText, sealReply } from './reply.ts'
import { openReport, sealReport } from './report.ts'
import { stockOpen, stockSeal } from './testing/stock-age.ts'
import { makeWorld, ROUND, sure, told, type World } from './testing/world.ts'

let world: World
beforeAll(async () => {
  world = await makeWorld('stock')
})

const textOf = (bytes: Uint8Array) => Buffer.from(bytes).toString()
const bytes = (base64: string) => new Uint8Array(Buffer.from(base64, 'base64'))

it('Files of every length around the edges of a piece pass both ways', () => {
  const { random, team, manifest } = world
  for (const length of [0, 1, 65_535, 65_536, 65_537, 200_000]) {
    const plain = random(length)
    expect(stockOpen(sealFile(plain, [manifest.escrow, manifest.team], random), team)).toEqual(plain)
    expect(openFile(stockSeal(plain, [manifest.team, manifest.escrow]), [team])).toEqual(plain)
  }
})

it('A report opens with the stock age, with either key, and what it says is its second line', () => {
  const { envelope } = sure(sealReport(told, world.reporter, world.manifest, world.random))
  for (const identity of [world.team, world.escrow]) {
    const [kind, json] = textOf(stockOpen(envelope, identity)).split('\n')
    expect(kind).toBe('shengmian-report/v1')
    expect(JSON.parse(sure(json))).toMatchObject({ ...told })
  }
})

it('An attachment opens with the stock age and its own key', () => {
  const photo = world.random(230_000)
  const { file, attachment } = sure(sealAttachment(photo, 'image/jpeg', world.random))
  expect(stockOpen(file, attachment.key).subarray(0, photo.length)).toEqual(photo)
})

it('A reply sealed by the stock age opens in ours, and ours opens in the stock age', () => {
  const { envelope, hash } = sure(sealReport(told, world.reporter, world.manifest, world.random))
  const opened = openReport(envelope, [world.team], ROUND)
  if (opened.kind !== 'opened') throw new Error(opened.why)
  const answered = { seq: 1, prev: null, about: hash, day: '2026-11-28', text: '收到了，我们去看路。', accepted: null }
  const replySecret = world.replies.secret
  const theirs = stockSeal(sure(replyText(answered, opened.report, world.manifest, replySecret)), [opened.report.reply])
  const mailbox = { root: world.root.verify, round: ROUND, manifests: [world.published] }
  expect(readReplies([theirs], world.reporter, mailbox)).toMatchObject({ fault: null, replies: [{ text: answered.text }] })
  const ours = sure(sealReply(answered, opened.report, world.manifest, { replySecret, random: world.random })).envelope
  expect(textOf(stockOpen(ours, world.reporter.identity))).toContain(answered.text)
})

it('The committed report, its reply and a share open with the stock age', () => {
  expect(textOf(stockOpen(bytes(vectors.report), vectors.team))).toContain(vectors.text)
  expect(textOf(stockOpen(bytes(sure(vectors.replies[0])), vectors.team))).toContain(vectors.answers[0])
  const share = sure(vectors.shares[2])
  expect(JSON.parse(textOf(stockOpen(bytes(share.file), share.holder)))).toMatchObject({ number: 3, need: 3 })
})
