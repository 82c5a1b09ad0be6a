import { defineConfig } from 'vitest/config'

/** `unit` needs nothing but Node; `database` gets a real PostgreSQL from testing/ (files end in .db.test.ts). */
export default defineConfig({
  test: {
    projects: [
      {
        test: {
          name: 'unit',
          include: ['{engines,contract,apps,tools,testing,bench}/**/*.test.{ts,tsx}', 'tests/unit/**/*.test.ts'],
          exclude: ['**/node_modules/**', '**/*.db.test.ts'],
          testTimeout: 60_000,
        },
      },
    ],
  },
})
