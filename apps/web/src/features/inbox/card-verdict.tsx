import type { CardVerdict } from '@shengmian/sealing'
import { useText } from '../../lib/language.tsx'
import type { Cards } from './cards.ts'
import type { Opened } from './opened-reports.ts'

const texts = {
  none: { zh: '未填', en: 'none given' },
  valid: { zh: '有效，这户第一次反映（{place}印的卡）', en: 'valid, the first of this household (card of {place})' },
  used: { zh: '这户先前反映过（{place}印的卡），见', en: 'this household has spoken before (card of {place}), see' },
  revoked: { zh: '属已作废的一批（{place}），当作未填', en: 'of a batch that was withdrawn ({place}); counts as none' },
  unknown: { zh: '不是本收件点印的，或抄错了，当作未填', en: 'not printed for this desk, or miscopied; counts as none' },
  waiting: { zh: '正在核对', en: 'being checked' },
  number: { zh: '第{n}号', en: 'no. {n}' },
  why: {
    zh: '一张卡是一户人家；填不填都收，分量一样。',
    en: 'One card is one household; with or without, a report counts as much.',
  },
}

interface CardLineProps {
  readonly shown: Opened
  readonly cards: Cards | null
  readonly opened: ReadonlySet<number>
  readonly onShow: (number: number) => void
}

/** What the card of a report says; never a ground to put it aside. */
export function CardLine({ shown: { number, card }, cards, opened, onShow }: CardLineProps) {
  const t = useText()
  if (card === null) return <>{t(texts.none)}</>
  if (cards === null) return <>{t(texts.waiting)}</>
  const verdict = cards.verdictOf(number, card)
  return (
    <>
      {t(texts[verdict.kind], { place: placeIn(verdict, cards) })}
      {verdict.kind !== 'used' ? null : opened.has(verdict.first) ? (
        <button type="button" className="button-link is-name" onClick={() => onShow(verdict.first)}>
          {t(texts.number, { n: verdict.first })}
        </button>
      ) : (
        t(texts.number, { n: verdict.first })
      )}
      <span className="sealed-note">{t(texts.why)}</span>
    </>
  )
}

function placeIn(verdict: CardVerdict, cards: Cards): string {
  return verdict.kind === 'none' || verdict.kind === 'unknown' ? '' : cards.placeOf(verdict.batch)
}
