import fc from 'fast-check'
import { beforeAll, describe, expect, it } from 'vitest'
import { openAttachment, sealAttachment } from './attachment.ts'
import { utf8 } from './bytes.ts'
import { makeIdentity, recipientOf } from './keys.ts'
import { openName, sealName } from './named.ts'
import { openReport, sealReport } from './report.ts'
import { makeWorld, ROUND, sure, told, type World } from './testing/world.ts'
import { sealFile } from './age/file.ts'
import { padText } from './padding.ts'
import { signLines } from './signed-lines.ts'

let world: World
beforeAll(async () => {
  world = await makeWorld()
})

const seal = (what = told) => sure(sealReport(what, world.reporter, world.manifest, world.random))

describe('A sealed report', () => {
  it('opens with the key of the team and with the escrow’s, and with no other', () => {
    const { envelope, hash } = seal()
    for (const identity of [world.team, world.escrow]) {
      const answer = openReport(envelope, [identity], ROUND)
      expect(answer).toMatchObject({ kind: 'opened', hash, report: { ...told, reply: world.reporter.recipient } })
    }
    expect(openReport(envelope, [world.custodian], ROUND)).toEqual({ kind: 'refused', why: 'not-opened' })
    expect(openReport(envelope, [world.team], '2026-3')).toEqual({ kind: 'refused', why: 'other-round' })
  })

  it('has one length for every text of its class', () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 1_500, unit: 'grapheme' }), fc.boolean(), (text, isNamed) => {
        const { verify } = world.reporter
        const named = isNamed ? sealName({ name: '某人', reach: '13900000000', verify }, world.manifest, world.random) : null
        const sealed = sealReport({ ...told, text: text.slice(0, 700), named }, world.reporter, world.manifest, world.random)
        expect(sure(sealed).envelope).toHaveLength(8_490)
      }),
      { seed: 3, numRuns: 40 },
    )
    expect(seal({ ...told, text: '长'.repeat(5_000) }).envelope.length).toBe(16_384 + 298)
    expect(sealReport({ ...told, text: '长'.repeat(50_000) }, world.reporter, world.manifest, world.random)).toBeNull()
  })

  it('is refused where it is sealed to one, to three, unpadded, unsigned or signed by somebody else', () => {
    const { reporter, manifest, random, team } = world
    const report = { v: 1, round: ROUND, reply: reporter.recipient, verify: reporter.verify, ...told }
    const good = sure(padText(signLines('shengmian-report/v1', report, reporter.signSecret)))
    const why = (plain: Uint8Array, recipients = [manifest.team, manifest.escrow]) =>
      openReport(sealFile(plain, recipients, random), [team], ROUND)
    expect(why(good).kind).toBe('opened')
    expect(why(good, [manifest.team])).toEqual({ kind: 'refused', why: 'not-two-recipients' })
    const third = sure(recipientOf(makeIdentity(random)))
    expect(why(good, [manifest.team, manifest.escrow, third])).toEqual({ kind: 'refused', why: 'not-two-recipients' })
    expect(why(utf8('x'))).toEqual({ kind: 'refused', why: 'not-padded' })
    expect(why(sure(padText(utf8('x'))))).toEqual({ kind: 'refused', why: 'malformed' })
    expect(why(sure(padText(signLines('shengmian-report/v1', { ...report, more: 1 }, reporter.signSecret))))).toMatchObject({
      why: 'malformed',
    })
    expect(why(sure(padText(signLines('shengmian-report/v1', report, world.root.secret))))).toEqual({
      kind: 'refused',
      why: 'not-signed',
    })
  })
})

describe('A name', () => {
  it('is opened by the custodian and the escrow, not by the team, and belongs to one report alone', () => {
    const { verify } = world.reporter
    const named = sure(sealName({ name: '某人', reach: '13900000000', verify }, world.manifest, world.random))
    expect(openName(named, world.custodian, verify)).toMatchObject({ name: '某人' })
    expect(openName(named, world.escrow, verify)).toMatchObject({ reach: '13900000000' })
    expect(openName(named, world.team, verify)).toBeNull()
    expect(openName(named, world.custodian, world.root.verify)).toBeNull()
  })
})

describe('An attachment', () => {
  it('has a key of its own, shows its length in steps of 256 KiB, and fails closed', () => {
    const photo = world.random(230_000)
    const { file, attachment } = sure(sealAttachment(photo, 'image/jpeg', world.random))
    expect(file).toHaveLength(262_144 + 4 * 16 + 184)
    expect(openAttachment(file, attachment)).toEqual(photo)
    expect(openAttachment(file, { ...attachment, bytes: photo.length - 1 })).toBeNull()
    expect(openAttachment(file, { ...attachment, key: world.team })).toBeNull()
    const spoilt = Uint8Array.from(file)
    spoilt[200_000] = (spoilt[200_000] ?? 0) ^ 1
    expect(openAttachment(spoilt, attachment)).toBeNull()
    expect(sealAttachment(new Uint8Array(0), 'image/jpeg', world.random)).toBeNull()
    expect(sealAttachment(new Uint8Array(24 * 262_144 + 1), 'image/jpeg', world.random)).toBeNull()
  })
})
