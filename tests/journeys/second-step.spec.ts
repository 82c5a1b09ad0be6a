// The ways into an account as people use them: an authenticator app, a recovery code, a passkey, the lock; and a lead from drop to desk.
import { expect, type Page } from '@playwright/test'
import { codeOf, signIn, signOut, test } from './product.ts'

async function typeCode(page: Page, code: string): Promise<void> {
  await page.getByLabel('动态验证码').fill(code)
  // Its name has the spinner's before it while the last answer is on its way.
  await page.locator('button[type=submit]').click()
}

test('a person sets up an app and a passkey, signs in with each, and unlocks a locked screen', async ({ page, product }) => {
  // A passkey belongs to a host name, which 127.0.0.1 is not.
  const here = product.address.replace('127.0.0.1', 'localhost')
  const authenticator = await page.context().newCDPSession(page)
  await authenticator.send('WebAuthn.enable')
  await authenticator.send('WebAuthn.addVirtualAuthenticator', {
    options: {
      protocol: 'ctap2',
      transport: 'internal',
      hasResidentKey: true,
      hasUserVerification: true,
      isUserVerified: true,
      automaticPresenceSimulation: true,
    },
  })
  const enter = async () => {
    await page.goto(`${here}/sign-in`)
    await page.getByLabel('账号').fill('jingzhou.case')
    await page.getByLabel('口令').fill(product.passphrase)
    await page.getByRole('button', { name: '登录', exact: true }).click()
  }
  const isIn = () => expect(page.getByRole('navigation', { name: '功能' })).toBeVisible()
  let key = ''
  let recovery = ''

  await test.step('the app is set up with the passphrase and its first code, and recovery codes are shown once', async () => {
    await enter()
    await isIn()
    await page.getByRole('link', { name: '账号安全' }).click()
    await page.getByRole('button', { name: '设置', exact: true }).click()
    await page.getByLabel('再输入一次口令').fill(product.passphrase)
    await page.getByRole('button', { name: '设置动态验证码' }).click()
    key = await page.locator('.totp-key').innerText()
    await page.getByLabel('验证器显示的 6 位数字').fill(codeOf(key, Date.now()))
    await page.getByRole('button', { name: '启用' }).click()
    const codes = page.getByRole('dialog').filter({ hasText: '恢复码，只显示这一次' }).getByRole('listitem')
    await expect(codes).toHaveCount(10)
    recovery = await codes.first().innerText()
    await page.getByRole('button', { name: '已抄好' }).click()
    await expect(page.getByText('还剩 10 个')).toBeVisible()
  })

  await test.step('a passkey is added by the browser', async () => {
    await page.getByRole('button', { name: '添加通行密钥' }).click()
    await page.getByLabel('叫什么').fill('办公室电脑')
    await page.getByLabel('再输入一次口令').fill(product.passphrase)
    await page.getByRole('dialog').getByRole('button', { name: '添加通行密钥' }).click()
    await expect(page.getByRole('dialog')).toBeHidden()
    await expect(page.getByText('办公室电脑', { exact: true })).toBeVisible()
    await signOut(page)
  })

  await test.step('the passphrase alone does not do; a code of the app does, and it is good once', async () => {
    await enter()
    await typeCode(page, '000000')
    await expect(page.getByRole('alert')).toContainText('验证码不对或已经用过')
    // The half minute after this one: the first code was used up at setting up.
    await typeCode(page, codeOf(key, Date.now() + 30_000))
    await isIn()
    await signOut(page)
  })

  await test.step('the passkey signs in, and so does a recovery code', async () => {
    await enter()
    await page.getByRole('button', { name: '用通行密钥验证' }).click()
    await isIn()
    await signOut(page)
    await enter()
    await page.getByRole('button', { name: '手机不在身边，用恢复码' }).click()
    await page.getByLabel('恢复码').fill(recovery)
    await page.getByRole('button', { name: '登录', exact: true }).click()
    await isIn()
  })

  await test.step('a locked screen hides the page and the passphrase opens it as it was', async () => {
    await page.getByRole('link', { name: '线索收件' }).click()
    await page.getByRole('button', { name: '用通行密钥验证' }).click()
    await expect(page.getByText('没有收到线索')).toBeVisible()
    await page.getByRole('button', { name: '锁屏' }).click()
    await expect(page.getByRole('heading', { name: '屏幕已锁定' })).toBeVisible()
    await expect(page.getByText('没有收到线索')).toBeHidden()
    await page.getByLabel('口令').fill(product.passphrase)
    await page.getByRole('button', { name: '解锁' }).click()
    // The lock has ended the step before leads.
    await expect(page.getByRole('heading', { name: '线索收件验证' })).toBeVisible()
  })
})

test('whoever holds no order is told so where leads are handed over', async ({ page, product }) => {
  await signIn(page, product, 'jingzhou.inspector')
  await page.getByRole('link', { name: '移交线索' }).click()
  await expect(page.getByText('没有有效的派遣令')).toBeVisible()
})
