// Yi: nobody has translated the page yet, and it says so. Each line that is done replaces one below.
import { zh, type Texts } from './zh.ts'

export const ii: Texts = { ...zh, page: { ...zh.page, untranslated: '这一页还没有译成彝文，先用汉文。' } }
