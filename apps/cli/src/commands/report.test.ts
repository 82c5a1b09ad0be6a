// Sealed reports as an auditor meets them: keys made, a report sealed, opened and answered, all on files; and what was changed is said.
import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { stockOpen, stockSeal } from '../../../../engines/sealing/src/testing/stock-age.ts'
import { aDesk, shengmian } from '../testing/run-shengmian.ts'

const text = '路修了一半，钱说用完了。'

/** Keys of a round, a receipt, and a sealed report with a photo and a name. */
async function aRound() {
  const desk = await aDesk()
  const say = async (...args: string[]) => {
    const ended = await shengmian(['report', ...args])
    expect([args[0], ended.code, ended.err]).toEqual([args[0], 0, ''])
    return ended.out
  }
  await say('root', desk.path('root'))
  const dates = ['--from', '2026-11-23', '--until', '2026-12-06']
  await say('epoch', desk.path('e1'), '--root', desk.path('root'), ...dates, '--round', 'bai1', '--acknowledge', 'ab'.repeat(32))
  const [receipt = '', characters = ''] = (await say('receipt')).split('\n')
  const trust = ['--manifest', desk.path('e1/manifest-1'), '--root', desk.path('root.pub')]
  await mkdir(desk.path('photos'))
  await writeFile(desk.path('photos/one.jpg'), Buffer.alloc(5_000, 7))
  const report = await desk.lay('report.json', { text, name: '某人', reach: '13900000000', village: '130207102205' })
  await say('seal', report, ...trust, '--receipt', receipt, '--out', desk.path('sealed'), '--attachments', desk.path('photos'))
  return { desk, say, receipt, characters, trust, sealed: desk.path('sealed/report.age') }
}

it('what is sealed is opened with the team’s key, with its photo, and its name with the custodian’s alone', async () => {
  const { desk, say, sealed } = await aRound()
  const asked = ['open', sealed, '--key', desk.path('e1/team.key'), '--round', 'bai1']
  const opened = JSON.parse(await say(...asked, '--attachments', desk.path('opened'))) as Record<string, unknown>
  expect(opened).toMatchObject({ text, village: '130207102205', round: 'bai1' })
  expect(opened).not.toHaveProperty('name')
  const [photo = ''] = await readdir(desk.path('opened'))
  expect((await readFile(join(desk.path('opened'), photo))).equals(Buffer.alloc(5_000, 7))).toBe(true)
  expect(JSON.parse(await say(...asked, '--name-key', desk.path('e1/custodian.key')))).toMatchObject({ name: { name: '某人' } })
  const withTeam = await shengmian(['report', ...asked, '--name-key', desk.path('e1/team.key')])
  expect([withTeam.code, withTeam.err]).toEqual([2, expect.stringContaining('does not open with this key')])
})

it('a receipt in digits or in characters is one, and brings the replies in their order; a missing one is said', async () => {
  const { desk, say, receipt, characters, trust, sealed } = await aRound()
  const keys = ['--key', desk.path('e1/team.key'), '--reply-key', desk.path('e1/reply.key'), '--day', '2026-11-24']
  await mkdir(desk.path('mail'))
  const words = await desk.lay('words.txt', '收到了。')
  const first = desk.path('mail/1.age')
  await say('reply', sealed, words, ...keys, ...trust, '--out', first)
  await say('reply', sealed, words, ...keys, ...trust, '--out', desk.path('mail/2.age'), '--after', first, '--number', '2')
  for (const code of [receipt, characters]) {
    const lines = (await say('replies', desk.path('mail'), '--receipt', code, ...trust)).trim().split('\n')
    expect(lines.map((line) => (JSON.parse(line) as { seq: number }).seq)).toEqual([1, 2])
  }
  await mkdir(desk.path('less'))
  await writeFile(desk.path('less/2.age'), await readFile(desk.path('mail/2.age')))
  const less = await shengmian(['report', 'replies', desk.path('less'), '--receipt', receipt, ...trust])
  expect([less.code, less.out]).toEqual([1, expect.stringContaining('out-of-order')])
})

it('the escrow’s key is split among five, joined by three with the stock age, and opens the report', async () => {
  const { desk, say, sealed } = await aRound()
  const holders = await Promise.all(
    [1, 2, 3, 4, 5].map(async (at) => {
      await say(
        'epoch',
        desk.path(`h${at}`),
        '--root',
        desk.path('root'),
        '--from',
        '2026-11-23',
        '--until',
        '2026-12-06',
        '--round',
        'h',
        '--acknowledge',
        'ab'.repeat(32),
      )
      const key = (await readFile(desk.path(`h${at}/team.key`), 'utf8')).trim()
      const manifest = (await readFile(desk.path(`h${at}/manifest-1`), 'utf8')).split('\n')[1] ?? ''
      return { key, recipient: (JSON.parse(manifest) as { team: string }).team }
    }),
  )
  const list = await desk.lay('holders.txt', holders.map(({ recipient }) => recipient).join('\n'))
  await say('split', desk.path('e1/escrow.key'), '--holders', list, '--purpose', 'escrow bai1', '--out', desk.path('shares'))
  await mkdir(desk.path('table'))
  for (const at of [5, 1, 3]) {
    const share = stockOpen(new Uint8Array(await readFile(desk.path(`shares/share-${at}.age`))), holders[at - 1]?.key ?? '')
    await writeFile(desk.path(`table/share-${at}.json`), share)
    if (at === 1) {
      const few = await shengmian(['report', 'join', desk.path('table'), '--out', desk.path('none.key')])
      expect([few.code, few.out]).toEqual([1, expect.stringContaining('too-few')])
    }
  }
  await say('join', desk.path('table'), '--out', desk.path('joined.key'))
  expect(JSON.parse(await say('open', sealed, '--key', desk.path('joined.key'), '--round', 'bai1'))).toMatchObject({ text })
})

