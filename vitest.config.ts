import { defineConfig } from 'vitest/config'
import { THREAD_FLAG } from './engines/dispatch/src/thread-flag.ts'

const everywhere = '{engines,contract,apps,tools,testing,bench}/**'
/** Tests that start whole programs, or solve whole examples: `npm test` runs them, the inner loop does not. */
const long = ['apps/cli/**/*.test.ts', 'tools/**/*.test.ts', `${everywhere}/*.long.test.ts`]
const never = ['**/node_modules/**', '**/dist/**']
/** Tests run the solver in threads, like the programs. */
const execArgv = [THREAD_FLAG]

export default defineConfig({
  test: {
    projects: [
      {
        // Nothing but Node. Files share a worker: they keep no state between tests, and it takes half the time.
        test: {
          name: 'unit',
          execArgv,
          isolate: false,
          include: [`${everywhere}/*.test.{ts,tsx}`],
          exclude: [...never, ...long, '**/*.db.test.ts'],
          testTimeout: 30_000,
        },
      },
      { test: { name: 'long', execArgv, include: long, exclude: never, testTimeout: 300_000, hookTimeout: 120_000 } },
      {
        // A real PostgreSQL, started once; each file clones a database of its own.
        test: {
          name: 'database',
          execArgv,
          include: [`${everywhere}/*.db.test.ts`],
          exclude: never,
          globalSetup: ['testing/src/cluster.ts'],
          testTimeout: 120_000,
          hookTimeout: 120_000,
        },
      },
    ],
  },
})
