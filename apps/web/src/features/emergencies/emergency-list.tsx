import { confirmEmergency, type Emergency } from '@shengmian/contract'
import { useState } from 'react'
import { shortInstant } from '../../lib/dates.ts'
import { useLanguage, useText } from '../../lib/language.tsx'
import { useAct } from '../../lib/use-endpoint.ts'
import { Button } from '../../ui/antd.ts'
import { Refused } from '../../ui/refused.tsx'
import { ReadingsDialog } from './readings-dialog.tsx'
import { refreshEmergencies } from './refresh.ts'
import { ReportDialog } from './report-dialog.tsx'
import { texts } from './texts.ts'

/** Each with its two names, its end, its book and its report; `canConfirm` to the security administrator. */
export function EmergencyList({
  emergencies,
  canConfirm,
}: {
  readonly emergencies: readonly Emergency[]
  readonly canConfirm: boolean
}) {
  const t = useText()
  const { language } = useLanguage()
  const [reporting, setReporting] = useState<string | null>(null)
  const [reading, setReading] = useState<string | null>(null)
  const confirm = useAct(confirmEmergency, refreshEmergencies)
  return (
    <>
      <ul className="records">
        {emergencies.map((one) => (
          <li key={one.id}>
            <span className={one.state === 'reported' || one.state === 'lapsed' ? 'tag' : 'tag tag-warn'}>
              {t(texts[one.state])}
            </span>{' '}
            <strong>{one.name}</strong> {one.authority.name}（{t(texts[one.role])}） {t(texts.minutesOf, { n: one.minutes })}
            {one.endsAt === null ? null : ` ${t(texts.until, { at: shortInstant(one.endsAt, language) })}`}
            {one.confirmedBy === null ? null : <span className="muted"> {t(texts.by, { name: one.confirmedBy })}</span>}{' '}
            {one.state === 'asked' && canConfirm && !one.isOwn ? (
              <Button size="small" loading={confirm.isPending} onClick={() => confirm.mutate({ params: { emergency: one.id } })}>
                {t(texts.confirm)}
              </Button>
            ) : null}
            {one.isOwn && (one.state === 'force' || one.state === 'over') ? (
              <Button size="small" onClick={() => setReporting(one.id)}>
                {t(texts.report)}
              </Button>
            ) : null}{' '}
            {one.readings === 0 ? null : (
              <button type="button" className="button-link" onClick={() => setReading(one.id)}>
                {t(texts.readings, { n: one.readings })}
              </button>
            )}
            <p>
              {one.reason} <span className="muted number">{shortInstant(one.askedAt, language)}</span>
            </p>
            {one.report === null ? null : <p className="muted">{one.report}</p>}
          </li>
        ))}
      </ul>
      {confirm.error === null ? null : <Refused error={confirm.error} />}
      {reporting === null ? null : <ReportDialog emergency={reporting} onClose={() => setReporting(null)} />}
      {reading === null ? null : <ReadingsDialog emergency={reading} onClose={() => setReading(null)} />}
    </>
  )
}
