import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'

setFlagsFromString('--expose-gc')
const collect = runInNewContext('gc') as () => void

/**
 * Gives memory back now. For long walks over many short-lived rows: the engine sees plenty of memory and collects late, while the
 * office's machine, which runs PostgreSQL and a browser beside us, does not have it. Some tens of milliseconds; never in a request
 * that a person waits for.
 */
export function collectGarbage(): void {
  collect()
}
