// `npm run dev`: the server starts again when a file that it uses changes, and Vite serves the pages with hot reload on
// port 8421. The database belongs to this process, so it outlives those restarts.
import { spawn, type ChildProcess } from 'node:child_process'
import path from 'node:path'
import { startEmbeddedPostgres } from '@shengmian/server/embedded-postgres'
import { project } from './fingerprint.ts'
import { generate } from './generate.ts'

await generate()
const data = path.resolve(process.env['SHENGMIAN_DATA'] ?? path.join(project, 'data'))
const given = process.env['DATABASE_URL']
const database =
  given === undefined
    ? await startEmbeddedPostgres({ folder: path.join(data, 'postgres'), log: (line) => console.error(line) })
    : null
const env = { ...process.env, DATABASE_URL: given ?? database?.adminUrl }

const children: readonly ChildProcess[] = [
  spawn(process.execPath, ['--watch', '--watch-preserve-output', 'apps/server/src/main.ts'], {
    cwd: project,
    env,
    stdio: 'inherit',
  }),
  spawn(path.join(project, 'node_modules/.bin/vite'), [], { cwd: path.join(project, 'apps/web'), stdio: 'inherit' }),
]
const ends = children.map((child) => new Promise((resolve) => child.once('exit', resolve)))
const stop = () => {
  for (const child of children) child.kill('SIGTERM')
}
process.on('SIGINT', stop).on('SIGTERM', stop)
// Either one ending ends both.
await Promise.race(ends)
stop()
await Promise.all(ends)
await database?.stop()
