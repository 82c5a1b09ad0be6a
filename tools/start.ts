// `npm start`: builds the pages if need be, then becomes the server, which stops all that it started.
import { buildPages } from './build-pages.ts'

const began = performance.now()
// Until the server listens to signals itself: leave in order, so that a database that is starting is told to stop.
const leave = () => process.exit(130)
process.once('SIGINT', leave).once('SIGTERM', leave)
try {
  await buildPages((line) => console.error(`[start] ${line}`))
  await import('../apps/server/src/main.ts')
  process.off('SIGINT', leave).off('SIGTERM', leave)
  console.error(`[start] ready ${((performance.now() - began) / 1000).toFixed(1)} s after start; Ctrl-C stops everything`)
} catch (error) {
  // What stops a start is for the person at the keyboard; the stack is for us.
  console.error(error instanceof Error ? error.message : error)
  if (process.env['DEBUG'] !== undefined) console.error(error)
  process.exit(1)
}
