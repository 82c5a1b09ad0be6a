// The peers' programs, and whether this machine can run them.
import { existsSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { run, type Ran } from '../../tools/run.ts'

const here = import.meta.dirname
const python = path.join(here, '.venv', 'bin', 'python')
const timefold = path.join(here, 'timefold')
const classes = path.join(timefold, 'target', 'classes')

export interface Peer {
  readonly name: string
  /** Why it cannot run here and what to do about it; null where it can. */
  readonly lack: () => Promise<string | null>
  readonly run: (...words: readonly string[]) => Promise<Ran>
}

function pythonPeer(name: string, file: string): Peer {
  return { name, lack: lackOfPython, run: (...words) => run(python, [path.join(here, file), ...words]) }
}

export const COMPOSERS: readonly Peer[] = [
  pythonPeer('OR-Tools CP-SAT, 2 workers', 'cp_sat.py'),
  pythonPeer('HiGHS MIP, 2 threads', 'highs_mip.py'),
  {
    name: 'Timefold Community, 1 thread',
    lack: lackOfJava,
    run: (...words) =>
      run('java', ['-Xmx2g', '-cp', `${classes}:${path.join(timefold, 'target', 'dependency', '*')}`, 'peer.Main', ...words]),
  },
]

export const SLOT_SOLVER: Peer = pythonPeer('OR-Tools', 'slot_problem.py')

/** The answer that a peer wrote; null where it wrote none. */
export function readAnswer(file: string): unknown {
  return existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : null
}

async function lackOfPython(): Promise<string | null> {
  if (existsSync(python) && (await run(python, ['-c', 'import ortools, highspy'])).code === 0) return null
  return 'left out: in bench/peers run `python3 -m venv .venv && .venv/bin/pip install -r requirements.txt`'
}

async function lackOfJava(): Promise<string | null> {
  if ((await run('java', ['-version'])).code !== 0) return 'left out: there is no Java (17 or later)'
  if (existsSync(classes)) return null
  const built = await run('mvn', ['-q', '-B', 'compile', 'dependency:copy-dependencies'], { cwd: timefold })
  return built.code === 0 ? null : 'left out: Maven could not build bench/peers/timefold'
}
