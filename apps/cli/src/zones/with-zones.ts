// Whether a problem is planned by zones, and the temporary folder in which it then lies cut.
import { rmSync } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import { availableParallelism, tmpdir } from 'node:os'
import { join } from 'node:path'
import { EXIT, type ExitCode } from '../exit-codes.ts'
import { exitOnSignal } from '../exit-on-signal.ts'
import { complain } from '../files.ts'
import { headOf } from '../head-of.ts'
import { note } from '../words.ts'
import type { Cut } from './cut-nation.ts'

type Zones = Cut & { kind: 'zones' }

/**
 * Cuts JSON lines that are bound to zones and hands them to `use`. Null where the file is anything else, or does not fall into zones
 * (said why on standard error): the caller then takes it as one problem. While `use` runs, Ctrl-C is its own.
 */
export async function withZones(path: string, use: (cut: Zones, folder: string) => Promise<ExitCode>): Promise<ExitCode | null> {
  const head = await headOf(path)
  if (head === null) return null
  const folder = await mkdtemp(join(tmpdir(), 'shengmian-zones-'))
  const remove = (): void => rmSync(folder, { recursive: true, force: true })
  process.once('exit', remove)
  const release = exitOnSignal()
  try {
    const { cutNation } = await import('./cut-nation.ts')
    const cut = await cutNation(path, head, folder)
    release()
    if (cut.kind === 'zones') return await use(cut, folder)
    if (cut.kind === 'refused') {
      complain(path, cut.issues)
      return EXIT.badInput
    }
    if (cut.isBound) note({ zh: `不能按片区分开求解：${cut.zh}`, en: `is not planned zone by zone: ${cut.en}` })
    return null
  } finally {
    release()
    process.off('exit', remove)
    await rm(folder, { recursive: true, force: true })
  }
}

/** How many zones are worked on at once: a positive integer, by default one a core; null where the text is neither. */
export function readWorkers(text: string | undefined): number | null {
  if (text === undefined) return availableParallelism()
  const count = Number(text)
  return /^\d{1,3}$/.test(text) && count > 0 ? count : null
}
