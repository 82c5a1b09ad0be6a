import { listReadingRates, type ReplyOf } from '@shengmian/contract'
import { useText } from '../../lib/language.tsx'
import { useRead } from '../../lib/use-endpoint.ts'
import { PlaceName } from '../../ui/place-name.tsx'
import { TallySheet } from './tally-sheet.tsx'

const texts = {
  title: { zh: '查阅快慢（近七天）', en: 'How fast evidence is read (seven days)' },
  why: {
    zh: '按账号计查阅证据和取走密封件的次数；一小时内取走很多的排在前面。',
    en: 'Reads of evidence and sealed reports taken, by account; whoever took many within an hour stands first.',
  },
  who: { zh: '账号', en: 'Account' },
  body: { zh: '所属机构', en: 'Body' },
  busiest: { zh: '最忙一小时', en: 'Busiest hour' },
  day: { zh: '近一天', en: 'One day' },
  week: { zh: '近七天', en: 'Seven days' },
}

type Rate = ReplyOf<typeof listReadingRates>['items'][number]

/** Nothing where nobody read anything. */
export function ReadingRates() {
  const t = useText()
  const read = useRead(listReadingRates, {})
  return (
    <TallySheet<Rate>
      title={texts.title}
      why={texts.why}
      read={read}
      width={560}
      rowKey={({ account }) => account.id}
      columns={[
        { title: t(texts.who), key: 'who', render: (_value, rate) => rate.account.name },
        { title: t(texts.body), key: 'body', render: (_value, rate) => <PlaceName code={rate.authority} /> },
        { title: t(texts.busiest), dataIndex: 'busiestHour', align: 'right' },
        { title: t(texts.day), dataIndex: 'day', align: 'right' },
        { title: t(texts.week), dataIndex: 'week', align: 'right' },
      ]}
    />
  )
}
