import type { SealedReport } from '@shengmian/contract'
import { shortDay } from '../../lib/dates.ts'
import { useLanguage, useText } from '../../lib/language.tsx'
import { Table, type TableColumnsType } from '../../ui/antd.ts'
import { texts } from './texts.ts'

interface SealedTableProps {
  readonly reports: readonly SealedReport[]
  /** Numbers that are open on this device. */
  readonly opened: ReadonlySet<number>
  readonly shown: number | null
  readonly busy: number | null
  readonly canOpen: boolean
  readonly onOpen: (report: SealedReport) => void
}

/** What the server knows of each: number, day, size class; not a word. */
export function SealedTable({ reports, opened, shown, busy, canOpen, onOpen }: SealedTableProps) {
  const t = useText()
  const { language } = useLanguage()
  const columns: TableColumnsType<SealedReport> = [
    {
      title: t(texts.number),
      key: 'number',
      width: 96,
      render: (_value, { number, first, messages }) => (
        <>
          <span className="number">{t(texts.no, { n: number })}</span>
          {number === first ? null : <span className="sealed-note">{t(texts.belongsTo, { n: first })}</span>}
          {number !== first || messages === 1 ? null : (
            <span className="sealed-note">{messages >= 100 ? t(texts.many) : t(texts.messages, { n: messages })}</span>
          )}
        </>
      ),
    },
    {
      title: t(texts.day),
      key: 'day',
      width: 84,
      render: (_value, { day }) => <span className="number">{shortDay(day, language)}</span>,
    },
    {
      title: t(texts.size),
      key: 'size',
      responsive: ['sm'],
      width: 92,
      render: (_value, { bytes, attachments }) => (
        <>
          <span className="number">{sizeClass(bytes)}</span>
          {attachments === 0 ? null : <span className="sealed-note">{t(texts.attachments, { n: attachments })}</span>}
        </>
      ),
    },
    {
      title: t(texts.replies),
      key: 'replies',
      responsive: ['sm'],
      width: 52,
      align: 'right',
      render: (_value, { replies }) => (replies === 0 ? '—' : replies),
    },
    {
      title: t(texts.state),
      key: 'state',
      render: (_value, { decision }) =>
        decision === null ? (
          <span className="muted">{t(texts.waits)}</span>
        ) : (
          <>
            <span className="number">{decision.number}</span>
            {decision.addressee === null ? null : <span className="sealed-note">{decision.addressee}</span>}
          </>
        ),
    },
    {
      key: 'act',
      width: 60,
      render: (_value, report) => {
        const word = opened.has(report.number) ? texts.show : texts.open
        return (
          <button
            type="button"
            className="button-link"
            disabled={!canOpen || busy !== null}
            aria-label={`${t(word)} ${t(texts.no, { n: report.number })}`}
            onClick={() => onOpen(report)}
          >
            {busy === report.number ? '…' : t(word)}
          </button>
        )
      },
    },
  ]
  return (
    <Table
      size="small"
      className="sealed-table"
      rowKey="number"
      pagination={false}
      columns={columns}
      dataSource={[...reports]}
      rowClassName={({ number }) => (number === shown ? 'sealed-shown' : '')}
    />
  )
}

/** The class that the length falls in, without what sealing adds. */
function sizeClass(bytes: number): string {
  const [kib = 128] = [8, 16, 32, 64, 128].filter((size) => bytes < size * 1024 + 1024)
  return `${kib} KB`
}
