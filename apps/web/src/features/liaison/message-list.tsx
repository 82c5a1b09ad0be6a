import type { listLiaisonMessages, ReplyOf } from '@shengmian/contract'
import { shortInstant } from '../../lib/dates.ts'
import { useLanguage, useText } from '../../lib/language.tsx'
import { Table, type TableColumnsType } from '../../ui/antd.ts'
import { Light } from '../../ui/light.tsx'
import './liaison.css'

type Message = ReplyOf<typeof listLiaisonMessages>['items'][number]
type Recipient = Message['recipients'][number]

const texts = {
  sent: { zh: '{by} {at}发出，{hours}小时内签收', en: 'Sent by {by} {at}, to be acknowledged within {hours} hours' },
  count: { zh: '已签收{n}／{all}', en: '{n} of {all} acknowledged' },
  late: { zh: '逾时{n}人', en: '{n} late' },
  median: { zh: '签收用时中位数{n}分钟', en: 'median {n} minutes' },
  place: { zh: '地方', en: 'Place' },
  name: { zh: '联络员', en: 'Liaison' },
  phone: { zh: '电话', en: 'Phone' },
  state: { zh: '签收', en: 'Acknowledged' },
  minutes: { zh: '用时（分钟）', en: 'Minutes' },
  reply: { zh: '回复', en: 'Reply' },
  waiting: { zh: '待签收', en: 'waiting' },
  overdue: { zh: '逾时未签收', en: 'late' },
}

/** Each message with who acknowledged it, how fast, and in red who is late. */
export function MessageList({ messages }: { readonly messages: readonly Message[] }) {
  const t = useText()
  const { language } = useLanguage()
  const columns: TableColumnsType<Recipient> = [
    { title: t(texts.place), key: 'place', width: 140, ellipsis: true, render: (_value, one) => one.place.name },
    { title: t(texts.name), dataIndex: 'name', width: 110, ellipsis: true },
    { title: t(texts.phone), key: 'phone', width: 130, className: 'number', render: (_value, one) => one.phone ?? '—' },
    {
      title: t(texts.state),
      key: 'state',
      width: 170,
      render: (_value, one) => (
        <span className="message-state">
          <Light colour={one.light} />
          <span className="number">
            {one.acknowledgedAt === null
              ? t(one.light === 'red' ? texts.overdue : texts.waiting)
              : shortInstant(one.acknowledgedAt, language)}
          </span>
        </span>
      ),
    },
    {
      title: t(texts.minutes),
      key: 'minutes',
      width: 110,
      align: 'right',
      className: 'number',
      render: (_value, one) => one.minutes ?? '—',
    },
    { title: t(texts.reply), key: 'reply', ellipsis: true, render: (_value, one) => one.reply ?? '—' },
  ]
  return messages.map((message) => (
    <article key={message.id} className="message sheet">
      <p className="message-text">{message.text}</p>
      <p className="message-facts">
        <span className="muted">
          {t(texts.sent, { by: message.sentBy, at: shortInstant(message.sentAt, language), hours: message.answerHours })}
        </span>
        <span>{t(texts.count, { n: message.acknowledged, all: message.recipients.length })}</span>
        {message.overdue === 0 ? null : (
          <strong className="message-late">
            <Light colour="red" /> {t(texts.late, { n: message.overdue })}
          </strong>
        )}
        {message.medianMinutes === null ? null : <span className="muted">{t(texts.median, { n: message.medianMinutes })}</span>}
      </p>
      <Table<Recipient>
        size="small"
        rowKey="id"
        columns={columns}
        dataSource={[...message.recipients]}
        pagination={false}
        scroll={{ x: 760 }}
      />
    </article>
  ))
}
