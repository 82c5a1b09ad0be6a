// `npm run databases`: the embedded databases that lie outside their data folders; with `--remove NAME…` it removes those that nobody uses.
import { lstatSync, readdirSync } from 'node:fs'
import path from 'node:path'
import { homesIn, removeLeft } from '../apps/server/src/platform/embedded-postgres/homes.ts'
import { SHARED } from '../apps/server/src/platform/embedded-postgres/place.ts'

const STATES = { kept: '在用 in use', running: '运行中 running', left: '无人使用 left' }

const [flag, ...names] = process.argv.slice(2)
if (flag === undefined) list()
else if (flag === '--remove' && names.length > 0) remove()
else stop('npm run databases [-- --remove NAME… | all]')

function list(): void {
  const homes = homesIn()
  for (const { name, folder, state, lastUsed } of homes) {
    const megabytes = Math.round(bytesIn(path.join(SHARED, name)) / 1_000_000)
    console.log(`${name}  ${STATES[state]}  ${lastUsed.toISOString().slice(0, 10)}  ${megabytes} MB  ${folder}`)
  }
  const left = homes.filter(({ state }) => state === 'left').length
  if (homes.length === 0) console.log(`${SHARED} 下没有数据库 · no databases there`)
  if (left > 0)
    console.log(
      `\n${left}个的数据文件夹已不在。文件夹若只是搬走或磁盘未挂载，先从新位置启动一次。删除：npm run databases -- --remove 名称\n` +
        `The data folders of ${left} are gone. If one was only moved, or its disk is not mounted, start from it first. Remove: npm run databases -- --remove NAME`,
    )
}

function remove(): void {
  try {
    for (const name of removeLeft(names)) console.log(`已删除 removed ${path.join(SHARED, name)}`)
  } catch (error) {
    stop(error instanceof Error ? error.message : String(error))
  }
}

function bytesIn(folder: string): number {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .map((name) => lstatSync(path.join(folder, name), { throwIfNoEntry: false })?.size ?? 0)
    .reduce((sum, size) => sum + size, 0)
}

function stop(words: string): never {
  console.error(words)
  process.exit(1)
}
