import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import type { Socket } from 'node:net'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { describe, expect, it, onTestFinished } from 'vitest'
import { startFakeScanner } from '../testing/fake-scanner.ts'
import { refuseInfected } from './virus-check.ts'

async function aFile(bytes: Buffer): Promise<string> {
  const folder = await mkdtemp(path.join(tmpdir(), 'shengmian-upload-'))
  onTestFinished(() => rm(folder, { recursive: true, force: true }))
  const file = path.join(folder, 'upload')
  await writeFile(file, bytes)
  return file
}

async function scannerThat(answers: (socket: Socket, received: Buffer) => void) {
  const scanner = await startFakeScanner(answers)
  onTestFinished(scanner.stop)
  return { path: scanner.path }
}

const saying = (line: string) => (socket: Socket) => void socket.end(`${line}\0`)
const said = (taken: Promise<void>) =>
  taken.then(
    () => 'taken',
    (problem: { readonly code: string }) => problem.code,
  )

describe('a virus scanner', () => {
  it('is shown every byte of a file, in its order, and what it calls clean is taken', async () => {
    const bytes = Buffer.from(Array.from({ length: 200_000 }, (_, k) => (k * 31) % 251))
    let seen = Buffer.alloc(0)
    const scanner = await scannerThat((socket, received) => {
      seen = Buffer.from(received)
      saying('stream: OK')(socket)
    })
    expect(await said(refuseInfected(scanner, await aFile(bytes)))).toBe('taken')
    expect(seen.equals(bytes)).toBe(true)
  })

  it('that gives no verdict lets nothing through: an error, a word unknown, a silence, a door closed', async () => {
    const file = await aFile(Buffer.from('x'))
    const answers = ['INSTREAM size limit exceeded. ERROR', 'stream: OK but', '']
    for (const answer of answers)
      expect(await said(refuseInfected(await scannerThat(saying(answer)), file))).toBe('file-unchecked')
    const hangsUp = await scannerThat((socket) => void socket.destroy())
    const silent = await scannerThat(() => undefined)
    expect(await said(refuseInfected(hangsUp, file))).toBe('file-unchecked')
    expect(await said(refuseInfected(silent, file, 50))).toBe('file-unchecked')
    expect(await said(refuseInfected({ path: '/nowhere/clamd.sock' }, file))).toBe('file-unchecked')
  })
})
