// What the tests need of the system: a Chromium and Chinese fonts, and the stock `age`. As root on Debian it is installed from
// Debian's packages; elsewhere what is there is used, or the exact command to run is said. Never a skip.
import { spawnSync } from 'node:child_process'
import { existsSync, globSync } from 'node:fs'

/** The path of a Chromium that runs. */
export function findChromium(log: (line: string) => void): string {
  const missing = [...(chromium() === null ? ['chromium'] : []), ...(hasChineseFont() ? [] : ['fonts-noto-cjk'])]
  install(missing, log)
  const found = chromium()
  if (found !== null && (hasChineseFont() || !isDebian)) return found
  throw new Error(
    `The browser tests need ${missing.join(' and ')}. Run:\n  ` +
      (isDebian
        ? `sudo apt-get update && sudo apt-get install -y --no-install-recommends ${missing.join(' ')}`
        : 'install Chromium (or Chrome) with your system’s package manager, or set CHROMIUM_PATH=/path/to/chromium') +
      '\nand then the same command again.',
  )
}

/** Sees to it that the program `age` is there, against which our sealed files are held. */
export function needAge(log: (line: string) => void): void {
  const isThere = () => spawnSync('age', ['--version'], { stdio: 'ignore' }).status === 0
  if (isThere()) return
  install(['age'], log)
  if (isThere()) return
  throw new Error(
    'The tests of sealed files need the program age. Run:\n  ' +
      (isDebian ? 'sudo apt-get update && sudo apt-get install -y age' : 'install age with your system’s package manager') +
      '\nand then the same command again.',
  )
}

const isDebian = existsSync('/usr/bin/apt-get')

/** Installs packages where that is possible: as root on Debian. */
function install(packages: readonly string[], log: (line: string) => void): void {
  if (packages.length === 0 || !isDebian || process.getuid?.() !== 0) return
  log(`installing ${packages.join(' and ')} from the system's packages`)
  const flags = ['install', '-y', '--no-install-recommends', ...packages]
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' }
  const isDone = () => spawnSync('apt-get', flags, { env, stdio: ['ignore', 'ignore', 'inherit'] }).status === 0
  const isUpdated = () => spawnSync('apt-get', ['update', '-q'], { env, stdio: ['ignore', 'ignore', 'inherit'] }).status === 0
  if (!isDone() && !(isUpdated() && isDone())) throw new Error(`apt-get ${flags.join(' ')} failed; its words are above.`)
}

function chromium(): string | null {
  const given = process.env['CHROMIUM_PATH']
  const names =
    given === undefined ? ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', 'chrome'] : [given]
  for (const name of names) {
    const where = spawnSync('sh', ['-c', 'command -v "$1"', 'sh', name], { encoding: 'utf8' }).stdout.trim()
    if (where !== '' && spawnSync(where, ['--version'], { stdio: 'ignore' }).status === 0) return where
  }
  return null
}

function hasChineseFont(): boolean {
  // A bare system has the fonts without the program that lists them.
  if (globSync('/usr/share/fonts/**/*{CJK,wqy,SourceHan}*').length > 0) return true
  const listed = spawnSync('fc-list', [':lang=zh', 'family'], { encoding: 'utf8' })
  return listed.status === 0 && listed.stdout.trim() !== ''
}
