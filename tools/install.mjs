// Runs before every npm script, on whatever Node the machine has (20 or newer): installs what the lockfile names,
// if it is not there, and makes sure of Node 24 for all that follows. Plain JavaScript for that reason.
import { spawn, spawnSync } from 'node:child_process'
import { existsSync, readFileSync, statSync } from 'node:fs'
import { createServer } from 'node:net'
import path from 'node:path'

const project = path.resolve(import.meta.dirname ?? path.dirname(new URL(import.meta.url).pathname), '..')
const bin = path.join(project, 'node_modules', '.bin')

if (Number(process.versions.node.split('.')[0]) < 20) {
  stop(`Shengmian needs Node 20 or newer; this is ${process.version}. · 需要 Node 20 或更新版本。`)
}
if (!isInstalled()) await installOnce()
requireNode24()

/** What npm installed last (its hidden lockfile) against what the lockfile asks for on this machine. */
function isInstalled() {
  const wanted = packagesIn('package-lock.json')
  const there = packagesIn('node_modules/.package-lock.json')
  if (wanted === null) stop('package-lock.json is missing or broken: this is not a whole copy of the project.')
  if (there === null) return false
  return Object.entries(wanted).every(([name, { version, link, optional, os, cpu, libc }]) => {
    if (!name.includes('node_modules/') || link) return true
    // npm leaves out what belongs to other systems, and what only such packages need (optional, for no system in particular).
    const isForHere = fits(os, process.platform) && fits(cpu, process.arch) && fits(libc, libcHere())
    if (optional && !(isForHere && (os ?? cpu) !== undefined)) return true
    return there[name]?.version === version && existsSync(path.join(project, name, 'package.json'))
  })
}

function packagesIn(file) {
  try {
    return JSON.parse(readFileSync(path.join(project, file), 'utf8')).packages
  } catch {
    return null
  }
}

/** @param only a name, a list of names, or a list of `!names` that are excluded */
function fits(only, here) {
  const list = [only ?? []].flat()
  if (list.length === 0 || here === null) return true
  return list.includes(here) || (list.every((each) => each.startsWith('!')) && !list.includes(`!${here}`))
}

function libcHere() {
  if (process.platform !== 'linux') return null
  return process.report.getReport().header.glibcVersionRuntime === undefined ? 'musl' : 'glibc'
}

/** Two commands started at once must not both rebuild node_modules: the kernel keeps the lock while its holder lives. */
async function installOnce() {
  const lock = createServer()
  const name = `\0shengmian-install-${statSync(project).ino}`
  for (let isWaiting = false; process.platform === 'linux'; isWaiting = true) {
    const got = await new Promise((resolve) => {
      lock.once('error', () => resolve(false))
      lock.listen({ path: name }, () => resolve(true))
    })
    if (got) break
    if (!isWaiting) say('another command is installing here; waiting for it')
    await new Promise((resolve) => setTimeout(resolve, 500))
  }
  if (!isInstalled()) await install()
  lock.close()
}

async function install() {
  say('installing the packages of package-lock.json (about a minute, once) · 正在安装依赖(仅首次)')
  const began = Date.now()
  const tick = setInterval(() => say(`still installing, ${seconds(began)} s`), 15_000)
  // npm's own Node must not be the one inside node_modules, which it is about to replace.
  const elsewhere = (process.env.PATH ?? '')
    .split(path.delimiter)
    .filter((folder) => !path.resolve(folder).startsWith(path.join(project, 'node_modules')))
  const child = spawn('npm', ['ci', '--no-audit', '--no-fund', '--loglevel=error'], {
    cwd: project,
    env: { ...process.env, PATH: elsewhere.join(path.delimiter) },
    stdio: ['ignore', 'ignore', 'inherit'],
    shell: process.platform === 'win32',
  })
  const code = await new Promise((resolve) => {
    child.once('error', (error) => resolve(error.message))
    child.once('close', resolve)
  })
  clearInterval(tick)
  if (code !== 0) {
    stop(
      `The packages could not be installed (npm ci: ${code}; its own words are above). The first start needs the npm registry: ` +
        'check the network and `npm config get registry`, then run the same command again. · 依赖安装失败,请检查网络后重试。',
    )
  }
  say(`installed in ${seconds(began)} s`)
}

function requireNode24() {
  const own = path.join(bin, 'node')
  const node = existsSync(own) ? own : 'node'
  const answer = spawnSync(node, ['--version'], { encoding: 'utf8' })
  if (Number(/^v(\d+)/.exec(answer.stdout ?? '')?.[1]) >= 24) return
  stop(
    `Shengmian runs on Node 24, which npm installs on Linux (glibc, x64 and arm64) and on Windows. Here it is ${answer.stdout?.trim() || 'missing'}: ` +
      'install Node 24 and run the same command again. · 请安装 Node 24 后重试。',
  )
}

function seconds(since) {
  return Math.round((Date.now() - since) / 1000)
}

function say(line) {
  console.error(`[install] ${line}`)
}

function stop(line) {
  console.error(line)
  process.exit(1)
}
