// The team's key under a passkey: made on the inspector's device, opened without a passphrase, refused by an authenticator that cannot.
import { readFile } from 'node:fs/promises'
import { expect } from '@playwright/test'
import { openDesk, PASSPHRASE } from './desk-of-round.ts'
import { test } from './product.ts'

test('the team’s key is kept under a passkey and opens the inbox with it; without PRF it says so and the passphrase still opens', async ({
  page,
  product,
}) => {
  test.setTimeout(120_000)
  const desk = await openDesk(product, 'yaoshi01')
  await (await desk.villager()).send('鱼塘承包费三年没有公布。')
  // A passkey belongs to a host name, which 127.0.0.1 is not.
  const here = product.address.replace('127.0.0.1', 'localhost')
  const devtools = await page.context().newCDPSession(page)
  await devtools.send('WebAuthn.enable')
  const plugIn = async (hasPrf: boolean) => {
    const { authenticatorId } = await devtools.send('WebAuthn.addVirtualAuthenticator', {
      options: {
        protocol: 'ctap2',
        ctap2Version: 'ctap2_1',
        transport: 'internal',
        hasResidentKey: true,
        hasUserVerification: true,
        isUserVerified: true,
        automaticPresenceSimulation: true,
        hasPrf,
      },
    })
    return () => devtools.send('WebAuthn.removeVirtualAuthenticator', { authenticatorId })
  }
  const dialog = page.getByRole('dialog')
  const putIn = async (files: Parameters<ReturnType<typeof page.getByLabel>['setInputFiles']>[0], passphrase: string) => {
    await page.getByLabel('钥匙文件').setInputFiles(files)
    await page.getByLabel('钥匙口令').fill(passphrase)
    await page.getByRole('button', { name: '放入钥匙' }).click()
  }
  const keptIn = page.getByText('钥匙在本页内存中')

  await page.goto(`${here}/sign-in`)
  await page.getByLabel('账号').fill('tianjin.inspector')
  await page.getByLabel('口令').fill(product.passphrase)
  await page.getByRole('button', { name: '登录', exact: true }).click()
  await expect(page.getByRole('navigation', { name: '功能' })).toBeVisible()
  await page.goto(`${here}/rounds/${desk.round}/inbox`)
  await expect(page.getByText('先放入本组的钥匙')).toBeVisible()
  const choice = page.getByRole('combobox', { name: '收件点' })
  if ((await choice.count()) > 0) {
    await choice.click()
    await page.locator('.ant-select-item-option:visible', { hasText: 'yaoshi01' }).click()
  }
  await putIn([desk.files.team, desk.files.reply], PASSPHRASE)
  await expect(keptIn).toBeVisible()

  await test.step('an authenticator without PRF is refused in words, and nothing is handed over', async () => {
    const unplug = await plugIn(false)
    await page.getByRole('button', { name: '用通行密钥保存' }).click()
    await dialog.getByRole('button', { name: '设通行密钥并下载' }).click()
    await expect(dialog.getByRole('alert')).toContainText('没有 PRF 功能')
    await unplug()
  })

  const unplug = await plugIn(true)
  const kept = await test.step('one with PRF makes the file, in which no key can be read', async () => {
    const download = page.waitForEvent('download')
    await dialog.getByRole('button', { name: '设通行密钥并下载' }).click()
    const file = await (await download).path()
    await expect(dialog.getByRole('status')).toContainText('收件箱钥匙-yaoshi01-通行密钥.age')
    await expect(dialog.getByRole('button', { name: /^取\s*消$/ })).toBeHidden()
    await dialog.getByRole('button', { name: '知道了' }).click()
    const text = await readFile(file, 'utf8')
    expect(text).toContain('AGE-PLUGIN-FIDO2PRF-1')
    expect(text).not.toContain('AGE-SECRET-KEY')
    return { name: '通行密钥.age', mimeType: 'application/octet-stream', buffer: Buffer.from(text) }
  })

  await test.step('the file opens the inbox without a passphrase', async () => {
    await page.getByRole('button', { name: '忘掉钥匙' }).click()
    await putIn(kept, '')
    await expect(keptIn).toBeVisible()
    await page.getByRole('button', { name: '打开 第1号' }).click()
    await expect(page.getByText('鱼塘承包费三年没有公布。')).toBeVisible()
  })

  await test.step('without that passkey it opens nothing, and the file under the passphrase still does', async () => {
    await unplug()
    await plugIn(true)
    await page.getByRole('button', { name: '忘掉钥匙' }).click()
    await putIn(kept, '')
    await expect(page.getByRole('alert')).toContainText('通行密钥没有打开')
    await putIn([desk.files.team, desk.files.reply], PASSPHRASE)
    await expect(keptIn).toBeVisible()
  })
  await desk.close()
})
