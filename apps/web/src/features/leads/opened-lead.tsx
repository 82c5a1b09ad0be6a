import { askUnsealing, handOverLead, listLeadDesks, listLeadOpenings, readLead, readReporter } from '@shengmian/contract'
import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { shortInstant } from '../../lib/dates.ts'
import { useLanguage, useText } from '../../lib/language.tsx'
import { newId } from '../../lib/new-id.ts'
import { useAct, useRead } from '../../lib/use-endpoint.ts'
import { Button, Form, Select } from '../../ui/antd.ts'
import { Sheet } from '../../ui/page.tsx'
import { Refused } from '../../ui/refused.tsx'
import { OpeningList } from './opening-list.tsx'
import { ReasonDialog } from '../../ui/reason-dialog.tsx'
import { sourceNames, texts } from './texts.ts'

/** What one lead says, for as long as it is open; on to another body; and the way to its reporter. */
export function OpenedLead({ lead, onGone }: { readonly lead: string; readonly onGone: () => void }) {
  const t = useText()
  const { language } = useLanguage()
  const queries = useQueryClient()
  const [doing, setDoing] = useState<'hand-over' | 'unseal' | null>(null)
  const [receiver, setReceiver] = useState<string | null>(null)
  const [wantsReporter, setWantsReporter] = useState(false)
  const params = { lead }
  const opened = useRead(readLead, { params })
  const book = useRead(listLeadOpenings, { query: { lead } })
  const desks = useRead(listLeadDesks, {}, { enabled: doing === 'hand-over' })
  const reporter = useRead(readReporter, { params }, { enabled: wantsReporter })
  const refresh = () => queries.invalidateQueries({ predicate: ({ queryKey: [id] }) => String(id).includes('nseal') })
  const handOver = useAct(handOverLead, () => Promise.resolve())
  const unseal = useAct(askUnsealing, refresh)
  if (opened.error !== null) return <Refused error={opened.error} />
  if (opened.data === undefined) return null
  const { lead: envelope, content, hasReporter, until } = opened.data
  return (
    <Sheet label={envelope.number}>
      <div className="block-head">
        <h2 className="number">{envelope.number}</h2>
        <span className="muted">{t(texts.until, { at: shortInstant(until, language) })}</span>
        <span className="spring" />
        <Button size="small" onClick={() => setDoing('hand-over')}>
          {t(texts.handOver)}
        </Button>
      </div>
      <dl className="lead-content">
        <dt>{t(texts.place)}</dt>
        <dd>{envelope.place.name}</dd>
        <dt>{t(texts.subjects)}</dt>
        <dd>{content.subjects}</dd>
        <dt>{t(texts.matter)}</dt>
        <dd className="lead-matter">{content.matter}</dd>
        <dt>{t(texts.source)}</dt>
        <dd>{t(sourceNames[content.source])}</dd>
        <dt>{t(texts.evidence)}</dt>
        <dd>{content.evidence ?? <span className="muted">{t(texts.noEvidence)}</span>}</dd>
        <dt>{t(texts.reporter)}</dt>
        <dd>
          {hasReporter ? (
            <>
              {reporter.data?.reporter ?? t(texts.hasReporter)}{' '}
              <button type="button" className="button-link" onClick={() => setDoing('unseal')}>
                {t(texts.askUnsealing)}
              </button>{' '}
              <button
                type="button"
                className="button-link"
                onClick={() => (wantsReporter ? void reporter.refetch() : setWantsReporter(true))}
              >
                {t(texts.seeReporter)}
              </button>
              {reporter.error === null ? null : <Refused error={reporter.error} />}
            </>
          ) : (
            t(texts.noReporter)
          )}
        </dd>
      </dl>
      <h3 className="lead-book">{t(texts.book)}</h3>
      <OpeningList openings={book.data?.items ?? []} />
      {doing === 'hand-over' ? (
        <ReasonDialog
          title={t(texts.handOver)}
          note={t(texts.handOverWhy)}
          isReady={receiver !== null}
          isBusy={handOver.isPending}
          error={handOver.error ?? desks.error}
          onClose={() => setDoing(null)}
          onDone={(reason) =>
            receiver === null
              ? undefined
              : handOver.mutate({ params, body: { id: newId(), body: receiver, reason } }, { onSuccess: onGone })
          }
        >
          <Form.Item label={t(texts.receiver)} required>
            <Select
              aria-label={t(texts.receiver)}
              showSearch={{ optionFilterProp: 'label' }}
              value={receiver}
              onChange={setReceiver}
              options={(desks.data?.items ?? []).map((desk) => ({ value: desk.code, label: desk.name }))}
            />
          </Form.Item>
        </ReasonDialog>
      ) : null}
      {doing === 'unseal' ? (
        <ReasonDialog
          title={t(texts.askUnsealing)}
          note={t(texts.askWhy)}
          isBusy={unseal.isPending}
          error={unseal.error}
          onClose={() => setDoing(null)}
          onDone={(reason) => unseal.mutate({ params, body: { id: newId(), reason } }, { onSuccess: () => setDoing(null) })}
        />
      ) : null}
    </Sheet>
  )
}
