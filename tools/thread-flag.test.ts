// Whether V8 would compile a bridge that threads share can be seen: it says how many of a module's imports have none yet.
import { spawn } from 'node:child_process'
import { Worker } from 'node:worker_threads'
import { expect, it } from 'vitest'
import config from '../vitest.config.ts'
import { project } from './fingerprint.ts'

/** A module with one import, and `r`, which calls it as often as it is told to. */
const MODULE =
  '0061736d0100000001080260000060017f0002070101610166000003020101070501017200010a1201100003401000200041016b22000d000b0b'

/** Calls JavaScript from WebAssembly 5,000 times, five times as often as V8 waits by itself, and answers `true` where no bridge was compiled. */
const PROBE = `(() => {
  process.getBuiltinModule('node:v8').setFlagsFromString('--allow-natives-syntax')
  const instance = new WebAssembly.Instance(new WebAssembly.Module(Buffer.from('${MODULE}', 'hex')), { a: { f: () => {} } })
  instance.exports.r(5000)
  return new Function('instance', 'return %CountUnoptimizedWasmToJSWrapper(instance)')(instance) === 1
})()`

const atTheEnd = `data:text/javascript,${encodeURIComponent(`process.on('exit', () => process.stderr.write('no bridge: ' + ${PROBE}))`)}`

/** What a program says at its end about the bridges in its process. */
async function bridgesOf(args: readonly string[], env: Record<string, string> = {}): Promise<string> {
  const child = spawn(process.execPath, ['--import', atTheEnd, ...args], { cwd: project, env: { ...process.env, ...env } })
  let said = ''
  child.stdout.resume()
  child.stderr.setEncoding('utf8').on('data', (text: string) => (said += text))
  await new Promise((resolve) => child.on('close', resolve))
  return /no bridge: (true|false)/.exec(said)?.[0] ?? said
}

it('Node by itself compiles bridges that threads share', async () => {
  expect(await bridgesOf(['-e', ''])).toBe('no bridge: false')
})

it('the server, the program and the figures compile none', async () => {
  // each ends at once: over a port that is none, after its help, for want of a topic
  expect(await bridgesOf(['apps/server/src/main.ts'], { PORT: 'none' })).toBe('no bridge: true')
  expect(await bridgesOf(['apps/cli/bin/shengmian.mjs', '--help'])).toBe('no bridge: true')
  expect(await bridgesOf(['bench/figures.ts'])).toBe('no bridge: true')
})

it('the tests compile none, in their threads neither', async () => {
  const thread = new Worker(`require('node:worker_threads').parentPort.postMessage(${PROBE})`, { eval: true })
  expect(await new Promise((resolve) => thread.once('message', resolve))).toBe(true)
  const projects = config.test?.projects ?? []
  expect(projects.length).toBe(3)
  for (const one of projects)
    expect(one).toMatchObject({ test: { execArgv: process.execArgv.filter((flag) => flag.includes('wasm')) } })
})
