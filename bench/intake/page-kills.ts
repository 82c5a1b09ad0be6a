// Browsers are killed while they send. What the page had said to be locked in the phone must arrive when it is opened again, and once.
import { readlinkSync, rmSync } from 'node:fs'
import path from 'node:path'
import { chromium, type BrowserContext, type Page } from '@playwright/test'
import type { Measure } from '../figure.ts'
import { BROWSER, until, withPage } from './page-server.ts'

/** Phones in one browser: each is an origin of its own, with a storage of its own. */
const PHONES = 10
/** Links on which a report is on its way for seconds: to every second phone the answer is slow, from the others the report is. */
const LINKS = [
  { offline: false, latency: 6_000, downloadThroughput: 1e6, uploadThroughput: 1e6 },
  { offline: false, latency: 400, downloadThroughput: 1e6, uploadThroughput: 1_500 },
] as const

export const measurePageKills: Measure = async ({ quick }) =>
  withPage(async ({ folder, printed, texts }) => {
    const kills = quick ? 3 : 100
    const profile = path.join(folder, 'profile')
    const told: string[] = []
    let [inMidSend, resumed] = [0, 0]
    for (let kill = 0; kill <= kills; kill += 1) {
      const context = await chromium.launchPersistentContext(profile, BROWSER)
      const phones = await Promise.all(
        Array.from({ length: PHONES }, async (_, at) => {
          const page = await context.newPage()
          await page.goto(printed(`127.0.0.${at + 1}`))
          return page
        }),
      )
      const waited = await Promise.all(phones.map(waitUntilSent))
      resumed += waited.filter(Boolean).length
      if (kill === kills) {
        // Whatever is slow to be found has its time, too.
        await new Promise((resolve) => setTimeout(resolve, 5_000))
        await context.close()
        break
      }
      const states = await Promise.all(
        phones.map((page, at) => {
          const text = `kill ${kill} phone ${at}`
          told.push(text)
          return tell(context, page, { text, link: LINKS[at % 2] ?? LINKS[0] })
        }),
      )
      if (states.some((state) => state !== 'phone' && state !== 'arrived')) throw new Error(`not stored: ${states.join()}`)
      await new Promise((resolve) => setTimeout(resolve, Math.random() * 700))
      inMidSend += (await Promise.all(phones.map(bandOf))).filter((band) => band === 'phone').length
      await killBrowser(context, profile)
    }
    const arrived = await texts()
    const once = told.filter((text) => arrived.filter((one) => one === text).length === 1).length
    const how = `${kills} times a whole browser with ${PHONES} phones (origins with storages of their own) is killed with SIGKILL, on links where the answer takes 6 s or the report itself does, at a random moment within 0.7 s after the page said that the report is locked in the phone; ${inMidSend} of ${told.length} reports were under way at that moment, ${resumed} were found in the phone when it was opened again${quick ? '; whole: 100 kills of 10' : ''}`
    return [
      {
        figure: 'reports lost or doubled when a browser is killed in mid-send',
        value: told.length - once,
        unit: `of ${told.length}`,
        target: quick ? '0 (quick: fewer)' : '0 of 1,000',
        holds: once === told.length && told.length >= kills * PHONES,
        how,
      },
    ]
  })

const bandOf = (page: Page) => page.evaluate<string>("document.getElementById('band').dataset.band ?? ''")

/** Goes the way of a villager up to where the words are locked in the phone; answers where they are then. */
async function tell(
  context: BrowserContext,
  page: Page,
  { text, link }: { readonly text: string; readonly link: (typeof LINKS)[number] },
): Promise<string> {
  await page.evaluate(`(() => {
    document.getElementById('to-write').click()
    document.getElementById('text').value = ${JSON.stringify(text)}
    document.getElementById('text').dispatchEvent(new Event('input'))
    for (const form of ['write-form', 'check-form']) document.getElementById(form).requestSubmit()
  })()`)
  await until(page, "document.querySelector('#face li b') !== null")
  const devtools = await context.newCDPSession(page)
  await devtools.send('Network.emulateNetworkConditions', link)
  await page.evaluate(`(() => {
    const asked = Number(/(\\d)/.exec(document.getElementById('ask').textContent)[1])
    document.getElementById('group').value = document.querySelectorAll('#face li b')[asked - 1].textContent
    document.getElementById('code-form').requestSubmit()
  })()`)
  await until(page, "['phone', 'arrived'].includes(document.getElementById('band').dataset.band)")
  return bandOf(page)
}

/** Whether something had waited in the phone; until it is sent, or there is nothing. */
async function waitUntilSent(page: Page): Promise<boolean> {
  await until(page, "performance.getEntriesByName('can-send').length > 0")
  // The outbox has been looked into when the keys are checked and a moment has passed.
  await page.waitForTimeout(400)
  const isWaiting = await page.locator('#kept').isVisible()
  if (isWaiting) await page.getByText('存在手机里的寄到了').waitFor({ timeout: 60_000 })
  return isWaiting
}

async function killBrowser(context: BrowserContext, profile: string): Promise<void> {
  const lock = path.join(profile, 'SingletonLock')
  const [, pid = ''] = /-(\d+)$/.exec(readlinkSync(lock)) ?? []
  const closed = new Promise((resolve) => context.once('close', resolve))
  process.kill(Number(pid), 'SIGKILL')
  await closed
  rmSync(lock, { force: true })
}
