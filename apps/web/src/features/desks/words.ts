import type { Medium, NoticeChannel } from '@shengmian/contract'
import type { Text } from '../../lib/language.tsx'

export const media: Readonly<Record<Medium, Text>> = {
  poster: { zh: '海报（A3）', en: 'Poster (A3)' },
  sheet: { zh: '宣传页（A4）', en: 'Sheet (A4)' },
  card: { zh: '明白卡（A7）', en: 'Card (A7)' },
  group: { zh: '微信群', en: 'Group text' },
}

export const MEDIA = ['poster', 'sheet', 'card', 'group'] as const satisfies readonly Medium[]

export const channels: Readonly<Record<NoticeChannel, Text>> = {
  card: { zh: '明白卡', en: 'Card' },
  group: { zh: '微信群', en: 'Group text' },
  qr: { zh: '二维码张贴', en: 'Posted QR code' },
}

export const CHANNELS = ['card', 'group', 'qr'] as const satisfies readonly NoticeChannel[]
