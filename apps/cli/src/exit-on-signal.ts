import { EXIT } from './exit-codes.ts'

/**
 * Ctrl-C ends the program by `process.exit`, so that what is registered for `exit` is cleaned up; a signal alone would leave it behind.
 * Answers how to end that.
 */
export function exitOnSignal(): () => void {
  const leave = (): void => process.exit(EXIT.stopped)
  process.on('SIGINT', leave)
  process.on('SIGTERM', leave)
  return () => {
    process.off('SIGINT', leave)
    process.off('SIGTERM', leave)
  }
}
