import { listPosters, type InboxDesk } from '@shengmian/contract'
import { useState, type ReactNode } from 'react'
import { useText } from '../../lib/language.tsx'
import { canUsePasskeys } from '../../lib/passkeys.ts'
import { useRead } from '../../lib/use-endpoint.ts'
import { Button, Segmented } from '../../ui/antd.ts'
import { Sheet } from '../../ui/page.tsx'
import { Book } from './book.tsx'
import { useCards } from './cards.ts'
import { HandlingLog } from './handling-log.tsx'
import { joinKeys } from './key-files.ts'
import { KeyForm } from './key-form.tsx'
import { OpenedReport, type OpenedReportProps } from './opened-report.tsx'
import { useOpenedReports } from './opened-reports.ts'
import { PasskeyDialog } from './passkey-dialog.tsx'
import { Received } from './received.tsx'
import { reportPlaces } from './report-places.ts'
import { texts } from './texts.ts'
import { Triage } from './triage.tsx'

export interface InboxProps {
  readonly round: string
  /** First day of the stay, and what the mode of the round is called: for figures by week and by mode. */
  readonly begins: string
  readonly mode: string
  /** The way of a report to an immediate correction. */
  readonly matterPart: OpenedReportProps['matterPart']
  /** The form in which a lead is handed over, with the redacted text in it. */
  readonly leadForm: (matter: string, onDropped: (number: string) => void) => ReactNode
}

type Tab = 'sealed' | 'triage' | 'book' | 'log'

/** A desk for a member of its team: what came, what is open, what became of it. */
export function DeskView({
  desk: { desk },
  round,
  begins,
  mode,
  matterPart,
  leadForm,
}: InboxProps & { readonly desk: InboxDesk }) {
  const t = useText()
  const store = useOpenedReports(desk)
  const { keys } = store
  const posters = useRead(listPosters, { params: { round } })
  const places = reportPlaces(posters.data ?? { items: [], places: [] })
  const opened = new Map([...store.opened].map(([number, one]) => [number, { ...one, report: places.placed(one.report) }]))
  const cards = useCards(desk, keys, store.opened)
  const [tab, setTab] = useState<Tab>('sealed')
  const [shown, setShown] = useState<number | null>(null)
  const [isAdding, setIsAdding] = useState(false)
  const [isSealing, setSealing] = useState(false)
  const show = (number: number) => {
    setShown(number)
    setTab('sealed')
  }
  const inSight = shown === null ? undefined : opened.get(shown)
  const keyForm = (
    <Sheet>
      <KeyForm
        title={t(texts.keyTitle)}
        note={t(texts.keyWhy)}
        fileLabel={t(texts.keyFile)}
        fileHint={t(texts.keyFileHint)}
        onKeys={(more) => {
          store.setKeys(keys === null ? more : joinKeys(keys, more))
          setIsAdding(false)
        }}
      />
    </Sheet>
  )
  return (
    <>
      <div className="inbox-tabs">
        <Segmented<Tab>
          value={tab}
          onChange={setTab}
          options={(['sealed', 'triage', 'book', 'log'] as const).map((value) => ({ value, label: t(texts[value]) }))}
        />
        <span className="spring" />
        {keys === null ? null : (
          <>
            <span className="muted">
              {t(texts.keyIn)}
              {keys.replySecrets.length === 0 ? `；${t(texts.keyReadOnly)}` : ''}
            </span>
            {canUsePasskeys() ? (
              <Button size="small" onClick={() => setSealing(true)}>
                {t(texts.sealKey)}
              </Button>
            ) : null}
            <Button size="small" onClick={() => setIsAdding(true)}>
              {t(texts.addKey)}
            </Button>
            <Button size="small" onClick={store.forget}>
              {t(texts.forget)}
            </Button>
          </>
        )}
      </div>
      {isSealing && keys !== null ? <PasskeyDialog desk={desk} keys={keys} onClose={() => setSealing(false)} /> : null}
      {tab === 'sealed' ? (
        <Received desk={desk} store={store} shown={inSight?.number ?? null} onShow={show}>
          {(sealed) =>
            keys === null || isAdding ? (
              keyForm
            ) : inSight === undefined ? (
              <Sheet>
                <p className="block-body muted">
                  {t(texts.pick)}。{t(texts.logged)}
                </p>
              </Sheet>
            ) : (
              <OpenedReport
                key={inSight.number}
                desk={desk}
                keys={keys}
                shown={inSight}
                places={places}
                sealed={sealed}
                cards={cards}
                others={[...opened.values()]}
                onShow={show}
                matterPart={matterPart}
                leadForm={leadForm}
              />
            )
          }
        </Received>
      ) : null}
      {tab === 'triage' ? (
        <Triage opened={[...opened.values()]} cards={cards} begins={begins} mode={mode} places={places} onShow={show} />
      ) : null}
      {tab === 'book' ? <Book desk={desk} /> : null}
      {tab === 'log' ? <HandlingLog desk={desk} /> : null}
    </>
  )
}
