import type { Arrangement } from '@shengmian/contract'
import type { Text } from '../../lib/language.tsx'

export const arrangementKinds: Readonly<Record<Arrangement['kind'], Text>> = {
  arrival: { zh: '到达', en: 'Arrival' },
  lodging: { zh: '食宿', en: 'Lodging' },
  transport: { zh: '用车', en: 'Transport' },
  venue: { zh: '场所', en: 'Venue' },
  meeting: { zh: '会议', en: 'Meeting' },
  departure: { zh: '离开', en: 'Departure' },
  documents: { zh: '调阅', en: 'Documents' },
}
