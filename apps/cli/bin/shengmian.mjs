#!/usr/bin/env node
// Plain JavaScript for any Node: the rest of the program is TypeScript and needs Node 24, which the project's own
// node_modules holds. Where the machine's Node is older, that one is started instead.
import { spawn } from 'node:child_process'
import { existsSync } from 'node:fs'
import nodeModule from 'node:module'
import { fileURLToPath } from 'node:url'

const OLDEST = 24
const STARTED = 'SHENGMIAN_STARTED_BY_ITSELF'

if (Number(process.versions.node.split('.')[0]) >= OLDEST) {
  // The second start takes half the time: Node keeps what it compiled in the temporary folder. Threads find it by the environment,
  // and then need no compiler of their own, which takes 50 MB.
  const { directory } = nodeModule.enableCompileCache?.() ?? {}
  if (directory !== undefined) process.env.NODE_COMPILE_CACHE ??= directory
  const { main } = await import('../src/main.ts')
  process.exitCode = await main(process.argv.slice(2))
} else {
  const own = ['../../../node_modules/.bin/node', '../node_modules/.bin/node']
    .map((path) => fileURLToPath(new URL(path, import.meta.url)))
    .find((path) => existsSync(path))
  if (own === undefined || process.env[STARTED] !== undefined) {
    console.error(
      `需要 Node ${OLDEST} 或更新版本(现为 ${process.version}):请先运行 npm install / needs Node ${OLDEST} or newer (this is ${process.version}): run npm install first`,
    )
    process.exitCode = 2
  } else {
    const child = spawn(own, process.argv.slice(1), { stdio: 'inherit', env: { ...process.env, [STARTED]: '1' } })
    // Ctrl-C reaches both; the child writes its best plan and ends, and only then does this one.
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => signal === 'SIGINT' || child.kill(signal))
    child.on('error', (error) => {
      console.error(error.message)
      process.exitCode = 2
    })
    child.on('exit', (code) => {
      process.exitCode = code ?? 1
    })
  }
}
