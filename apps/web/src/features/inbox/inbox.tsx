import { listInboxDesks, type InboxDesk } from '@shengmian/contract'
import { useState } from 'react'
import { longDay } from '../../lib/dates.ts'
import { useLanguage, useText } from '../../lib/language.tsx'
import { useRead } from '../../lib/use-endpoint.ts'
import { Segmented, Select } from '../../ui/antd.ts'
import { Empty } from '../../ui/empty.tsx'
import { Loading } from '../../ui/loading.tsx'
import { Page, Sheet } from '../../ui/page.tsx'
import { Refused } from '../../ui/refused.tsx'
import { Book } from './book.tsx'
import { DeskView, type InboxProps } from './desk-view.tsx'
import { HandlingLog } from './handling-log.tsx'
import { texts } from './texts.ts'
import './inbox.css'

/** The desks of a round: sealed reports for its team, figures and decisions for its office. */
export function Inbox(props: InboxProps) {
  const t = useText()
  const { language } = useLanguage()
  const [chosen, setChosen] = useState<string | null>(null)
  const { data, error, refetch } = useRead(listInboxDesks, { params: { round: props.round } })
  const desks = data?.items ?? []
  const desk = desks.find((one) => one.desk === chosen) ?? desks[0]
  return (
    <Page
      title={t(texts.title)}
      note={desk === undefined ? null : <Tally desk={desk} />}
      acts={
        desk === undefined ? null : (
          <>
            <span className="muted">{t(texts.until, { day: longDay(desk.until, language) })}</span>
            {desks.length < 2 ? null : (
              <Select
                aria-label={t(texts.desk)}
                value={desk.desk}
                onChange={setChosen}
                options={desks.map((one) => ({ value: one.desk, label: one.desk }))}
              />
            )}
          </>
        )
      }
    >
      {error === null ? null : <Refused error={error} onRetry={() => void refetch()} />}
      {data === undefined && error === null ? <Loading what={t(texts.title)} /> : null}
      {data !== undefined && desk === undefined ? (
        <Sheet>
          <Empty title={t(texts.noDesk)}>{t(texts.noDeskWhy)}</Empty>
        </Sheet>
      ) : null}
      {desk === undefined ? null : desk.canTake ? (
        <DeskView key={desk.desk} desk={desk} {...props} />
      ) : (
        <OfficeView desk={desk.desk} />
      )}
    </Page>
  )
}

function Tally({ desk: { tally } }: { readonly desk: InboxDesk }) {
  const t = useText()
  return (
    <span className="tally">
      <strong>{t(texts.tally, { accepted: tally.accepted, reports: tally.reports })}</strong>
      <span>{t(texts.tallyRest, { redirected: tally.redirected, declined: tally.declined, undecided: tally.undecided })}</span>
      <span className="tally-why">{t(texts.tallyWhy, { messages: tally.messages })}</span>
    </span>
  )
}

function OfficeView({ desk }: { readonly desk: string }) {
  const t = useText()
  const [tab, setTab] = useState<'book' | 'log'>('book')
  return (
    <>
      <p className="muted inbox-office">
        {t(texts.officeOnly)}。{t(texts.officeOnlyWhy)}
      </p>
      <Segmented<'book' | 'log'>
        value={tab}
        onChange={setTab}
        options={[
          { value: 'book', label: t(texts.book) },
          { value: 'log', label: t(texts.log) },
        ]}
      />
      <div className="gap" />
      {tab === 'book' ? <Book desk={desk} /> : <HandlingLog desk={desk} />}
    </>
  )
}
