// A new installation as it is without the demonstration: its first administrator sets a passphrase of his own, then a second factor, and
// only then does anything open.
import { readFile } from 'node:fs/promises'
import path from 'node:path'
import { expect } from '@playwright/test'
import pg from 'pg'
import { addressOfFolder } from '../../apps/cli/src/ledger/database-address.ts'
import { urlOfRole } from '../../apps/server/src/platform/roles.ts'
import { codeOf, signOut, test } from './product.ts'

test.use({ settings: { SHENGMIAN_DEMONSTRATION: 'off' } })

const OWN = '长湖三湖白鹭洲 20260'

test('whoever must have a second factor sets one up before anything else opens, and is asked for it from then on', async ({
  page,
  product,
}) => {
  const enter = async (passphrase: string) => {
    await page.goto('/sign-in')
    await page.getByLabel('账号').fill('security.admin')
    await page.getByLabel('口令').fill(passphrase)
    await page.getByRole('button', { name: '登录', exact: true }).click()
  }
  const isAsked = () => expect(page.getByRole('heading', { name: '设置第二步验证' })).toBeVisible()
  let key = ''

  await test.step('a passphrase of his own comes first, and then only a second factor and signing out are there', async () => {
    await enter(product.passphrase)
    await page.getByLabel('新口令', { exact: true }).fill(OWN)
    await page.getByLabel('再输一次新口令').fill(OWN)
    await page.getByRole('button', { name: '更换并登录' }).click()
    await isAsked()
    await page.goto('/accounts')
    await expect(page.getByRole('heading', { name: '登录' })).toBeVisible()
    await enter(OWN)
    await isAsked()
    const loaded = page.waitForEvent('load')
    await page.getByRole('button', { name: '退出', exact: true }).click()
    await loaded
    await expect(page.getByRole('heading', { name: '登录' })).toBeVisible()
  })

  await test.step('an app is set up, the recovery codes are shown once, and the product opens', async () => {
    await enter(OWN)
    await page.getByRole('button', { name: '设置动态验证码' }).click()
    const dialog = page.getByRole('dialog')
    await dialog.getByLabel('再输入一次口令').fill(OWN)
    await dialog.getByRole('button', { name: '设置动态验证码' }).click()
    key = await page.locator('.totp-key').innerText()
    await dialog.getByLabel('验证器显示的 6 位数字').fill(codeOf(key, Date.now()))
    await dialog.getByRole('button', { name: '启用' }).click()
    await expect(page.getByRole('dialog').getByRole('listitem')).toHaveCount(10)
    await page.getByRole('button', { name: '已抄好' }).click()
    await expect(page.getByRole('navigation', { name: '功能' })).toBeVisible()
    await signOut(page)
  })

  await test.step('the next sign-in asks for a code of it, and the product opens', async () => {
    await enter(OWN)
    await page.getByLabel('动态验证码').fill(codeOf(key, Date.now() + 30_000))
    await page.getByRole('button', { name: '登录', exact: true }).click()
    await expect(page.getByRole('navigation', { name: '功能' })).toBeVisible()
    await signOut(page)
  })
})

test('no role of the database logs in with what the data folder tells', async ({ product }) => {
  const admin = addressOfFolder(product.data) ?? ''
  const secret = (await readFile(path.join(product.data, 'secret'), 'utf8')).trim()
  const client = new pg.Client({ connectionString: urlOfRole(admin, 'app', secret) })
  await expect(client.connect()).rejects.toMatchObject({ code: '28P01' })
  await client.end()
})
