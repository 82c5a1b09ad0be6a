import { createRequire } from 'node:module'
import type { Locator, Page } from '@playwright/test'

const require = createRequire(import.meta.url)
const JSQR = require.resolve('jsqr')

/** What a scanner reads from the picture of a code. */
export async function scan(page: Page, code: Locator): Promise<string> {
  const picture = (await code.screenshot()).toString('base64')
  const reader = await page.context().newPage()
  try {
    await reader.addScriptTag({ path: JSQR })
    return await reader.evaluate<string>(`(async () => {
      const image = new Image()
      image.src = 'data:image/png;base64,${picture}'
      await image.decode()
      const canvas = document.createElement('canvas')
      canvas.width = image.width
      canvas.height = image.height
      const context = canvas.getContext('2d')
      context.drawImage(image, 0, 0)
      const pixels = context.getImageData(0, 0, image.width, image.height)
      return jsQR(pixels.data, pixels.width, pixels.height)?.data ?? ''
    })()`)
  } finally {
    await reader.close()
  }
}
