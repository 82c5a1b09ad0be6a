// `npm run dev`: the server starts again on every change, and Vite serves the pages with hot reload on port 8421.
import { spawn, type ChildProcess } from 'node:child_process'
import path from 'node:path'
import { project } from './fingerprint.ts'
import { generate } from './generate.ts'

await generate()
const bin = path.join(project, 'node_modules', '.bin')
const watched = ['apps/server/src', 'apps/server/migrations', 'contract/src', 'engines'].flatMap((folder) => [
  '--watch-path',
  path.join(project, folder),
])
const children: ChildProcess[] = [
  spawn(process.execPath, [...watched, '--watch-preserve-output', 'apps/server/src/main.ts'], { cwd: project, stdio: 'inherit' }),
  spawn(path.join(bin, 'vite'), [], { cwd: path.join(project, 'apps/web'), stdio: 'inherit' }),
]

const stop = () => {
  for (const child of children) child.kill('SIGTERM')
}
process.on('SIGINT', stop)
process.on('SIGTERM', stop)
for (const child of children) {
  child.once('exit', (code) => {
    stop()
    process.exitCode = code ?? 0
  })
}
