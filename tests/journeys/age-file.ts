import { spawn } from 'node:child_process'
import { readFileSync } from 'node:fs'

/** The key in a file under a passphrase, opened with the stock `age -d`, which asks on a terminal. */
export function keyIn(file: string, passphrase: string): Promise<string> {
  const child = spawn('script', ['-qec', `age -d -o '${file}.open' '${file}'`, '/dev/null'], {
    stdio: ['pipe', 'pipe', 'inherit'],
  })
  return new Promise((resolve, reject) => {
    child.stdout.on('data', (said: Buffer) => {
      if (said.toString().includes('passphrase')) child.stdin.write(`${passphrase}\n`)
    })
    child.on('close', (code) =>
      code === 0
        ? resolve(readFileSync(`${file}.open`, 'utf8').split('\n')[0] ?? '')
        : reject(new Error(`age -d ended with ${code}`)),
    )
  })
}
