// The product as a newcomer starts it: the real server on a database of its own with the demonstration world, one for all journeys.
import { spawn, type ChildProcess } from 'node:child_process'
import { createHmac } from 'node:crypto'
import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { expect, test as base, type Page } from '@playwright/test'

const project = path.resolve(import.meta.dirname, '../..')

interface Product {
  readonly address: string
  /** Of the demonstration's logins; without it, of the first account of the installation. */
  readonly passphrase: string
  /** Its data folder. */
  readonly data: string
}

export const test = base.extend<object, { readonly product: Product; readonly settings: Readonly<Record<string, string>> }>({
  /** Settings of the environment that a walk wants to be otherwise. */
  settings: [{}, { scope: 'worker', option: true }],
  product: [
    async ({ settings }, use) => {
      const folder = await mkdtemp(path.join(tmpdir(), 'shengmian-journey-'))
      const server = spawn('node', ['apps/server/src/main.ts'], {
        cwd: project,
        env: {
          ...process.env,
          PATH: `${path.join(project, 'node_modules/.bin')}${path.delimiter}${process.env['PATH'] ?? ''}`,
          SHENGMIAN_DATA: folder,
          PORT: '0',
          ...settings,
        },
        stdio: ['ignore', 'pipe', 'inherit'],
      })
      try {
        await use({ ...(await said(server)), data: folder })
      } finally {
        await ended(server)
        await removeHome(folder)
        await rm(folder, { recursive: true, force: true })
      }
    },
    { scope: 'worker', timeout: 240_000 },
  ],
  baseURL: async ({ product }, use) => {
    await use(product.address)
  },
})

/** Root's database is no folder of root's: it lies where the note in the data folder says, and would outlive it. */
async function removeHome(folder: string): Promise<void> {
  const note = await readFile(path.join(folder, 'postgres', 'postgres.json'), 'utf8').catch(() => null)
  if (note !== null) await rm((JSON.parse(note) as { readonly home: string }).home, { recursive: true, force: true })
}

/** Where it listens and how to sign in, as it prints them for people. */
function said(server: ChildProcess): Promise<Omit<Product, 'data'>> {
  return new Promise((resolve, reject) => {
    let heard = ''
    server.stdout?.on('data', (chunk: Buffer) => {
      heard += chunk.toString()
      const address = /Shengmian \S+ +(http:\/\/\S+)/.exec(heard)?.[1]
      const passphrase = /(?:demonstration accounts, passphrase: |first accounts, shown once: \S+ +)(.+)\n/.exec(heard)?.[1]
      if (address !== undefined && passphrase !== undefined) resolve({ address, passphrase })
    })
    server.once('exit', (code) => reject(new Error(`The server ended with ${code} before it listened:\n${heard}`)))
  })
}

async function ended(server: ChildProcess): Promise<void> {
  if (server.exitCode !== null) return
  const gone = new Promise((resolve) => server.once('exit', resolve))
  server.kill('SIGTERM')
  await gone
}

/** Signs in by the page, as one of the printed logins. */
export async function signIn(page: Page, product: Product, name: string): Promise<void> {
  await page.goto('/sign-in')
  await page.getByLabel('账号').fill(name)
  await page.getByLabel('口令').fill(product.passphrase)
  await page.getByRole('button', { name: '登录' }).click()
  await expect(page.getByRole('navigation', { name: '功能' })).toBeVisible()
}

export async function signOut(page: Page): Promise<void> {
  // Signing out loads the page anew. Whoever goes elsewhere before that is done may wait for a page that never comes.
  const loaded = page.waitForEvent('load')
  await page.getByRole('button', { name: '退出', exact: true }).click()
  await loaded
  await expect(page.getByRole('heading', { name: '登录' })).toBeVisible()
}

/** Goes to one of the pages of a round, and waits until it is there. */
export async function openTab(page: Page, name: string): Promise<void> {
  const tab = page.getByRole('navigation', { name: '本轮页面' }).getByRole('link', { name, exact: true })
  await tab.click()
  await expect(tab).toHaveAttribute('aria-current', 'page')
}

/** Types into a field that searches, and takes the answer that reads so. */
export async function choose(page: Page, label: string, typed: string, answer: string | RegExp): Promise<void> {
  const field = page.getByRole('combobox', { name: label, exact: true })
  const offered = page.locator('.ant-select-item-option:visible', { hasText: answer }).first()
  // A dialog takes the focus once it has opened, which closes a list opened before: people then click again.
  await expect(async () => {
    if (!(await offered.isVisible())) {
      await field.click({ timeout: 5_000 })
      await field.fill(typed)
    }
    await offered.click({ timeout: 5_000 })
  }).toPass({ timeout: 30_000 })
}

/** Six digits for a key as the page shows it (RFC 6238): an app of our own, to check the product against. */
export function codeOf(key: string, at: number): string {
  const letters = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567'
  const bits = [...key.replaceAll(/\s/g, '')].map((letter) => letters.indexOf(letter).toString(2).padStart(5, '0')).join('')
  const bytes = Buffer.from((bits.match(/.{8}/g) ?? []).map((byte) => Number.parseInt(byte, 2)))
  const counter = Buffer.alloc(8)
  counter.writeBigUInt64BE(BigInt(Math.floor(at / 30_000)))
  const mac = createHmac('sha1', bytes).update(counter).digest()
  const offset = (mac.at(-1) ?? 0) & 15
  return String((mac.readUInt32BE(offset) & 0x7fff_ffff) % 1_000_000).padStart(6, '0')
}
