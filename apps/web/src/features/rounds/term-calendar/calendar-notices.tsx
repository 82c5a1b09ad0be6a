import { useEffect, useState } from 'react'
import { useText, type Text } from '../../../lib/language.tsx'
import { Alert, Button } from '../../../ui/antd.ts'
import { coverageSum, type TermCalendar } from './matrix.ts'
import { texts } from './texts.ts'
import { isUnderWay } from './use-term-calendar.ts'

const SHOWN = 6

interface CalendarNoticesProps {
  readonly calendar: TermCalendar
  readonly isStopping: boolean
  readonly onStop: () => void
}

/** What the reader must know before the table: work under way, no calendar and why, a calendar that has been overtaken. */
export function CalendarNotices({ calendar, isStopping, onStop }: CalendarNoticesProps) {
  const t = useText()
  const { proposal, isStale, breaches, missing, mayChange, version } = calendar
  const isNewest = proposal !== null && (version === null || Date.parse(proposal.askedAt) > Date.parse(version.at))
  return (
    <>
      {isUnderWay(calendar) ? <UnderWay calendar={calendar} isStopping={isStopping} {...(mayChange ? { onStop } : {})} /> : null}
      {isNewest && proposal.state === 'no-plan' && proposal.noPlan !== null ? (
        <Alert
          type="error"
          title={t(proposal.noPlan.proven ? texts.noPlan : texts.noPlanMaybe)}
          description={
            <>
              <Facts items={proposal.noPlan.items} />
              {proposal.noPlan.relaxations.length === 0 ? null : (
                <>
                  <strong>{t(texts.would)}</strong>
                  <Facts items={proposal.noPlan.relaxations} />
                </>
              )}
            </>
          }
        />
      ) : null}
      {isNewest && proposal.state === 'failed' && proposal.message !== null ? (
        <Alert type="error" title={t(texts.failed)} description={t(proposal.message)} />
      ) : null}
      {isStale && !isUnderWay(calendar) ? (
        <Alert
          type="warning"
          title={t(texts.stale)}
          description={breaches.length === 0 ? t(texts.staleHolds) : <Facts items={breaches} />}
        />
      ) : null}
      {version === null || missing.total === 0 || isStale ? null : (
        <Alert
          type="warning"
          title={t(texts.missing, {
            n: missing.total,
            names: `${missing.names.slice(0, SHOWN).join('、')}${missing.total > SHOWN ? t(texts.etc) : ''}`,
          })}
        />
      )}
    </>
  )
}

function Facts({ items }: { readonly items: readonly Text[] }) {
  const t = useText()
  return (
    <ul className="term-calendar-facts">
      {items.slice(0, SHOWN).map((item) => (
        <li key={item.zh}>{t(item)}</li>
      ))}
      {items.length > SHOWN ? <li className="muted">{t(texts.more, { n: items.length - SHOWN })}</li> : null}
    </ul>
  )
}

interface UnderWayProps {
  readonly calendar: TermCalendar
  readonly isStopping: boolean
  readonly onStop?: () => void
}

function UnderWay({ calendar: { proposal, coverage }, isStopping, onStop }: UnderWayProps) {
  const t = useText()
  const [now, setNow] = useState(() => Date.now())
  useEffect(() => {
    const timer = setInterval(() => setNow(Date.now()), 1000)
    return () => clearInterval(timer)
  }, [])
  if (proposal === null) return null
  const s = Math.max(0, Math.floor((now - Date.parse(proposal.askedAt)) / 1000))
  const { progress } = proposal
  return (
    <div className="term-calendar-running" role="status">
      <strong>
        {proposal.state === 'queued' ? t(texts.queued, { s }) : t(texts.running, { n: coverageSum(coverage).due, s })}
      </strong>
      {progress === null ? null : (
        <span>
          <progress max={progress.of} value={progress.done} /> {t(progress.text)}{' '}
          <span className="number">
            {progress.done}/{progress.of}
          </span>
        </span>
      )}
      <span className="muted">{t(texts.runningWhy)}</span>
      <span className="spring" />
      {onStop === undefined ? null : (
        <Button loading={isStopping} onClick={onStop}>
          {t(texts.stop)}
        </Button>
      )}
    </div>
  )
}
