// The languages in which the page is built; the first is the one that printed codes lead to.
import { bo } from './bo.ts'
import { en } from './en.ts'
import { ii } from './ii.ts'
import { zh, type Texts } from './zh.ts'

/** Codes of ISO 639-1, as in the address (`?lang=en`). */
export const languages: Readonly<Record<'zh' | 'en' | 'bo' | 'ii', { readonly name: string; readonly texts: Texts }>> = {
  zh: { name: '中文', texts: zh },
  en: { name: 'English', texts: en },
  bo: { name: '藏文 བོད་ཡིག', texts: bo },
  ii: { name: '彝文 ꆈꌠꁱꂷ', texts: ii },
}
