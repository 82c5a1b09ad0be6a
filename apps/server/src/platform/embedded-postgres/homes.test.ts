import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { homesIn, removeLeft } from './homes.ts'

let here: string
let shared: string
beforeEach(() => {
  here = mkdtempSync(join(tmpdir(), 'shengmian-homes-'))
  shared = join(here, 'shared')
  mkdirSync(join(shared, 'programs'), { recursive: true })
})
afterEach(() => rmSync(here, { recursive: true }))

/** A home with a cluster, and the data folder that names it. */
function plant(name: string): string {
  const [home, folder] = [join(shared, name), join(here, `data-${name}`)]
  mkdirSync(join(home, 'cluster'), { recursive: true })
  mkdirSync(folder)
  writeFileSync(join(home, 'made-for.json'), JSON.stringify({ folder, ino: '1' }))
  writeFileSync(join(folder, 'postgres.json'), JSON.stringify({ home }))
  return folder
}
const statesOf = () => homesIn(shared).map(({ name, state }) => [name, state])

it('a home is left when its folder is gone, or uses another; copies of programs beside it are none', () => {
  plant('kept')
  rmSync(plant('orphan'), { recursive: true })
  writeFileSync(join(plant('replaced'), 'postgres.json'), JSON.stringify({ home: join(shared, 'kept') }))
  expect(statesOf()).toEqual([
    ['kept', 'kept'],
    ['orphan', 'left'],
    ['replaced', 'left'],
  ])
})

it('what is named is removed, and all that are left when asked for; what is used stays', () => {
  plant('kept')
  for (const name of ['one', 'two', 'three']) rmSync(plant(name), { recursive: true })
  expect(removeLeft(['two'], shared)).toEqual(['two'])
  expect(existsSync(join(shared, 'two'))).toBe(false)
  expect(removeLeft(['all'], shared)).toEqual(['one', 'three'])
  expect(statesOf()).toEqual([['kept', 'kept']])
})

it('a name that is used, or is none, is refused and nothing at all is removed', () => {
  plant('kept')
  rmSync(plant('orphan'), { recursive: true })
  expect(() => removeLeft(['orphan', 'kept'], shared)).toThrow(/kept is in use/)
  expect(() => removeLeft(['orphan', '../data-kept'], shared)).toThrow(/there is no database/)
  expect(() => removeLeft(['programs'], shared)).toThrow(/there is no database/)
  expect(statesOf()).toEqual([
    ['kept', 'kept'],
    ['orphan', 'left'],
  ])
})

it('a machine without such homes has none', () => {
  expect(homesIn(join(here, 'nowhere'))).toEqual([])
})
