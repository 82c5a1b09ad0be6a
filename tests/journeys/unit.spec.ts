// One unit without a sheet: its name, its facts, who leads it.
import { expect } from '@playwright/test'
import { signIn, signOut, test } from './product.ts'

const NAME = '和平区纪委监委'

test('the office keeps the name, the facts and the officials of a unit on its page, and whoever is not the office only reads', async ({
  page,
  product,
}) => {
  const dialog = page.getByRole('dialog')
  const fact = (name: string) => page.locator('.facts > div', { hasText: name })
  const save = dialog.getByRole('button', { name: /保\s?存/ })
  const open = async () => {
    await page.goto('/units?kind=bureau')
    await page.getByRole('link', { name: NAME }).first().click()
    await expect(page.getByRole('heading', { name: NAME })).toBeVisible()
  }

  await test.step('its name is written and written back', async () => {
    await signIn(page, product, 'tianjin.office')
    await open()
    const rename = async (name: string) => {
      await page.getByRole('button', { name: '改名称' }).click()
      await dialog.getByLabel('单位名称').fill(name)
      await save.click()
      await expect(dialog).toBeHidden()
      await expect(page.getByRole('heading', { name, exact: true })).toBeVisible()
    }
    await rename(`${NAME}机关`)
    await rename(NAME)
  })

  await test.step('a fact is known once written, and unknown again once emptied', async () => {
    const edit = page.getByRole('button', { name: '填写基本情况' })
    await edit.click()
    await dialog.getByLabel('集体收入').fill('12.34')
    await dialog.getByText('有', { exact: true }).click()
    await dialog.getByRole('button', { name: '加一行' }).click()
    await save.click()
    await expect(dialog).toContainText('年份四位，每年一行，件数不能空')
    await dialog.getByLabel('年份').fill('2025')
    await dialog.getByLabel('件数').fill('12')
    await save.click()
    await expect(dialog).toBeHidden()
    await expect(fact('集体收入')).toContainText('12.34')
    await expect(fact('信访量')).toContainText('2025: 12')
    await edit.click()
    await dialog.getByLabel('集体收入').fill('')
    await dialog.getByText('未核', { exact: true }).last().click()
    await save.click()
    await expect(dialog).toBeHidden()
    await expect(fact('集体收入')).toContainText('未核')
    await expect(fact('信访量')).toContainText('未核')
  })

  await test.step('an official is entered; leaving before coming is refused at the field', async () => {
    await page.getByRole('button', { name: '加一名班子成员' }).click()
    await dialog.getByLabel('姓名').fill('卓清远')
    await dialog.getByLabel('职务').fill('副书记')
    const month = async (label: string, typed: string) => {
      await dialog.getByLabel(label).fill(typed)
      await dialog.getByLabel(label).press('Enter')
    }
    await month('任职年月', '2021-03')
    await month('离任年月', '2020-01')
    await save.click()
    await expect(dialog).toContainText('离任早于任职')
    await month('离任年月', '2024-06')
    await save.click()
    await expect(dialog).toBeHidden()
    const row = page.getByRole('row', { name: /卓清远/ })
    await expect(row).toContainText('2021-03')
    await expect(row).toContainText('2024-06')
    await row.getByRole('button', { name: /编\s?辑/ }).click()
    await dialog.getByLabel('职务').fill('常委')
    await save.click()
    await expect(dialog).toBeHidden()
    await expect(row).toContainText('常委')
    await signOut(page)
  })

  await test.step('the leading group reads it and changes nothing', async () => {
    await signIn(page, product, 'tianjin.leading')
    await open()
    await expect(page.getByText('卓清远')).toBeVisible()
    await expect(page.getByRole('button', { name: /编\s?辑|改名称|填写基本情况|加一名班子成员/ })).toHaveCount(0)
    await signOut(page)
  })
})
