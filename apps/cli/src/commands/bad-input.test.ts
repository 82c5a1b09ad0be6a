import { mkdir, readFile } from 'node:fs/promises'
import { describe, expect, it } from 'vitest'
import { aProblem } from '../testing/a-problem.ts'
import { aDesk, shengmian } from '../testing/run-shengmian.ts'

const BROKEN: readonly (readonly [string, unknown, RegExp])[] = [
  [
    'a broken file',
    '{"format": "shengmian.dispatch-problem/1",\n  "name": }',
    /problem\.json: \$: .*第 2 行第 11 列.* \/ .*line 2, column 11/,
  ],
  ['an empty file', '', /文件是空的 \/ the file is empty/],
  ['a file that is no text', new Uint8Array([0x50, 0x4b, 0xff, 0xfe]), /不是 UTF-8 文本/],
  ['an unknown key', { ...aProblem(), colour: 1 }, /\$\.colour: 未知的字段“colour” \/ unknown key "colour"/],
  ['an unknown code', { ...aProblem(), regions: [{ code: '32010', name: '' }] }, /\$\.regions\[0\]\.code: "32010" 不是区划代码/],
  [
    'a person twice',
    { ...aProblem(), people: [...aProblem().people, ...aProblem().people.slice(0, 1)] },
    /\$\.people\[12\]\.id: 人员 p0001 重复/,
  ],
  [
    'a circular region',
    {
      ...aProblem(),
      regions: [
        { code: '32', name: '', parent: '3201' },
        { code: '3201', name: '', parent: '32' },
      ],
    },
    /圈：32 → 3201 → 32/,
  ],
]

describe('bad input', () => {
  it.each(BROKEN)('%s ends with 2, says where in both languages, and nothing is written', async (_, content, message) => {
    const desk = await aDesk()
    const problem = await desk.lay('problem.json', content)
    const plan = await desk.lay('plan.json', 'old')
    const ended = await shengmian(['plan', problem, '--out', plan])
    expect(ended).toMatchObject({ code: 2, out: '' })
    expect(ended.err).toMatch(message)
    expect(await readFile(plan, 'utf8')).toBe('old')
    expect(await desk.names()).toEqual(['plan.json', 'problem.json'])
  })

  it('is refused alike by verify and explain, and both files are looked at', async () => {
    const desk = await aDesk()
    const files = [await desk.lay('problem.json', '{'), await desk.lay('plan.json', '[]')]
    for (const args of [['verify'], ['explain', '--person', 'p', '--team', 't']]) {
      const ended = await shengmian([...args, ...files])
      expect(ended).toMatchObject({ code: 2, out: '' })
      expect(ended.err).toMatch(/problem\.json: \$: .*line 1, column 2/)
      expect(ended.err).toMatch(/plan\.json: \$: .*must be an object/)
    }
  })

  it.each([
    [['plan', 'P'], /缺少 --out/],
    [['plan', 'P', 'P', '--out', 'X'], /these files are needed: PROBLEM/],
    [['plan', 'nowhere.json', '--out', 'X'], /nowhere\.json: \$: 找不到文件/],
    [['plan', 'P', '--out', 'nowhere/X'], /没有文件夹/],
    [['plan', 'P', '--out', 'folder'], /是文件夹/],
    [['plan', 'P', '--out', 'P'], /must not be the problem itself/],
    [['plan', 'P', '--out', 'X', '--seed', 'xyz'], /--seed must be/],
    [['plan', 'P', '--out', 'X', '--seed', '0'.repeat(65)], /--seed must be/],
    [['plan', 'P', '--out', 'X', '--effort', 'huge'], /--effort must be/],
    [['plan', 'P', '--out', 'X', '--effort', '0'], /--effort must be/],
    [['plan', 'P', '--out', 'X', '--effort', '1.5'], /--effort must be/],
    [['plan', 'P', '--out', 'X', '--out', 'Y'], /--out is given twice/],
    [['plan', 'P', '--out', 'X', '--quick'], /--quick/],
    [['plan', 'P', '--out', 'X', '--keep', 'P'], /\$\.format: .* must be "shengmian\.dispatch-plan\/1"/],
    [['verify', 'P'], /these files are needed: PROBLEM, PLAN/],
    [['verify', 'P', 'P'], /dispatch-plan\/1/],
    [['verify', 'folder', 'P'], /是文件夹，不是文件/],
    [['explain', 'P', 'P'], /--person P and --team T are needed/],
    [['paint'], /there is no command paint/],
    [[], /shengmian plan/],
  ])('%j ends with 2', async (args, message) => {
    const desk = await aDesk()
    await desk.lay('P', aProblem())
    await mkdir(desk.path('folder'))
    const named = args.map((word, i) => (i > 0 && /^(P|X|Y|folder|nowhere.*)$/.test(word) ? desk.path(word) : word))
    const ended = await shengmian(named)
    expect(ended).toMatchObject({ code: 2, out: '' })
    expect(ended.err).toMatch(message)
    expect(await desk.names()).toEqual(['P', 'folder'])
  })

  it('help is no error, and speaks the language of the locale', async () => {
    expect(await shengmian(['--help'])).toMatchObject({ code: 0, err: '', out: expect.stringContaining('退出码') })
    expect(await shengmian(['plan', '--help'], { env: { LC_ALL: 'en_US.UTF-8' } })).toMatchObject({
      code: 0,
      out: expect.stringContaining('2 bad input, nothing is written'),
    })
  })
})
