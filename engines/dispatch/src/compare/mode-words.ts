import type { ComparedMode, Words } from './comparison.ts'

export const MODE_WORDS: Readonly<Record<ComparedMode, Words>> = {
  local: { zh: '本地（现状）', en: 'local (as today)' },
  rotation: { zh: '轮换', en: 'rotation' },
  pooled: { zh: '统配', en: 'pooled' },
  elevated: { zh: '提级', en: 'elevated' },
  paired: { zh: '帮扶', en: 'paired' },
  scattered: { zh: '分散', en: 'scattered' },
}
