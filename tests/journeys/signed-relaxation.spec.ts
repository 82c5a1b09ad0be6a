// A rule that leaves no plan: too much is asked for and cannot be signed; a little is asked for, refused, asked again, signed, and shown.
import { expect, type Response } from '@playwright/test'
import { signIn, signOut, test } from './product.ts'

const round = '保山市提级巡察（“4+5+17”联动）'

test.use({ actionTimeout: 20_000 })

test('a clash is answered by a relaxation that another hand signs, and by nothing else', async ({ page, product }) => {
  test.setTimeout(240_000)
  let address = ''
  const panel = page.getByRole('region', { name: '派遣方案' })

  async function proposeWith(seniors: number): Promise<void> {
    await page.goto(`${address}/plan/rules`)
    await page.getByLabel('每组骨干至少').fill(String(seniors))
    await page.getByRole('button', { name: '保存规则' }).click()
    await expect(page.getByText('规则已保存')).toBeVisible()
    await propose()
  }

  /** Waits for the end of this very proposal: an older one stands on the page until then. */
  async function propose(): Promise<void> {
    await page.goto(`${address}/plan/check`)
    const isOf = (method: string) => (answer: Response) =>
      answer.request().method() === method && new URL(answer.url()).pathname.endsWith('/proposals')
    const queued = page.waitForResponse(isOf('POST'))
    await page.getByRole('button', { name: /排派遣方案|重新排/ }).click()
    const { id } = (await (await queued).json()) as { readonly id: string }
    await page.waitForResponse(
      async (answer) => {
        if (!isOf('GET')(answer)) return false
        const { items } = (await answer.json()) as { readonly items: readonly { readonly id: string; readonly state: string }[] }
        return items.some((one) => one.id === id && (one.state === 'done' || one.state === 'no-plan'))
      },
      { timeout: 90_000 },
    )
  }

  async function ask(why: string): Promise<void> {
    await page.getByRole('button', { name: '提请放宽' }).click()
    const dialog = page.getByRole('dialog')
    await expect(dialog.getByText('全轮各组骨干人数下限减1人')).toBeVisible()
    await dialog.getByLabel('理由').fill(why)
    await dialog.getByRole('button', { name: '提请放宽' }).click()
    await expect(dialog).toBeHidden()
    await expect(page.getByRole('listitem').filter({ hasText: why })).toContainText('待批准')
  }

  async function decide(verdict: '同意' | '不同意', opinion: string): Promise<void> {
    await signIn(page, product, 'baoshan.leading')
    await page.getByRole('row').filter({ hasText: round }).getByRole('link', { name: '审批放宽' }).click()
    await page.getByRole('button', { name: '审批', exact: true }).click()
    const dialog = page.getByRole('dialog')
    await dialog.getByRole('radio', { name: verdict, exact: true }).check()
    await dialog.getByLabel('理由').fill(opinion)
    await dialog.getByRole('button', { name: verdict, exact: true }).click()
    await expect(page.getByRole('listitem').filter({ hasText: opinion })).toContainText(verdict === '同意' ? '已批准' : '未批准')
    await signOut(page)
  }

  await test.step('what gives way farther than the cap cannot be asked for, and the page says why', async () => {
    await signIn(page, product, 'baoshan.office')
    await page.getByRole('link', { name: '轮次计划', exact: true }).click()
    await page.getByRole('link', { name: round }).click()
    await expect(page.getByRole('heading', { name: round })).toBeVisible()
    address = page.url().replace(/[?#].*$/, '')
    await proposeWith(5)
    await expect(page.getByRole('heading', { name: '按现有规则排不出方案' })).toBeVisible()
    await expect(page.getByText('超过放宽上限，不能提请：骨干人数下限至多减1人，已批准减0人，这样还要减2人')).toBeVisible()
    await expect(page.getByRole('button', { name: '提请放宽' })).toBeHidden()
  })

  await test.step('the office asks for the way out of a clash, and cannot sign it itself', async () => {
    await proposeWith(4)
    await ask('本地骨干多在外派')
    await expect(page.getByRole('button', { name: '提请放宽' })).toBeHidden()
    await expect(page.getByRole('button', { name: '审批', exact: true })).toBeHidden()
    await signOut(page)
  })

  await test.step('the leading group refuses, and the next plan is as impossible as before', async () => {
    await decide('不同意', '先商请市直补骨干')
    await signIn(page, product, 'baoshan.office')
    await propose()
    await expect(page.getByRole('heading', { name: '按现有规则排不出方案' })).toBeVisible()
    await ask('市直无人可补')
    await signOut(page)
  })

  await test.step('signed, the next plan is found and says what gave way, and so does the board', async () => {
    await decide('同意', '同意，下不为例')
    await signIn(page, product, 'baoshan.office')
    await propose()
    await expect(panel.getByText('按已批准的放宽排：全轮各组骨干人数下限减1人。')).toBeVisible()
    await expect(panel.getByText('独立核验通过')).toBeVisible()
    await panel.getByRole('button', { name: '采用此方案' }).click()
    await panel.getByRole('button', { name: '看派遣编组' }).click()
    await expect(page.getByRole('main').getByText('全轮各组骨干人数下限减1人').first()).toBeVisible()
  })
})
