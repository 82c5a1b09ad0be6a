import { useState } from 'react'
import { useText } from '../../lib/language.tsx'
import { Button, Table, type TableColumnsType } from '../../ui/antd.ts'
import { Sheet } from '../../ui/page.tsx'
import { Refused } from '../../ui/refused.tsx'

interface Words {
  readonly zh: string
  readonly en: string
}

interface TallySheetProps<Row> {
  readonly title: Words
  /** What is counted, and how. */
  readonly why: Words
  readonly read: {
    readonly data: { readonly items: readonly Row[] } | undefined
    readonly error: unknown
    readonly refetch: () => unknown
  }
  readonly rowKey: (row: Row) => string
  readonly columns: TableColumnsType<Row>
  /** Pixels below which the table scrolls. */
  readonly width: number
}

const texts = { all: { zh: '全部 {count} 条', en: 'All {count}' } }

/** How many stand above their list until all are asked for: what a flood leaves would hide it. */
const AT_FIRST = 5

/** Counts above a list of what they count; nothing where there are none. */
export function TallySheet<Row extends object>({ title, why, read, rowKey, columns, width }: TallySheetProps<Row>) {
  const t = useText()
  const [isWhole, setIsWhole] = useState(false)
  if (read.error !== null) return <Refused error={read.error} onRetry={() => void read.refetch()} />
  if (read.data === undefined || read.data.items.length === 0) return null
  return (
    <>
      <Sheet label={t(title)}>
        <div className="block-head">
          <h2>{t(title)}</h2>
          <span className="muted">{t(why)}</span>
        </div>
        <Table<Row>
          size="small"
          scroll={{ x: width }}
          rowKey={rowKey}
          pagination={false}
          dataSource={isWhole ? [...read.data.items] : read.data.items.slice(0, AT_FIRST)}
          columns={columns}
        />
        {isWhole || read.data.items.length <= AT_FIRST ? null : (
          <Button type="link" onClick={() => setIsWhole(true)}>
            {t(texts.all, { count: String(read.data.items.length) })}
          </Button>
        )}
      </Sheet>
      <div className="gap" />
    </>
  )
}
