// `npm start`: builds the pages if need be, then becomes the server. The server itself stops all it started.
import { buildPages } from './build-pages.ts'

const began = performance.now()
try {
  await buildPages((line) => console.error(`[start] ${line}`))
  await import('../apps/server/src/main.ts')
  console.error(`[start] ready ${((performance.now() - began) / 1000).toFixed(1)} s after start; Ctrl-C stops everything`)
} catch (error) {
  // What stops a start is for the person at the keyboard; the stack is for us.
  console.error(error instanceof Error ? error.message : error)
  if (process.env['DEBUG'] !== undefined) console.error(error)
  process.exit(1)
}
