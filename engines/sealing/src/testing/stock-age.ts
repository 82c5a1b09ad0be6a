// The stock `age`, run on files. It must be there: `npm test` installs it from the system's packages, or says how.
import { execFileSync, spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

/** What `age -d` makes of a file with an identity. Throws where it refuses. */
export function stockOpen(file: Uint8Array, identity: string): Uint8Array {
  return inFolder((at) => {
    writeFileSync(at('key'), `${identity}\n`)
    writeFileSync(at('file'), file)
    return runAge(['-d', '-i', at('key'), at('file')])
  })
}

/** A file that `age` seals to recipients. */
export function stockSeal(plain: Uint8Array, recipients: readonly string[]): Uint8Array {
  return inFolder((at) => {
    writeFileSync(at('plain'), plain)
    return runAge([...recipients.flatMap((recipient) => ['-r', recipient]), at('plain')])
  })
}

function runAge(args: readonly string[]): Uint8Array {
  if (spawnSync('age', ['--version'], { stdio: 'ignore' }).status !== 0)
    throw new Error('this test needs the program `age`: sudo apt-get install -y age (or put another build of it on the PATH)')
  return new Uint8Array(execFileSync('age', args, { stdio: 'pipe', maxBuffer: 20_000_000 }))
}

function inFolder<T>(work: (at: (name: string) => string) => T): T {
  const folder = mkdtempSync(join(tmpdir(), 'sealing-'))
  try {
    return work((name) => join(folder, name))
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}
