import { readOwnAreas } from '@shengmian/contract'
import { longDay } from '../lib/dates.ts'
import { useLanguage, useText } from '../lib/language.tsx'
import { useRead } from '../lib/use-endpoint.ts'
import { Empty } from '../ui/empty.tsx'
import { Light } from '../ui/light.tsx'
import { Loading } from '../ui/loading.tsx'
import { Page, Sheet } from '../ui/page.tsx'
import { Refused } from '../ui/refused.tsx'

const texts = {
  title: { zh: '分包片区', en: 'My areas' },
  counts: { zh: '{areas}个片区，{items}项', en: '{areas} areas, {items} items' },
  none: { zh: '片区内现在没有事项', en: 'Nothing lies in your areas now' },
  means: {
    zh: '一项是一个正在巡察的对象，或一份未交的调阅资料。',
    en: 'An item is a target under inspection, or documents asked for and not handed in.',
  },
  unit: { zh: '单位', en: 'Unit' },
  kind: { zh: '事项', en: 'Item' },
  due: { zh: '到期', en: 'Due' },
  supervisor: { zh: '日常监督', en: 'Daily supervisor' },
  target: { zh: '正在巡察', en: 'under inspection' },
  documents: { zh: '调阅资料待交', en: 'documents to hand in' },
}

/** The towns that a leader answers for, with the items in each. */
export function OwnAreasPage() {
  const t = useText()
  const { language } = useLanguage()
  const { data, error, refetch } = useRead(readOwnAreas, {})
  const note = data === undefined ? '' : t(texts.counts, { areas: data.areas.length, items: data.items.length })
  return (
    <Page title={t(texts.title)} note={note}>
      {error === null ? null : <Refused error={error} onRetry={() => void refetch()} />}
      {data === undefined && error === null ? <Loading what={t(texts.title)} /> : null}
      {data?.items.length === 0 ? <Empty title={t(texts.none)}>{t(texts.means)}</Empty> : null}
      {(data?.areas ?? []).map((area) => (
        <Sheet key={area.charge} label={area.place.name}>
          <table className="list">
            <caption>
              {area.place.name} {area.items}
            </caption>
            <thead>
              <tr>
                <th>{t(texts.unit)}</th>
                <th>{t(texts.kind)}</th>
                <th>{t(texts.due)}</th>
                <th>{t(texts.supervisor)}</th>
              </tr>
            </thead>
            <tbody>
              {(data?.items ?? [])
                .filter((item) => item.charge === area.charge)
                .map((item) => (
                  <tr key={`${item.unit} ${item.kind} ${item.since} ${item.due}`}>
                    <td>{item.name}</td>
                    <td>{t(texts[item.kind])}</td>
                    <td className="number">
                      <Light colour={item.isOverdue ? 'red' : 'none'} /> {longDay(item.due, language)}
                    </td>
                    <td>{item.supervisor ?? '—'}</td>
                  </tr>
                ))}
            </tbody>
          </table>
        </Sheet>
      ))}
    </Page>
  )
}
