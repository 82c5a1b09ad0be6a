import type { Desk, Poster } from '@shengmian/contract'
import { printedAddress } from '@shengmian/sealing/printed'

/** What a QR code of this desk holds: behind the `#`, which reaches no server, the poster's code, the root's fingerprint, the village, the card. */
export function addressOf({ site, code, fingerprint }: Desk, poster: Poster, card: string | null = null): string {
  return printedAddress(site, code, { poster: poster.code, fingerprint, village: poster.village, card })
}

/** What is typed by hand: without `https://`. */
export function typedAddress({ site, code }: Desk): string {
  return `${site.replace(/^https?:\/\//, '')}/b/${code}`
}

/** The cut-off as people say it: 12月31日. */
export function cutOff({ until }: Desk): string {
  const [, month, day] = until.split('-')
  return `${Number(month)}月${Number(day)}日`
}

export const TAKEN = ['低保、补贴、救济', '村里的钱、地、账', '修路、修水、修桥', '干部吃拿卡要、办事不公'] as const
export const NOT_TAKEN = ['正在打官司的、法院判过的', '两家之间的纠纷'] as const
