import type { Told } from '@shengmian/sealing'
import type { Page } from './parts.ts'
import { today } from './seen.ts'

/** A first message with nothing said yet: what is known of where and when. */
export function toldFrom({ place }: Page, said: Partial<Told>): Told {
  return {
    village: null,
    poster: place.poster,
    day: today(),
    seq: 1,
    prev: null,
    channel: 'page',
    lives: null,
    category: null,
    text: '',
    attachments: [],
    card: null,
    named: null,
    rating: null,
    answers: null,
    ...said,
  }
}
