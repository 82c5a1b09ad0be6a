import { mkdir, readFile, readlink, symlink, writeFile } from 'node:fs/promises'
import { expect, it } from 'vitest'
import { whyNotWritable, writeWhole } from './files.ts'
import { aDesk } from './testing/run-shengmian.ts'

it('a file is written whole and leaves nothing beside it, also in place of an older one', async () => {
  const desk = await aDesk()
  expect(await writeWhole(desk.path('plan.json'), 'one')).toBeNull()
  expect(await writeWhole(desk.path('plan.json'), 'two')).toBeNull()
  expect(await readFile(desk.path('plan.json'), 'utf8')).toBe('two')
  expect(await desk.names()).toEqual(['plan.json'])
})

it('a link stays a link, and the file behind it is written', async () => {
  const desk = await aDesk()
  await mkdir(desk.path('shelf'))
  await writeFile(desk.path('shelf/plan.json'), 'old')
  await symlink('shelf/plan.json', desk.path('plan.json'))
  expect(await writeWhole(desk.path('plan.json'), 'new')).toBeNull()
  expect(await readlink(desk.path('plan.json'))).toBe('shelf/plan.json')
  expect(await readFile(desk.path('shelf/plan.json'), 'utf8')).toBe('new')
})

it('a device is written to and not replaced', async () => {
  expect(await whyNotWritable('/dev/null')).toBeNull()
  expect(await writeWhole('/dev/null', 'gone')).toBeNull()
  expect(await readFile('/dev/null', 'utf8')).toBe('')
})

it('where it cannot be written, that is said and nothing is left behind', async () => {
  const desk = await aDesk()
  expect(await writeWhole(desk.path('nowhere/plan.json'), 'x')).toMatchObject({
    en: expect.stringMatching(/^cannot write .*ENOENT/),
  })
  expect(await whyNotWritable(desk.path('nowhere/plan.json'))).toMatchObject({ en: expect.stringMatching(/no folder/) })
  expect(await desk.names()).toEqual([])
})