it('a rotation keeps the escrow, and the old manifest is not signed by another root', async () => {
  const { desk, say, trust } = await aRound()
  const dates = ['--from', '2026-12-07', '--until', '2026-12-20']
  await say('epoch', desk.path('e2'), '--root', desk.path('root'), ...dates, '--after', desk.path('e1/manifest-1'))
  const of = async (name: string) =>
    JSON.parse((await readFile(desk.path(name), 'utf8')).split('\n')[1] ?? '') as Record<string, unknown>
  const [one, two] = [await of('e1/manifest-1'), await of('e2/manifest-2')]
  expect(two).toMatchObject({ seq: 2, escrow: one['escrow'], custodian: one['custodian'] })
  expect(two['team']).not.toBe(one['team'])
  await say('root', desk.path('other'))
  const wrong = await shengmian([
    'report',
    'replies',
    desk.path('e1'),
    '--receipt',
    '1',
    '--manifest',
    trust[1] ?? '',
    '--root',
    desk.path('other.pub'),
  ])
  expect([wrong.code, wrong.err]).toEqual([2, expect.stringContaining('no manifest signed by this root')])
})

it('reports are counted by village without a word of them, small villages hidden', async () => {
  const { desk, say, trust, receipt } = await aRound()
  await mkdir(desk.path('box'))
  for (let at = 1; at <= 6; at += 1) {
    const village = at < 6 ? '130207102205' : '130207102206'
    const report = await desk.lay(`r${at}.json`, { text, village, channel: at < 3 ? 'visit' : 'page', lives: 'away' })
    await say('seal', report, ...trust, '--receipt', receipt, '--out', desk.path(`s${at}`))
    await writeFile(desk.path(`box/00000${at}.age`), await readFile(desk.path(`s${at}/report.age`)))
  }
  const out = await say('count', desk.path('box'), '--key', desk.path('e1/team.key'), '--round', 'bai1', '--begins', '2026-11-23')
  expect(out).toContain('6 reports: 2 on site, 4 from afar')
  expect(out).toMatch(/^130207102205\t<5\n130207102206\t<5$/m)
  expect(out).not.toContain(text)
})

it('what was changed is told apart from bad input, and a key is never written over', async () => {
  const { desk, trust, receipt, sealed } = await aRound()
  const bytes = await readFile(sealed)
  const spoilt = await desk.lay(
    'spoilt.age',
    Buffer.concat([bytes.subarray(0, 5_000), Buffer.of((bytes[5_000] ?? 0) ^ 1), bytes.subarray(5_001)]),
  )
  const key = ['--key', desk.path('e1/team.key')]
  const changed = await shengmian(['report', 'open', spoilt, ...key, '--round', 'bai1'])
  expect([changed.code, changed.out]).toEqual([1, expect.stringContaining('was changed')])
  const foreign = await desk.lay('foreign.age', stockSeal(Buffer.from('x'), [await aRecipient(desk.path('e1/manifest-1'))]))
  for (const [args, code, words] of [
    [['open', foreign, ...key, '--round', 'bai1'], 1, 'not sealed to exactly two'],
    [['open', sealed, ...key, '--round', 'bai2'], 1, 'another round'],
    [['open', sealed, '--key', desk.path('e1/custodian.key'), '--round', 'bai1'], 1, 'does not open'],
    [['open', sealed, '--key', sealed, '--round', 'bai1'], 2, 'no age identity'],
    [['open', desk.path('nothing'), ...key, '--round', 'bai1'], 2, 'no such file'],
    [['open', sealed, ...key], 2, '--round is needed'],
    [['root', desk.path('root')], 2, 'not written over'],
    [['receipt', '--read', receipt.replace(/.$/, (digit) => String((Number(digit) + 1) % 10))], 2, 'a mistake in it'],
    [
      ['seal', await desk.lay('r.json', { text, more: 1 }), ...trust, '--receipt', receipt, '--out', desk.path('x')],
      2,
      'not known',
    ],
    [['seal', await desk.lay('b.json', 'x'), ...trust, '--receipt', receipt, '--out', desk.path('x')], 2, 'is no JSON'],
    [['burn'], 2, 'after report comes'],
  ] as const) {
    const ended = await shengmian(['report', ...args])
    expect([args, ended.code]).toEqual([args, code])
    expect(ended.out + ended.err).toContain(words)
  }
})

async function aRecipient(manifest: string): Promise<string> {
  return (JSON.parse((await readFile(manifest, 'utf8')).split('\n')[1] ?? '') as { team: string }).team
}
