import { listDenialTallies, type DenialTally } from '@shengmian/contract'
import { shortInstant } from '../../lib/dates.ts'
import { useLanguage, useText } from '../../lib/language.tsx'
import { useRead } from '../../lib/use-endpoint.ts'
import { PlaceName } from '../../ui/place-name.tsx'
import { Asked } from './asked.tsx'
import { TallySheet } from './tally-sheet.tsx'

const texts = {
  title: { zh: '过于频繁，只计次数', en: 'Too many, counted only' },
  why: {
    zh: '同一账号一分钟内 30 次、一小时内 500 次以后的拒绝，不再逐条记录。',
    en: 'What one account was refused after thirty times within a minute, or five hundred within an hour, is not listed one by one.',
  },
  hour: { zh: '时段（一小时）', en: 'Hour' },
  who: { zh: '账号', en: 'Account' },
  body: { zh: '所属机构', en: 'Body' },
  asked: { zh: '请求', en: 'Request' },
  answer: { zh: '系统答复', en: 'The answer' },
  times: { zh: '次数', en: 'Times' },
  last: { zh: '最后一次', en: 'The last' },
}

const answers: Readonly<Record<DenialTally['code'], { readonly zh: string; readonly en: string }>> = {
  'not-allowed': { zh: '没有授权', en: 'not authorised' },
  'not-found': { zh: '没有找到或不在授权范围', en: 'not found or outside the authorisation' },
  'sign-in-failed': { zh: '登录失败', en: 'sign-in failed' },
}

/** Nothing where nobody was refused so often. */
export function DenialTallies() {
  const t = useText()
  const { language } = useLanguage()
  const read = useRead(listDenialTallies, {})
  return (
    <TallySheet<DenialTally>
      title={texts.title}
      why={texts.why}
      read={read}
      width={760}
      rowKey={({ account, hour, asked, code }) => `${account.id} ${hour} ${asked.address} ${code}`}
      columns={[
        { title: t(texts.hour), key: 'hour', width: 130, render: (_value, one) => shortInstant(one.hour, language) },
        { title: t(texts.who), key: 'who', width: 130, render: (_value, one) => one.account.name },
        { title: t(texts.body), key: 'body', width: 110, render: (_value, one) => <PlaceName code={one.authority} /> },
        { title: t(texts.asked), key: 'asked', render: (_value, one) => <Asked request={one.asked} /> },
        { title: t(texts.answer), key: 'answer', width: 190, render: (_value, one) => t(answers[one.code]) },
        { title: t(texts.times), dataIndex: 'times', width: 70, align: 'right' },
        { title: t(texts.last), key: 'last', width: 130, render: (_value, one) => shortInstant(one.lastAt, language) },
      ]}
    />
  )
}
