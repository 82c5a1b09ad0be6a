// The one door for the component library's look: tokens of the visual language, language pack, style nonce.
import { App, ConfigProvider } from 'antd'
import enUS from 'antd/locale/en_US'
import zhCN from 'antd/locale/zh_CN'
import dayjs from 'dayjs'
import 'dayjs/locale/zh-cn'
import { useEffect, type ReactNode } from 'react'
import { useLanguage } from '../lib/language.tsx'
import { styleNonce } from './style-nonce.ts'

const ink = { first: '#1B2421', second: '#47524E', third: '#606A66' } as const
const accent = '#12605A'
const line = '#DADDD8'
const ground = '#F5F5F2'

const theme = {
  token: {
    colorPrimary: accent,
    colorInfo: accent,
    colorLink: accent,
    colorSuccess: accent,
    colorWarning: '#F0B429',
    colorError: '#B0261B',
    colorText: ink.first,
    colorTextSecondary: ink.second,
    colorTextTertiary: ink.third,
    colorTextPlaceholder: ink.third,
    colorBorder: '#8C9692',
    colorBorderSecondary: line,
    colorSplit: line,
    colorBgLayout: ground,
    colorFillAlter: ground,
    fontFamily: 'var(--sans)',
    fontSize: 14,
    fontSizeSM: 12,
    fontSizeLG: 16,
    borderRadius: 3,
    borderRadiusSM: 2,
    borderRadiusLG: 4,
    controlHeight: 30,
    controlHeightSM: 24,
    controlHeightLG: 36,
    boxShadow: 'none',
    boxShadowSecondary: '0 4px 16px rgba(27, 36, 33, 0.14)',
    motionDurationFast: '0.12s',
    motionDurationMid: '0.12s',
    motionDurationSlow: '0.18s',
  },
  components: {
    Table: {
      headerBg: ground,
      headerSplitColor: 'transparent',
      cellPaddingBlockSM: 5,
      cellPaddingInlineSM: 8,
      cellFontSizeSM: 13,
      rowSelectedBg: '#fff',
      rowSelectedHoverBg: '#ECEDE8',
    },
    Button: { defaultShadow: 'none', primaryShadow: 'none', dangerShadow: 'none', fontWeight: 500 },
    Steps: { iconSize: 22 },
    Segmented: { trackBg: '#ECEDE8' },
  },
} as const

/** Who asked his system for less motion gets none: things are there or they are not. */
const calmTheme = { ...theme, token: { ...theme.token, motion: false } }
const wantsCalm = matchMedia('(prefers-reduced-motion: reduce)').matches

/** Wraps the app in the product's look and the reader's language. */
export function LookProvider({ children }: { readonly children: ReactNode }) {
  const { language } = useLanguage()
  useEffect(() => {
    // The library's own pack leaves the names of months and week days to dayjs.
    dayjs.locale(language === 'zh' ? 'zh-cn' : 'en')
  }, [language])
  return (
    <ConfigProvider
      theme={wantsCalm ? calmTheme : theme}
      locale={language === 'zh' ? zhCN : enUS}
      csp={{ nonce: styleNonce }}
      button={{ autoInsertSpace: false }}
      wave={{ disabled: true }}
    >
      <App component={false}>{children}</App>
    </ConfigProvider>
  )
}
