import { listRelaxations, type readProposal, type ReplyOf } from '@shengmian/contract'
import { useState } from 'react'
import { useText } from '../../../lib/language.tsx'
import { useRead } from '../../../lib/use-endpoint.ts'
import { Button } from '../../../ui/antd.ts'
import { Refused } from '../../../ui/refused.tsx'
import { texts as words } from '../proposal/texts.ts'
import { AskDialog } from './ask-dialog.tsx'
import { RelaxationList } from './relaxation-list.tsx'
import { texts } from './texts.ts'

type Way = NonNullable<ReplyOf<typeof readProposal>['noPlan']>['relaxations'][number]

interface WaysOutProps {
  readonly round: string
  readonly proposal: string
  readonly ways: readonly Way[]
}

/** The ways out of a clash, cheapest first; what a signature can give is asked for here, and what became of it stands below. */
export function WaysOut({ round, proposal, ways }: WaysOutProps) {
  const t = useText()
  const [asking, setAsking] = useState<number | null>(null)
  const { data, error, refetch } = useRead(listRelaxations, { params: { round } })
  const asked = (data?.items ?? []).filter((one) => one.proposal === proposal)
  const grants = asking === null ? null : (ways[asking]?.grants ?? null)
  return (
    <>
      <table className="list ways-out">
        <thead>
          <tr>
            <th>{t(words.relax)}</th>
            <th className="right">{t(words.price)}</th>
            <th />
          </tr>
        </thead>
        <tbody>
          {ways.map((way, at) => (
            <tr key={way.text.zh}>
              <td>
                {t(way.text)}
                {way.grants === null ? (
                  <p className="muted">{t(words.noSignature)}</p>
                ) : (
                  <ul className="way-grants muted">
                    {way.grants.map((grant) => (
                      <li key={grant.zh}>{t(grant)}</li>
                    ))}
                  </ul>
                )}
                {way.beyond === null ? null : <p className="late">{t(texts.beyond, { why: t(way.beyond) })}</p>}
              </td>
              <td className="right number">
                {way.price === 0 ? <strong className="proven">{t(words.free)}</strong> : t(words.prices, { n: way.price })}
              </td>
              <td className="right">
                {way.grants !== null && way.beyond === null && data?.mayAsk === true ? (
                  <Button size="small" onClick={() => setAsking(at)}>
                    {t(texts.ask)}
                  </Button>
                ) : null}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      {data === undefined ? null : <p className="muted">{t(texts.cap, { cap: t(data.cap) })}</p>}
      {error === null ? null : <Refused error={error} onRetry={() => void refetch()} />}
      {asked.length === 0 ? null : <RelaxationList round={round} relaxations={asked} />}
      {asking === null || grants === null ? null : (
        <AskDialog round={round} proposal={proposal} way={asking} grants={grants} onClose={() => setAsking(null)} />
      )}
    </>
  )
}
