import type { LeadEnvelope } from '@shengmian/contract'
import { shortDay } from '../../lib/dates.ts'
import { useLanguage, useText } from '../../lib/language.tsx'
import { Table, type TableColumnsType } from '../../ui/antd.ts'
import { texts } from './texts.ts'

/** Envelopes: number, place and day, not a word of what they hold. */
export function LeadTable({
  leads,
  chosen,
  onOpen,
}: {
  readonly leads: readonly LeadEnvelope[]
  readonly chosen: string | null
  readonly onOpen: (lead: LeadEnvelope) => void
}) {
  const t = useText()
  const { language } = useLanguage()
  const columns: TableColumnsType<LeadEnvelope> = [
    {
      title: t(texts.number),
      key: 'number',
      width: 244,
      render: (_value, lead) => (
        <>
          <span className="number">{lead.number}</span>
          {lead.isUrgent ? <span className="tag tag-warn">{t(texts.urgentTag)}</span> : null}
        </>
      ),
    },
    { title: t(texts.place), key: 'place', render: (_value, lead) => lead.place.name },
    { title: t(texts.day), key: 'day', width: 88, render: (_value, lead) => shortDay(lead.droppedOn, language) },
    {
      title: t(texts.openings),
      key: 'openings',
      width: 72,
      render: (_value, lead) => (lead.openings === 0 ? <strong>{t(texts.unread)}</strong> : t(texts.times, { n: lead.openings })),
    },
    {
      key: 'act',
      width: 64,
      render: (_value, lead) => (
        <button type="button" className="button-link" onClick={() => onOpen(lead)} aria-label={`${t(texts.open)} ${lead.number}`}>
          {t(texts.open)}
        </button>
      ),
    },
  ]
  return (
    <Table
      size="small"
      scroll={{ x: 600 }}
      rowKey="id"
      pagination={false}
      columns={columns}
      dataSource={[...leads]}
      rowClassName={(lead) => (lead.id === chosen ? 'lead-chosen' : '')}
    />
  )
}
