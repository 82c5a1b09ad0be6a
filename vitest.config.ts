import { defineConfig } from 'vitest/config'

const exclude = ['**/node_modules/**', '**/dist/**']
const folders = '{engines,contract,apps,tools,testing,bench}'

/** `unit` needs nothing but Node; `slow` neither, but takes minutes (files end in .slow.test.ts); `database` gets a real PostgreSQL from testing/ (files end in .db.test.ts). */
export default defineConfig({
  test: {
    projects: [
      {
        test: {
          name: 'unit',
          include: [`${folders}/**/*.test.{ts,tsx}`],
          exclude: [...exclude, '**/*.db.test.ts', '**/*.slow.test.ts'],
          testTimeout: 60_000,
        },
      },
      {
        test: {
          name: 'slow',
          include: [`${folders}/**/*.slow.test.ts`],
          exclude,
          testTimeout: 300_000,
        },
      },
      {
        test: {
          name: 'database',
          include: [`${folders}/**/*.db.test.ts`],
          exclude,
          globalSetup: ['testing/src/cluster.ts'],
          testTimeout: 120_000,
          hookTimeout: 120_000,
        },
      },
    ],
  },
})
