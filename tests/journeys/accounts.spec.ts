// An account from its making to its end: one proposes, another approves, its person takes it over.
import { expect, type Page } from '@playwright/test'
import { choose, signIn, signOut, test } from './product.ts'

const NEW = 'jingzhou.clerk'
const OWN = '长湖三湖白鹭洲 20260'

async function openAccounts(page: Page): Promise<void> {
  await page.getByRole('link', { name: '账号与角色' }).click()
  await expect(page.getByRole('heading', { name: '账号与角色' })).toBeVisible()
}

/** Finds the new account and opens its row. */
async function openRow(page: Page): Promise<void> {
  const list = page.getByRole('region', { name: '账号与角色' })
  await list.getByLabel('姓名或登录名').fill(NEW)
  await list.getByRole('button', { name: /查\s?找/ }).click()
  await expect(list.getByRole('row', { name: /jingzhou\.office/ })).toBeHidden()
  await list.getByText(NEW, { exact: true }).click()
  await expect(list.getByRole('button', { name: '停用账号' })).toBeVisible()
}

test('an account is made by one, its role approved by another, taken over by its person and closed for good', async ({
  page,
  product,
}) => {
  const waiting = page.getByRole('region', { name: '待批准' })
  const proposal = waiting.getByRole('listitem').filter({ hasText: NEW })
  const dialog = page.getByRole('dialog')
  let given = ''

  await test.step('the security administrator makes it, and is shown its passphrase once', async () => {
    await signIn(page, product, 'security.admin')
    await openAccounts(page)
    await page.getByRole('button', { name: '开立账号' }).click()
    await dialog.getByLabel('姓名', { exact: true }).fill('新文书')
    await dialog.getByLabel('登录名', { exact: true }).fill('jingzhou.office')
    await choose(page, '管理单位', 'jingzhou', '荆州市')
    await dialog.getByRole('button', { name: '开立账号' }).click()
    await expect(dialog.locator('.ant-form-item', { hasText: '登录名' })).toContainText('这个登录名已经有人用')
    await dialog.getByLabel('登录名', { exact: true }).fill(NEW)
    await page.keyboard.press('Escape')
    const unsent = page.getByRole('dialog', { name: '填写的内容还没有提交' })
    await unsent.getByRole('button', { name: '继续填写' }).click()
    await expect(unsent).toBeHidden()
    given = await dialog.getByLabel('首个口令').inputValue()
    await dialog.getByRole('button', { name: '开立账号' }).click()
    await expect(dialog.getByText('本人首次登录必须修改')).toBeVisible()
    await expect(dialog.getByText(given, { exact: true })).toBeVisible()
    await dialog.getByRole('button', { name: '已记下，关闭' }).click()
    await expect(dialog).toBeHidden()
  })

  await test.step('he proposes a role, and cannot approve it himself', async () => {
    await openRow(page)
    await page.getByRole('button', { name: '授予角色' }).click()
    await choose(page, '地区', '全国', '全国')
    await expect(dialog.locator('.ant-form-item', { hasText: '地区' })).toContainText('全国')
    await choose(page, '地区', 'jingzhou', '荆州市')
    await choose(page, '角色', '职能', '职能部门')
    await dialog.getByLabel('机构名称').fill('荆州市档案馆')
    await dialog.getByRole('button', { name: '提交批准' }).click()
    await expect(dialog).toBeHidden()
    await expect(proposal).toContainText('授予 职能部门（荆州市档案馆）')
    await expect(proposal).toContainText('您 提出于')
    await expect(proposal).toContainText('不能批准自己提出的，须由另一人批准')
    await expect(proposal.getByRole('button')).toHaveCount(0)
    await signOut(page)
  })

  await test.step('the office of the place approves it', async () => {
    await signIn(page, product, 'jingzhou.office')
    await openAccounts(page)
    await expect(page.getByText('tianjin.office')).toHaveCount(0)
    await proposal.getByRole('button', { name: /批\s?准/ }).click()
    await dialog.getByRole('button', { name: /批\s?准/ }).click()
    await expect(proposal).toHaveCount(0)
    await signOut(page)
  })

  await test.step('its person must set a passphrase of his own, and then reads his capacity', async () => {
    await page.getByLabel('账号').fill(NEW)
    await page.getByLabel('口令').fill(given)
    await page.getByRole('button', { name: '登录', exact: true }).click()
    await expect(page.getByRole('heading', { name: '换成自己的口令' })).toBeVisible()
    await page.getByLabel('新口令', { exact: true }).fill(OWN)
    await page.getByLabel('再输一次新口令').fill(OWN)
    await page.getByRole('button', { name: '更换并登录' }).click()
    await expect(page.getByRole('banner')).toContainText('新文书')
    await expect(page.getByRole('banner')).toContainText('职能部门')
    await expect(page.getByRole('link', { name: '账号与角色' })).toHaveCount(0)
    await signOut(page)
  })

  await test.step('a new passphrase that is proposed is approved by the leading group, and by nobody who proposed it', async () => {
    await signIn(page, product, 'security.admin')
    await openAccounts(page)
    await openRow(page)
    await page.getByRole('button', { name: '重置口令' }).click()
    given = await dialog.getByLabel('新口令').inputValue()
    await dialog.getByRole('button', { name: '提交批准' }).click()
    await dialog.getByRole('button', { name: '已记下，关闭' }).click()
    await expect(proposal).toContainText('不能批准自己提出的')
    await signOut(page)
    await signIn(page, product, 'jingzhou.leading')
    await openAccounts(page)
    await proposal.getByRole('button', { name: /批\s?准/ }).click()
    await dialog.getByRole('button', { name: /批\s?准/ }).click()
    await expect(page.getByRole('region', { name: '口令重置记录' })).toContainText('已批准')
    await signOut(page)
  })

  await test.step('the office closes it with a reason, and it opens nothing more', async () => {
    await signIn(page, product, 'jingzhou.office')
    await openAccounts(page)
    await openRow(page)
    await page.getByRole('button', { name: '停用账号' }).click()
    await dialog.getByRole('button', { name: '停用账号' }).click()
    await expect(dialog).toContainText('未写理由')
    await dialog.getByLabel('理由').fill('试办完毕')
    await dialog.getByRole('button', { name: '停用账号' }).click()
    await expect(page.getByRole('row', { name: /已停用.*试办完毕/ })).toBeVisible()
    await signOut(page)
    await page.getByLabel('账号').fill(NEW)
    await page.getByLabel('口令').fill(given)
    await page.getByRole('button', { name: '登录', exact: true }).click()
    await expect(page.getByRole('alert')).toContainText('账号或口令不对')
  })
})
