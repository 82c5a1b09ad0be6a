// Chinese first, English at a switch. A text is a pair; there is no key to look up elsewhere.
import { createContext, use, useCallback, useEffect, useMemo, useState, type ReactNode } from 'react'

export type Language = 'zh' | 'en'
export interface Text {
  readonly zh: string
  readonly en: string
}

interface Spoken {
  readonly language: Language
  readonly speak: (language: Language) => void
}

const LanguageContext = createContext<Spoken>({ language: 'zh', speak: () => undefined })
const KEPT = 'shengmian.language'

/** Keeps the reader's language on this machine. */
export function LanguageProvider({ children }: { readonly children: ReactNode }) {
  const [language, setLanguage] = useState<Language>(() => (localStorage.getItem(KEPT) === 'en' ? 'en' : 'zh'))
  const speak = useCallback((next: Language) => {
    localStorage.setItem(KEPT, next)
    setLanguage(next)
  }, [])
  useEffect(() => {
    document.documentElement.lang = language === 'zh' ? 'zh-CN' : 'en'
  }, [language])
  const spoken = useMemo(() => ({ language, speak }), [language, speak])
  return <LanguageContext value={spoken}>{children}</LanguageContext>
}

export function useLanguage(): Spoken {
  return use(LanguageContext)
}

/** `t(text)` in the reader's language; `t(text, { n: 3 })` fills `{n}`. */
export function useText(): (text: Text, values?: Readonly<Record<string, string | number>>) => string {
  const { language } = useLanguage()
  return useCallback(
    (text, values = {}) => text[language].replaceAll(/\{(\w+)\}/g, (whole, name: string) => String(values[name] ?? whole)),
    [language],
  )
}
