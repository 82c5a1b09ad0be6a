// How long a villager waits: bytes on the wire, and the time until one can write and until the phone can seal, on the slow link and the
// slow processor of DevTools.
import { chromium, type Browser } from '@playwright/test'
import type { Measure } from '../figure.ts'
import { median } from '../ledger/with-cluster.ts'
import { BROWSER, until, withPage } from './page-server.ts'

const KB = 1_024
/** Slow 3G as DevTools has it. */
const LINK = { offline: false, latency: 2_000, downloadThroughput: 50_000, uploadThroughput: 50_000 }
const SLOWER = 6

export const measurePageSpeed: Measure = async ({ quick }) =>
  withPage(async ({ printed, sizes }) => {
    const runs = quick ? 3 : 9
    const browser = await chromium.launch(BROWSER)
    const times: Times[] = []
    try {
      for (let run = 0; run < runs; run += 1) times.push(await load(browser, printed('127.0.0.1')))
    } finally {
      await browser.close()
    }
    const how = `median of ${runs} first visits (spread ${spread(times.map(({ usable }) => usable))} and ${spread(times.map(({ ready }) => ready))} s), Chromium at 400 kbit/s and 2,000 ms latency a request with a processor ${SLOWER} times slower, from the start of the navigation; the server is on the same machine and sends brotli`
    const bytes = `gzip: ${sizes.gz.until.writing} and ${sizes.gz.until.sealing}; whole page with replies, the receipt’s characters and QR: ${sizes.br.bytes.length} brotli`
    return [
      size('page bytes before it is usable', sizes.br.until.writing, 12, bytes),
      size('page bytes before it can seal', sizes.br.until.sealing, 40, bytes),
      wait('page usable on Slow 3G', median(times.map(({ usable }) => usable)), 2.5, how),
      wait('page ready to seal on Slow 3G, the keys checked', median(times.map(({ ready }) => ready)), 5, how),
    ]
  })

interface Times {
  readonly usable: number
  readonly ready: number
}

async function load(browser: Browser, address: string): Promise<Times> {
  const context = await browser.newContext({ viewport: { width: 390, height: 844 } })
  const page = await context.newPage()
  const devtools = await context.newCDPSession(page)
  await devtools.send('Network.emulateNetworkConditions', LINK)
  await devtools.send('Emulation.setCPUThrottlingRate', { rate: SLOWER })
  const encodings: string[] = []
  page.on(
    'response',
    (response) => void response.headerValue('content-encoding').then((value) => encodings.push(value ?? 'none')),
  )
  await page.goto(address, { waitUntil: 'commit' })
  await until(page, "performance.getEntriesByName('ready-to-seal').length > 0")
  const [usable = 0, ready = 0] = await page.evaluate<number[]>(
    "['usable', 'ready-to-seal'].map((name) => performance.getEntriesByName(name)[0].startTime / 1000)",
  )
  if (encodings[0] !== 'br') throw new Error(`the page came as ${encodings[0]}`)
  await context.close()
  return { usable, ready }
}

function size(figure: string, value: number, most: number, how: string) {
  return { figure, value, unit: 'bytes', target: `≤ ${most * KB} (${most} KB)`, holds: value <= most * KB, how }
}

function wait(figure: string, value: number, most: number, how: string) {
  return { figure, value, unit: 's', target: `≤ ${most}`, holds: value <= most, how }
}

function spread(values: readonly number[]): string {
  return `${Math.min(...values).toFixed(2)} to ${Math.max(...values).toFixed(2)}`
}
