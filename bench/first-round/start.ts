import { spawn } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { project } from '../../tools/fingerprint.ts'
import type { Measure } from '../figure.ts'

/** The first start on an empty data folder, the next one, and one after everything was killed. */
export const measureStart: Measure = async () => {
  const data = mkdtempSync(path.join(tmpdir(), 'shengmian-bench-start-'))
  try {
    const first = await secondsToPage(data, 'SIGINT')
    const second = await secondsToPage(data, 'SIGKILL')
    const afterKill = await secondsToPage(data, 'SIGINT')
    const how = 'from `node tools/start.ts` to the first page over HTTP, packages installed, pages built'
    return [
      figure('first start: database, all divisions, demonstration', first, 120, `${how}; the data folder was empty`),
      figure('start when installed', second, 10, `${how}; after Ctrl-C`),
      figure('start after kill -9', afterKill, 10, `${how}; node was killed, its PostgreSQL still ran`),
    ]
  } finally {
    rmSync(data, { recursive: true, force: true })
  }
}

function figure(name: string, seconds: number, most: number, how: string) {
  return { figure: name, value: seconds, unit: 's', target: `≤ ${most}`, holds: seconds <= most, how }
}

async function secondsToPage(data: string, end: NodeJS.Signals): Promise<number> {
  const port = await freePort()
  const began = performance.now()
  const env = { ...process.env, SHENGMIAN_DATA: data, PORT: String(port), HOST: '127.0.0.1' }
  const child = spawn(process.execPath, ['tools/start.ts'], { cwd: project, env, stdio: ['ignore', 'ignore', 'inherit'] })
  const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()))
  try {
    while (!(await answers(port))) {
      if (child.exitCode !== null) throw new Error(`the server ended with ${child.exitCode}`)
      await sleep(50)
    }
    return (performance.now() - began) / 1000
  } finally {
    child.kill(end)
    await ended
  }
}

async function answers(port: number): Promise<boolean> {
  try {
    const page = await fetch(`http://127.0.0.1:${port}/`)
    return page.ok && (await page.text()).includes('<!doctype html>')
  } catch {
    return false
  }
}

async function freePort(): Promise<number> {
  const server = createServer()
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const address = server.address()
  await new Promise((resolve) => server.close(resolve))
  return address !== null && typeof address === 'object' ? address.port : 0
}
