import type { SimilarGroup } from '@shengmian/triage'
import { useState } from 'react'
import { shortDay } from '../../lib/dates.ts'
import { useLanguage, useText } from '../../lib/language.tsx'
import { Sheet } from '../../ui/page.tsx'
import type { Opened } from './opened-reports.ts'
import { opened as texts } from './opened-texts.ts'
import { texts as listTexts } from './texts.ts'

interface SimilarCardsProps {
  readonly groups: readonly SimilarGroup[]
  readonly opened: readonly Opened[]
  readonly onShow: (number: number) => void
}

/** One card for each report and those that repeat it. */
export function SimilarCards({ groups, opened, onShow }: SimilarCardsProps) {
  const t = useText()
  const byNumber = new Map(opened.map((one) => [String(one.number), one]))
  return (
    <Sheet label={t(texts.cards)}>
      <div className="block-head">
        <h2>{t(texts.cards)}</h2>
      </div>
      {groups.map((group) => {
        const first = byNumber.get(group.first)
        return first === undefined ? null : <Card key={group.first} first={first} group={group} onShow={onShow} />
      })}
    </Sheet>
  )
}

interface CardProps {
  readonly first: Opened
  readonly group: SimilarGroup
  readonly onShow: (number: number) => void
}

function Card({ first, group, onShow }: CardProps) {
  const t = useText()
  const { language } = useLanguage()
  const [isWide, setIsWide] = useState(false)
  return (
    <article className="similar-card">
      <div>
        <button type="button" className="button-link is-name" onClick={() => onShow(first.number)}>
          {t(listTexts.no, { n: first.number })}
        </button>{' '}
        <span className="muted number">{shortDay(first.day, language)}</span>{' '}
        {group.others.length === 0 ? null : (
          <button type="button" className="similar-count" aria-expanded={isWide} onClick={() => setIsWide(!isWide)}>
            {t(texts.similar, { n: group.others.length })}
          </button>
        )}
      </div>
      <p className="similar-text">{first.report.text}</p>
      {isWide ? (
        <ul className="similar-others">
          {group.others.map(({ id, share, phrases }) => (
            <li key={id}>
              <button type="button" className="button-link is-name" onClick={() => onShow(Number(id))}>
                {t(listTexts.no, { n: id })}
              </button>{' '}
              {t(texts.share, { share: `${Math.round(share * 100)} %` })}
              {share === 1 ? null : (
                <span className="sealed-note">
                  {t(texts.phrases)}
                  {phrases.map((phrase) => `“${phrase}”`).join('、')}
                </span>
              )}
            </li>
          ))}
        </ul>
      ) : null}
    </article>
  )
}
