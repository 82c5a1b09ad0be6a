import { readOwnAreas } from '@shengmian/contract'
import { OwnAreaItems } from '../features/duties/own-areas.tsx'
import { useText } from '../lib/language.tsx'
import { useRead } from '../lib/use-endpoint.ts'
import { Empty } from '../ui/empty.tsx'
import { Loading } from '../ui/loading.tsx'
import { Page, Sheet } from '../ui/page.tsx'
import { Refused } from '../ui/refused.tsx'

const texts = {
  title: { zh: '我的联系片区', en: 'My areas' },
  note: { zh: '{areas}个片区，{items}项，逾期{late}项', en: '{areas} areas, {items} items, {late} late' },
  none: { zh: '您没有分包联系的片区', en: 'No area is yours' },
  why: { zh: '由巡察办在责任名册上指定分包联系领导。', en: 'The office names area leaders on the roster.' },
  quiet: { zh: '片区内现在没有事项', en: 'Nothing in your areas now' },
  what: {
    zh: '事项指本级轮次正在巡察的对象，以及尚未提供的调阅材料，每项只计一次。',
    en: 'An item is a target of a round under way, or a document asked for and not handed in; each counts once.',
  },
}

/** The areas that the reader leads and what is open in them. */
export function OwnAreasPage() {
  const t = useText()
  const { data, error, refetch } = useRead(readOwnAreas, {})
  const late = data?.areas.reduce((sum, area) => sum + area.overdue, 0) ?? 0
  return (
    <Page
      title={t(texts.title)}
      note={data === undefined ? '' : t(texts.note, { areas: data.areas.length, items: data.items.length, late })}
    >
      {error === null ? null : <Refused error={error} onRetry={() => void refetch()} />}
      <Sheet label={t(texts.title)}>
        {data === undefined && error === null ? <Loading what={t(texts.title)} rows={4} /> : null}
        {data?.areas.length === 0 ? <Empty title={t(texts.none)}>{t(texts.why)}</Empty> : null}
        {data !== undefined && data.areas.length > 0 && data.items.length === 0 ? (
          <Empty title={t(texts.quiet)}>{t(texts.what)}</Empty>
        ) : null}
        {data === undefined || data.items.length === 0 ? null : <OwnAreaItems areas={data} />}
      </Sheet>
      {data === undefined || data.items.length === 0 ? null : <p className="muted">{t(texts.what)}</p>}
    </Page>
  )
}
