// The province's identity provider as people meet it: proposed by the security administrator, confirmed by its person, used to sign in,
// taken away. A small provider of our own stands in for the province's.
import { createServer, type AddressInfo } from 'node:net'
import { expect, type Page } from '@playwright/test'
import { startProviderDouble, type ProviderDouble } from '@shengmian/testing'
import { choose, signOut, test as base } from './product.ts'

const NAME = '省统一身份认证'
const SUBJECT = 'hb-370281-0042'

const test = base.extend<object, { readonly provider: ProviderDouble }>({
  provider: [
    // oxlint-disable-next-line no-empty-pattern -- Playwright reads the fixtures that are needed from this pattern.
    async ({}, use) => {
      const provider = await startProviderDouble()
      await use(provider)
      await provider.stop()
    },
    { scope: 'worker' },
  ],
  settings: [
    async ({ provider }, use) => {
      // Where the provider sends people back to is told it beforehand, so the port is chosen before the start.
      const { issuer, clientId, clientSecret, name } = provider.settings
      await use({
        PORT: String(await freePort()),
        SHENGMIAN_OIDC_ISSUER: issuer,
        SHENGMIAN_OIDC_CLIENT: clientId,
        SHENGMIAN_OIDC_SECRET: clientSecret,
        SHENGMIAN_OIDC_NAME: name,
      })
    },
    { scope: 'worker' },
  ],
})

function freePort(): Promise<number> {
  return new Promise((resolve) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const { port } = server.address() as AddressInfo
      server.close(() => resolve(port))
    })
  })
}

test('a link is proposed, confirmed by its person alone, signs in, and is taken away', async ({ page, product, provider }) => {
  // The provider sends people back to the host name that it was told.
  const here = product.address.replace('127.0.0.1', 'localhost')
  const enter = async (who: string) => {
    await page.goto(`${here}/sign-in`)
    await page.getByLabel('账号').fill(who)
    await page.getByLabel('口令').fill(product.passphrase)
    await page.getByRole('button', { name: '登录', exact: true }).click()
    await isIn(page)
  }
  const byProvider = () => page.getByRole('button', { name: `用${NAME}登录` }).click()

  await test.step('the security administrator proposes it, and cannot propose it twice', async () => {
    await enter('security.admin')
    await page.getByRole('link', { name: '统一身份关联' }).click()
    await expect(page.getByText('没有关联')).toBeVisible()
    for (const isFirst of [true, false]) {
      await page.getByRole('button', { name: '提出关联' }).first().click()
      await choose(page, '账号', 'jingzhou.off', 'jingzhou.office')
      await page.getByLabel('身份标识（sub）').fill(SUBJECT)
      await page.getByRole('dialog').getByRole('button', { name: '提出关联' }).click()
      if (isFirst) await expect(page.getByRole('dialog')).toBeHidden()
    }
    await expect(page.getByRole('dialog').getByRole('alert')).toContainText('已有未解除的关联')
    await page
      .getByRole('dialog')
      .getByRole('button', { name: /取\s?消/ })
      .click()
    await page.getByRole('button', { name: '不提交，关闭' }).click()
    await expect(page.getByRole('row', { name: /jingzhou\.office/ })).toContainText('待本人确认')
    await signOut(page)
  })

  await test.step('nobody comes in by it before its person has confirmed it', async () => {
    provider.let(SUBJECT)
    await byProvider()
    await expect(page.getByRole('alert')).toContainText('没有本人确认过的关联账号')
  })

  await test.step('its person confirms it, and not as somebody else', async () => {
    await enter('jingzhou.office')
    await page.getByRole('link', { name: '账号安全' }).click()
    const own = page.getByRole('region', { name: NAME })
    await expect(own).toContainText('待本人确认')
    provider.let('hb-370281-0043')
    await own.getByRole('button', { name: `前往${NAME}确认` }).click()
    await expect(page.getByRole('alert')).toContainText('不是为您提出的身份标识')
    await page.getByRole('button', { name: '回到账号安全' }).click()
    provider.let(SUBJECT)
    await own.getByRole('button', { name: `前往${NAME}确认` }).click()
    await expect(own).toContainText('已关联')
    await expect(own).toContainText('由本人确认')
    await signOut(page)
  })

  await test.step('from then on the provider signs him in; where it is down the passphrase does', async () => {
    await byProvider()
    await isIn(page)
    await expect(page.getByText('刘启航').first()).toBeVisible()
    await signOut(page)
    provider.let(SUBJECT, 'busy')
    await byProvider()
    await expect(page.getByRole('alert')).toContainText('连不上统一身份认证，请改用账号口令登录')
    await page.getByLabel('账号').fill('jingzhou.office')
    await page.getByLabel('口令').fill(product.passphrase)
    await page.getByRole('button', { name: '登录', exact: true }).click()
    await isIn(page)
    provider.let(SUBJECT)
  })

  await test.step('he ends it, is signed out, and it opens nothing any more', async () => {
    await page.getByRole('link', { name: '账号安全' }).click()
    await page.getByRole('button', { name: '解除关联' }).click()
    await page.getByLabel('理由').fill('换了身份标识')
    await page.getByRole('dialog').getByRole('button', { name: '解除关联' }).click()
    await expect(page.getByRole('heading', { name: '登录' })).toBeVisible()
    await byProvider()
    await expect(page.getByRole('alert')).toContainText('没有本人确认过的关联账号')
    await enter('security.admin')
    await page.getByRole('link', { name: '统一身份关联' }).click()
    await expect(page.getByRole('row', { name: /jingzhou\.office/ })).toContainText('已解除：换了身份标识')
  })
})

async function isIn(page: Page): Promise<void> {
  await expect(page.getByRole('navigation', { name: '功能' })).toBeVisible()
}
