import { defineConfig, devices } from '@playwright/test'

/** Journeys start servers of their own (tests/journeys); the browser is the system's Chromium. */
export default defineConfig({
  testDir: 'tests/journeys',
  timeout: 120_000,
  expect: { timeout: 15_000 },
  // Two cores: one for the browser, one for the server and its database.
  workers: 1,
  retries: 0,
  forbidOnly: process.env['CI'] !== undefined,
  reporter: 'line',
  use: {
    ...devices['Desktop Chrome'],
    viewport: { width: 1366, height: 768 },
    locale: 'zh-CN',
    timezoneId: 'Asia/Shanghai',
    // A list that opens while its dialog still moves closes again; walks look at what is there.
    contextOptions: { reducedMotion: 'reduce' },
    trace: 'retain-on-failure',
    launchOptions: {
      executablePath: process.env['CHROMIUM_PATH'] ?? '/usr/bin/chromium',
      args: [
        '--no-sandbox',
        '--disable-gpu',
        '--disable-quic',
        '--no-first-run',
        '--disable-background-networking',
        '--disable-component-update',
        '--disable-sync',
      ],
    },
  },
})
