import { listCorrections, listOwnCorrections, type OwnCorrection } from '@shengmian/contract'
import { Link } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { longDay } from '../../lib/dates.ts'
import { useLanguage, useText } from '../../lib/language.tsx'
import { useRead } from '../../lib/use-endpoint.ts'
import { Sheet } from '../../ui/page.tsx'
import { Refused } from '../../ui/refused.tsx'
import { DueWords, SOON } from './due-words.tsx'
import { texts } from './texts.ts'
import './corrections.css'

/** What the reader's place was ordered and has not answered, the latest first: a recall on his desk. `otherwise` stands where there is none. */
export function OwnDue({ otherwise }: { readonly otherwise: ReactNode }) {
  const t = useText()
  const { data, error, refetch } = useRead(listOwnCorrections, {})
  if (error !== null) return <Refused error={error} onRetry={() => void refetch()} />
  const open = (data?.items ?? []).filter(({ state }) => state === 'open')
  if (data === undefined) return null
  if (open.length === 0) return otherwise
  return (
    <Sheet label={t(texts.recall)}>
      <div className="block-head">
        <h2>{t(texts.recall)}</h2>
        <Link to="/logistics">{t(texts.toAnswer, { n: open.length })}</Link>
      </div>
      <DueList items={open} />
    </Sheet>
  )
}

/** Orders of a round that wait for its team, or whose day is near or past. */
export function TeamDue({ round }: { readonly round: string }) {
  const { data, error, refetch } = useRead(listCorrections, { params: { round } })
  if (error !== null) return <Refused error={error} onRetry={() => void refetch()} />
  const items = (data?.items ?? []).filter(
    ({ state, daysLeft, canVerify }) => canVerify && (state === 'answered' || (state === 'open' && daysLeft <= SOON)),
  )
  return items.length === 0 ? null : <DueList items={items} />
}

function DueList({ items }: { readonly items: readonly OwnCorrection[] }) {
  const t = useText()
  const { language } = useLanguage()
  return (
    <ul className="correction-due">
      {items
        .toSorted((one, other) => one.daysLeft - other.daysLeft)
        .map((item) => (
          <li key={item.id}>
            <strong>{item.unit.name}</strong>
            <span className="correction-due-what">{item.what}</span>
            <span className="number">
              {t(texts.until, { day: longDay(item.until, language) })}
              {item.state === 'answered' ? (
                <strong className="correction-soon">{t(texts.states.answered)}</strong>
              ) : (
                <DueWords correction={item} />
              )}
            </span>
          </li>
        ))}
    </ul>
  )
}
