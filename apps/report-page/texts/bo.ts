// Tibetan: nobody has translated the page yet, and it says so. Each line that is done replaces one below.
import { zh, type Texts } from './zh.ts'

export const bo: Texts = { ...zh, page: { ...zh.page, untranslated: '这一页还没有译成藏文，先用汉文。' } }
