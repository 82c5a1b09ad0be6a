import type { ReplyOf, readProgramme } from '@shengmian/contract'
import { Link } from '@tanstack/react-router'
import { shortDay, shortInstant } from '../../../lib/dates.ts'
import { useLanguage, useText } from '../../../lib/language.tsx'
import { Warnings } from '../parts/warnings.tsx'
import { texts } from './texts.ts'

type Programme = ReplyOf<typeof readProgramme>

interface BodyTableProps {
  readonly programme: Programme
  /** The reader's own body signs for itself only. */
  readonly authority: string | null
  readonly isBusy: boolean
  readonly onAcknowledge: (body: string, what: 'received' | 'confirmed') => void
}

/** The bodies with their windows, receipts and confirmations; what nobody signed is dashed. */
export function BodyTable({ programme, authority, isBusy, onAcknowledge }: BodyTableProps) {
  const t = useText()
  const { language } = useLanguage()
  const act = (body: string, what: 'received' | 'confirmed') =>
    body === authority ? (
      <button type="button" className="button-link" disabled={isBusy} onClick={() => onAcknowledge(body, what)}>
        {t(what === 'received' ? texts.sign : texts.confirm)}
      </button>
    ) : (
      <span className="unverified">{t(what === 'received' ? texts.waits : texts.waitsConfirm)}</span>
    )
  return (
    <table className="list">
      <thead>
        <tr>
          <th>{t(texts.body)}</th>
          <th>{t(texts.window)}</th>
          <th>{t(texts.receipt)}</th>
          <th>{t(texts.confirmed)}</th>
          <th>{t(texts.round)}</th>
          <th />
        </tr>
      </thead>
      <tbody>
        {programme.bodies.map((one) => (
          <tr key={one.body.code}>
            <td>{one.body.name}</td>
            <td className="number">
              {shortDay(one.starts, language)}—{shortDay(one.ends, language)}
            </td>
            <td>
              {one.receivedBy === null ? (
                act(one.body.code, 'received')
              ) : (
                <span className="number">
                  {one.receivedBy} {one.receivedAt === null ? '' : shortInstant(one.receivedAt, language)}
                </span>
              )}
            </td>
            <td>{one.confirmed ? one.confirmedBy : act(one.body.code, 'confirmed')}</td>
            <td>
              {one.round === null ? (
                '—'
              ) : (
                <Link className="row-act" to="/rounds/$round" params={{ round: one.round }}>
                  {t(texts.open)}
                </Link>
              )}
            </td>
            <td>
              <Warnings items={one.warnings} />
            </td>
          </tr>
        ))}
      </tbody>
      <tfoot>
        <tr className="sum-row">
          <td>{t(texts.total)}</td>
          <td />
          <td colSpan={4} className="number">
            {t(texts.totals, { received: programme.received, all: programme.bodies.length })}
          </td>
        </tr>
      </tfoot>
    </table>
  )
}
