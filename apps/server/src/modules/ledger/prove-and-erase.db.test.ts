// What people get from the ledger: the proof of a record that they may see, and an erasure that takes three hands.
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { readPolicy, verifyRecord } from '@shengmian/ledger-verify'
import { v7 as uuid } from 'uuid'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { ok, refused, type Json } from '../rounds/testing/drive.ts'
import { openStage, type Staff, type Stage } from '../rounds/testing/stage.ts'
import { hashes } from './testing/witness-server.ts'

const JINGZHOU = '4210'
const AUTHORITY = '421000000000'
let stage: Stage
let folder: string
let office: Staff
let group: Staff
let second: Staff
let elsewhere: Staff

beforeAll(async () => {
  folder = mkdtempSync(path.join(tmpdir(), 'shengmian-ledger-'))
  stage = await openStage([JINGZHOU], undefined, folder)
  office = await stage.staff(JINGZHOU, 'office', '周敏')
  group = await stage.staff(JINGZHOU, 'leading-group', '罗启明')
  second = await stage.staff(JINGZHOU, 'leading-group', '邓一凡')
  elsewhere = await stage.staff('5305', 'leading-group', '段其')
})
afterAll(async () => {
  await stage.stop()
  rmSync(folder, { recursive: true, force: true })
})

const settle = async () => stage.server.server.ledger?.settle()
const query = (person: string) => `table=registry.person&record=${encodeURIComponent(`${AUTHORITY}/${person}`)}`
const makePerson = (name: string) => stage.person({ name, authority: JINGZHOU, home: null })

async function policy() {
  const text = (await office.get('/ledger/policy')).bytes.toString('utf8')
  const read = readPolicy(hashes, text)
  if ('why' in read) throw new Error(read.why)
  return read
}

describe('the proof of a record', () => {
  it('is there as soon as its last change is signed, and holds for a verifier that shares no code', async () => {
    const person = await makePerson('江小禾')
    await refused(office.get(`/ledger/record-proof?${query(person)}`), 'not-logged-yet')
    await settle()
    const file = (await office.get(`/ledger/record-proof?${query(person)}`)).bytes.toString('utf8')
    const verified = verifyRecord(hashes, await policy(), file)
    expect(verified).toMatchObject({ findings: [], entries: 1, subject: `registry.person ${AUTHORITY}/${person}` })
    expect(verified?.content).toContain('江小禾')
    const bent = file.replace('江小禾', '江小荷')
    expect(verifyRecord(hashes, await policy(), bent)?.findings.map(({ check }) => check)).toEqual(['changed'])
  })

  it('shows what happened to whoever may see the record, and to nobody else', async () => {
    const person = await makePerson('甲')
    await settle()
    await stage.server.database.admin.query(`update registry.person set rank = '副科' where id = $1`, [person])
    await settle()
    const { items } = await ok(office.get(`/ledger/records?${query(person)}`))
    expect((items as Json[]).map((item) => [item['seq'], item['op']])).toEqual([
      [1, 'insert'],
      [2, 'update'],
    ])
    for (const address of ['record-proof', 'records']) {
      await refused(elsewhere.get(`/ledger/${address}?${query(person)}`), 'not-found')
      await refused(office.get(`/ledger/${address}?${query(uuid())}`), 'not-found')
      await refused(office.get(`/ledger/${address}?table=ledger.salt&record=1`), 'not-found')
      await refused(stage.server.nobody.get(`/ledger/${address}?${query(person)}`), 'not-signed-in')
    }
    // A passphrase is in no column that the application may read, so its record cannot be proven through it.
    await refused(office.get(`/ledger/record-proof?table=access.credential&record=${uuid()}`), 'not-found')
  })
})

describe('the state', () => {
  it('says how far the log has come, and carries the last checkpoint as a QR code', async () => {
    await settle()
    const state = await ok(office.get('/ledger'))
    expect(state).toMatchObject({ isRunning: true, fault: null, waiting: 0, quorum: 0, witnesses: [] })
    const last = state['last'] as Json
    expect(last['size']).toBe(state['size'])
    expect(String(state['qr'])).toMatch(/^<svg/)
    expect((await office.get('/ledger/checkpoint')).bytes.toString('utf8')).toBe(last['note'])
  })
})

describe('an erasure by law', () => {
  const propose = (by: Staff, person: string, id = uuid()) =>
    by.send('POST', '/ledger/erasures', {
      id,
      table: 'registry.person',
      record: `${AUTHORITY}/${person}`,
      basis: '个人信息保护法第四十七条，保存期限届满',
    })
  const approve = (by: Staff, id: string) => by.send('POST', `/ledger/erasures/${id}/approval`)

  it('takes one who proposes and two others; then content and salts are gone and a tombstone with basis and hands stays', async () => {
    const person = await makePerson('乙')
    await settle()
    const erasure = await ok(propose(office, person))
    const id = String(erasure['id'])
    await refused(approve(office, id), 'not-allowed')
    await refused(approve(elsewhere, id), 'not-found')
    expect(await ok(approve(group, id))).toMatchObject({ doneAt: null, mayApprove: false })
    // The same hand twice is one hand.
    expect(await ok(approve(group, id))).toMatchObject({ doneAt: null })
    expect(await ok(approve(second, id))).toMatchObject({ doneAt: expect.any(String) as string })
    await refused(approve(second, id), 'wrong-state')
    await settle()
    const { rows } = await stage.server.database.admin.query<{ entry: Json; salts: number; rows: number; op: string }>(
      `select convert_from(l.entry, 'UTF8')::jsonb as entry,
         (select count(*)::int from ledger.salt s join ledger.leaf o using (index) where o.record = l.record) as salts,
         (select count(*)::int from registry.person p where p.id::text = l.record[2]) as rows
       from ledger.leaf l where l.record[2] = $1 order by l.seq desc limit 1`,
      [person],
    )
    expect(rows[0]).toMatchObject({
      salts: 0,
      rows: 0,
      entry: { kind: 'tombstone', basis: '个人信息保护法第四十七条，保存期限届满', approvers: [group.account, second.account] },
    })
  })

  it('is refused for what others refer to, for what is not there, and outside one’s range', async () => {
    const mentor = await makePerson('丙')
    const trainee = await makePerson('丁')
    await stage.server.database.admin.query('update registry.person set mentor = $1, training = true where id = $2', [
      mentor,
      trainee,
    ])
    await settle()
    const id = String((await ok(propose(office, mentor)))['id'])
    await refused(propose(group, mentor), 'already-there')
    await ok(approve(group, id))
    await refused(approve(second, id), 'in-use')
    await refused(propose(office, uuid()), 'not-found')
    await refused(propose(elsewhere, trainee), 'not-found')
    const { items } = await ok(elsewhere.get('/ledger/erasures'))
    expect(items).toEqual([])
  })

  it('waits until the last change of the record is in the log', async () => {
    const person = await makePerson('戊')
    await settle()
    const id = String((await ok(propose(office, person)))['id'])
    await ok(approve(group, id))
    const client = await stage.server.database.admin.connect()
    try {
      await client.query(`update registry.person set rank = '科员' where id = $1`, [person])
      const answer = await approve(second, id)
      // The sequencer looks five times a second; either it was quicker, or the approval is to be sent again.
      if (answer.status === 409) {
        await settle()
        await ok(approve(second, id))
      }
    } finally {
      client.release()
    }
    expect((await ok(office.get('/ledger/erasures')))['items']).toContainEqual(
      expect.objectContaining({ id, doneAt: expect.any(String) as string }),
    )
  })
})
