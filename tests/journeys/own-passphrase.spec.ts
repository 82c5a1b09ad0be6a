// A new account as its person meets it: the passphrase that was given opens one page, on which he sets his own.
import { expect } from '@playwright/test'
import { signOut, test } from './product.ts'

const GIVEN = '荆江大堤 1998 守堤'
const OWN = '长湖三湖白鹭洲 20260'

test('whoever signs in with a passphrase from somebody else sets his own first, and changes it later under account security', async ({
  page,
  product,
}) => {
  const office = await fetch(`${product.address}/api/session`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ signInName: 'jingzhou.office', passphrase: product.passphrase, as: 'token' }),
  })
  const { token } = (await office.json()) as { token: string }
  const made = await fetch(`${product.address}/api/accounts`, {
    method: 'POST',
    headers: {
      'content-type': 'application/json',
      authorization: `Bearer ${token}`,
      'idempotency-key': 'a walk that makes an account',
    },
    body: JSON.stringify({
      id: '0198e2f0-0000-7000-8000-00000000a109',
      signInName: 'jingzhou.new',
      name: '新同志',
      authority: '4210',
      passphrase: GIVEN,
    }),
  })
  expect(made.status).toBe(201)

  const enter = async (passphrase: string) => {
    await page.goto('/sign-in')
    await page.getByLabel('账号').fill('jingzhou.new')
    await page.getByLabel('口令').fill(passphrase)
    await page.getByRole('button', { name: '登录', exact: true }).click()
  }
  const isIn = () => expect(page.getByRole('navigation', { name: '功能' })).toBeVisible()
  const set = page.getByRole('button', { name: '更换并登录' })

  await test.step('nothing opens but the page that asks for it', async () => {
    await enter(GIVEN)
    await expect(page.getByRole('heading', { name: '换成自己的口令' })).toBeVisible()
    await page.goto('/')
    await expect(page.getByRole('heading', { name: '登录' })).toBeVisible()
  })

  await test.step('two that differ, the given one and a weak one are refused, with the reason', async () => {
    await enter(GIVEN)
    await page.getByLabel('新口令', { exact: true }).fill(OWN)
    await page.getByLabel('再输一次新口令').fill(`${OWN}1`)
    await set.click()
    await expect(page.getByText('两次输入不一样')).toBeVisible()
    for (const [typed, reason] of [
      [GIVEN, '新口令不能与现口令相同'],
      ['aaaaaaaaaaaa', '口令至少要有 5 个不同的字符'],
    ] as const) {
      await page.getByLabel('新口令', { exact: true }).fill(typed)
      await page.getByLabel('再输一次新口令').fill(typed)
      await set.click()
      await expect(page.getByRole('alert')).toContainText(reason)
    }
  })

  await test.step('his own opens the product', async () => {
    await page.getByLabel('新口令', { exact: true }).fill(OWN)
    await page.getByLabel('再输一次新口令').fill(OWN)
    await set.click()
    await isIn()
  })

  await test.step('it is changed under account security, and the old one opens nothing more', async () => {
    await page.getByRole('link', { name: '账号安全' }).click()
    await page.getByRole('button', { name: '更换口令' }).click()
    const dialog = page.getByRole('dialog')
    await dialog.getByLabel('现在的口令').fill(OWN)
    await dialog.getByLabel('新口令', { exact: true }).fill(`${OWN} 又一年`)
    await dialog.getByLabel('再输一次新口令').fill(`${OWN} 又一年`)
    const loaded = page.waitForEvent('load')
    await dialog.getByRole('button', { name: '更换口令' }).click()
    await loaded
    await enter(OWN)
    await expect(page.getByRole('alert')).toContainText('账号或口令不对')
    await enter(`${OWN} 又一年`)
    await isIn()
    await signOut(page)
  })
})
