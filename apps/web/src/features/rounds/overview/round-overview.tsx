import { downloadPacks, readRound } from '@shengmian/contract'
import { addressOf } from '../../../lib/api.ts'
import { Link } from '@tanstack/react-router'
import { useLanguage, useText } from '../../../lib/language.tsx'
import { useRead } from '../../../lib/use-endpoint.ts'
import { Button } from '../../../ui/antd.ts'
import { Light } from '../../../ui/light.tsx'
import { Loading } from '../../../ui/loading.tsx'
import { Page, Sheet } from '../../../ui/page.tsx'
import { Refused } from '../../../ui/refused.tsx'
import { CommentsPanel } from '../papers/comments-panel.tsx'
import { MeetingsPanel } from '../papers/meetings-panel.tsx'
import { DaysLeft } from '../parts/days-left.tsx'
import { Warnings } from '../parts/warnings.tsx'
import { CoverageMatrix } from './coverage-matrix.tsx'
import { ExtensionsPanel } from './extensions-panel.tsx'
import { FormFacts } from './form-facts.tsx'
import { History } from './history.tsx'
import { ReportChain } from './report-chain.tsx'
import { StatesLine } from './states-line.tsx'
import { StepActs } from './step-acts.tsx'
import { texts } from './texts.ts'
import { WithdrawalsPanel } from './withdrawals-panel.tsx'
import '../parts/rounds.css'
import '../parts/warnings.css'
import '../papers/papers.css'
import './overview.css'

/** When somebody is on his way to the targets. */
const UNDER_WAY: readonly string[] = ['authorised', 'running', 'reporting']
const REPORTED: readonly string[] = ['reporting', 'closed', 'archived']

interface RoundOverviewProps {
  readonly round: string
  /** The place of the reader's office: the round's own office answers guidance, an upper one gives it. */
  readonly authority: string | null
  /** An office asks for a later end. */
  readonly asks: boolean
  /** A leading group decides on it. */
  readonly decides: boolean
}

/** A round as a whole: where it stands, what comes next, what is missing, who decided what. */
export function RoundOverview({ round: id, authority, asks, decides }: RoundOverviewProps) {
  const t = useText()
  const { language } = useLanguage()
  const { data: round, error, refetch } = useRead(readRound, { params: { round: id } })
  if (error !== null) return <Refused error={error} onRetry={() => void refetch()} />
  if (round === undefined) return <Loading what={t(texts.what)} />
  const isOwn = authority === round.authority.code
  const isAbove = authority !== null && !isOwn && round.authority.code.startsWith(authority)
  const missing = round.steps.flatMap((step) => (step.event === 'withdraw' ? [] : step.missing))
  return (
    <Page
      title={round.title}
      note={
        <>
          <Light colour={round.light} /> <DaysLeft state={round.state} days={round.daysLeft} />
        </>
      }
      acts={
        <>
          {round.state === 'draft' && isOwn ? (
            <Link to="/rounds/$round/plan/$step" params={{ round: id, step: 'settings' }}>
              <Button>{t(texts.plan)}</Button>
            </Link>
          ) : null}
          <StepActs round={round} />
        </>
      }
      aside={
        <div className="side">
          <section>
            <h2>{t(texts.facts)}</h2>
            <FormFacts round={round} />
            <Link to="/ledger" search={{ table: 'rounds.round', record: `${round.authority.code.padEnd(12, '0')}/${id}` }}>
              {t(texts.proof)}
            </Link>
            {UNDER_WAY.includes(round.state) ? <a href={addressOf(downloadPacks, { round: id })}>{t(texts.packs)}</a> : null}
          </section>
          {missing.length + round.warnings.length === 0 ? null : (
            <section>
              <h2>{t(texts.warnings)}</h2>
              <Warnings
                items={[...new Map([...missing, ...round.warnings].map((one) => [one.rule + one[language], one])).values()]}
              />
            </section>
          )}
        </div>
      }
    >
      <Sheet label={t(texts.states)}>
        <StatesLine round={round} />
      </Sheet>
      <div className="stack">
        {REPORTED.includes(round.state) ? <ReportChain round={id} /> : null}
        <CoverageMatrix round={id} />
        <MeetingsPanel of="rounds" subject={id} canRecord={isOwn} />
        <ExtensionsPanel round={round} mayAsk={isOwn && asks} mayDecide={isOwn && decides} />
        <CommentsPanel of="rounds" subject={id} isOwn={isOwn} mayWrite={isAbove} />
        {round.state === 'draft' ? null : <WithdrawalsPanel round={id} mayAsk={authority !== null} />}
        {round.events.length === 0 ? null : <History events={round.events} />}
      </div>
    </Page>
  )
}
