// The server plays evil: what it can do with what it holds, and how the phone or the team notices.
import { beforeAll, describe, expect, it } from 'vitest'
import { sealFile } from './age/file.ts'
import { makeIdentity, recipientOf, signingKeys } from './keys.ts'
import { acceptManifest, nextManifest, readOwnManifest, signManifest, type Manifest, type SeenManifest } from './manifest.ts'
import { makeReceipt } from './receipt/digits.ts'
import { deriveReporter } from './receipt/reporter.ts'
import { openOwnReply, readReplies, replyText, sealReply, type Answered } from './reply.ts'
import { openReport, sealReport, type Report } from './report.ts'
import { makeWorld, ROUND, sure, told, type World } from './testing/world.ts'

let world: World
let report: Report
let mailbox: Uint8Array[]
const first: Answered = { seq: 1, prev: null, about: '', day: '2026-11-28', text: '收到了，我们去看路。', accepted: '受 15 号' }

beforeAll(async () => {
  world = await makeWorld()
  const { envelope, hash } = sure(sealReport(told, world.reporter, world.manifest, world.random))
  const opened = openReport(envelope, [world.team], ROUND)
  if (opened.kind !== 'opened') throw new Error('the report must open')
  report = opened.report
  mailbox = []
  let prev: string | null = null
  for (let seq = 1; seq <= 4; seq += 1) {
    const reply = answer({ ...first, seq, prev, about: hash })
    mailbox.push(reply.envelope)
    prev = reply.hash
  }
})

const answer = (what: Answered, manifest = world.manifest, replySecret = world.replies.secret) =>
  sure(sealReply(what, report, manifest, { replySecret, random: world.random }))
const read = (envelopes: readonly Uint8Array[], manifests = [world.published]) =>
  readReplies(envelopes, world.reporter, { root: world.root.verify, round: ROUND, manifests })
const pick = (...order: number[]) => order.map((at) => sure(mailbox[at]))

describe('Replies', () => {
  it('are read in their order', () => {
    expect(read(mailbox)).toMatchObject({ fault: null, replies: [{ seq: 1 }, { seq: 2 }, { seq: 3 }, { seq: 4 }] })
  })

  it('that are dropped, repeated or re-ordered are noticed where it happened', () => {
    expect(read(pick(0, 2, 3))).toMatchObject({ fault: { at: 1, why: 'out-of-order' }, replies: [{ seq: 1 }] })
    expect(read(pick(1, 2, 3))).toMatchObject({ fault: { at: 0, why: 'out-of-order' } })
    expect(read(pick(0, 0, 1))).toMatchObject({ fault: { at: 1, why: 'out-of-order' } })
    expect(read(pick(1, 0))).toMatchObject({ fault: { at: 0, why: 'out-of-order' } })
  })

  it('are opened by the team from its own files, where its own key signed them', () => {
    const [envelope] = pick(0)
    if (envelope === undefined) throw new Error('no reply')
    expect(openOwnReply(envelope, [world.team], [world.replies.verify])).toMatchObject({ seq: 1, text: first.text })
    expect(openOwnReply(envelope, [world.team], [world.root.verify])).toBeNull()
    expect(openOwnReply(envelope, [world.escrow], [world.replies.verify])).toBeNull()
  })

  it('are sealed with the manifest that names the team’s own keys: one in which the server put its own is none', () => {
    const own = { identity: world.team, replySecret: world.replies.secret }
    expect(readOwnManifest(world.published, own)).toEqual(world.manifest)
    const swapped = { ...world.manifest, team: sure(recipientOf(makeIdentity(world.random))) }
    for (const other of [swapped, { ...world.manifest, verify: world.root.verify }])
      expect(readOwnManifest(signManifest(other, world.root.secret), own)).toBeNull()
    expect(readOwnManifest(new Uint8Array(10), own)).toBeNull()
  })

  it('that somebody without the team’s key wrote, or to somebody else, are no replies', async () => {
    const forged = answer({ ...first, about: report.verify }, world.manifest, signingKeys(world.random(32)).secret)
    expect(read([forged.envelope]).fault).toEqual({ at: 0, why: 'not-signed' })
    const neighbour = await deriveReporter(makeReceipt(world.random))
    const hers = sure(
      replyText(
        { ...first, about: report.verify },
        { ...report, verify: neighbour.verify },
        world.manifest,
        world.replies.secret,
      ),
    )
    expect(read([sealFile(hers, [world.reporter.recipient], world.random)]).fault).toEqual({ at: 0, why: 'other-reporter' })
    const toHer = sure(
      sealReply({ ...first, about: report.verify }, { ...report, reply: neighbour.recipient }, world.manifest, {
        replySecret: world.replies.secret,
        random: world.random,
      }),
    )
    expect(read([toHer.envelope]).fault).toEqual({ at: 0, why: 'not-opened' })
  })

  it('of an older epoch stay readable after a rotation, and a key that was retired signs nothing newer', () => {
    const replies = signingKeys(world.random(32))
    const rotated = nextManifest(world.manifest, {
      team: sure(recipientOf(makeIdentity(world.random))),
      verify: replies.verify,
      from: '2026-12-07',
      until: '2026-12-20',
    })
    const manifests = [world.published, signManifest(rotated, world.root.secret)]
    const last = answer(
      { ...first, seq: 5, prev: sure(read(mailbox).replies.at(-1)).prev, about: report.verify, day: '2026-12-08' },
      rotated,
      replies.secret,
    )
    expect(read([...mailbox, last.envelope], manifests).fault).toEqual({ at: 4, why: 'out-of-order' })
    const later = answer({ ...first, about: report.verify, day: '2026-12-08' }, rotated, replies.secret)
    expect(read([later.envelope], manifests).fault).toBeNull()
    expect(read([later.envelope]).fault).toEqual({ at: 0, why: 'not-signed' })
    const stale = answer({ ...first, about: report.verify, day: '2026-12-08' }, world.manifest)
    expect(read([stale.envelope], manifests).fault).toEqual({ at: 0, why: 'not-signed' })
  })
})

describe('A manifest', () => {
  const accept = (bytes: Uint8Array, seen: SeenManifest | null = null, today = '2026-11-28') =>
    acceptManifest(bytes, { root: world.root.verify, round: ROUND, seen, today })
  const signed = (change: Partial<Manifest>, secret = world.root.secret) => signManifest({ ...world.manifest, ...change }, secret)

  it('is taken when the root signed it, it is in date and none newer was seen', () => {
    const answered = accept(world.published)
    expect(answered).toMatchObject({ kind: 'accepted', manifest: world.manifest })
    if (answered.kind === 'accepted') expect(accept(world.published, answered.seen).kind).toBe('accepted')
  })

  it('with a swapped key, rolled back, forked, out of date, of another round or too new is refused with the reason', () => {
    const theirs = sure(recipientOf(makeIdentity(world.random)))
    expect(accept(signed({ team: theirs }, signingKeys(world.random(32)).secret))).toEqual({ kind: 'refused', why: 'not-signed' })
    const swapped = Buffer.from(Buffer.from(world.published).toString().replace(world.manifest.team, theirs))
    expect(accept(swapped)).toEqual({ kind: 'refused', why: 'not-signed' })
    const seen = { seq: 2, hash: '' }
    expect(accept(world.published, seen)).toEqual({ kind: 'refused', why: 'rolled-back' })
    expect(accept(signed({ seq: 2 }), seen)).toEqual({ kind: 'refused', why: 'forked' })
    expect(accept(world.published, null, '2026-11-22')).toEqual({ kind: 'refused', why: 'not-yet' })
    expect(accept(world.published, null, '2026-12-07')).toEqual({ kind: 'refused', why: 'expired' })
    expect(accept(signed({ round: '2027-1' }))).toEqual({ kind: 'refused', why: 'other-round' })
    expect(accept(signed({ minVersion: 2 }))).toEqual({ kind: 'refused', why: 'too-new' })
  })
})

describe('Reports', () => {
  it('that are replayed into another round are refused, and a later one names the one before it', () => {
    const { envelope, hash } = sure(sealReport(told, world.reporter, world.manifest, world.random))
    expect(openReport(envelope, [world.team], '2027-1')).toEqual({ kind: 'refused', why: 'other-round' })
    const more = sure(
      sealReport({ ...told, seq: 2, prev: hash, text: '还有一件事。' }, world.reporter, world.manifest, world.random),
    )
    expect(openReport(more.envelope, [world.team], ROUND)).toMatchObject({
      report: { prev: hash, verify: world.reporter.verify },
    })
  })
})
