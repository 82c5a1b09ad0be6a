import type { Denial } from '@shengmian/contract'
import { shortInstant } from '../../lib/dates.ts'
import { useLanguage, useText } from '../../lib/language.tsx'
import { Table, type TableColumnsType } from '../../ui/antd.ts'
import { PlaceName } from '../../ui/place-name.tsx'
import { Asked } from './asked.tsx'
import { DenialReasons } from './denial-reasons.tsx'
import { commands, subjects } from './words.ts'

const texts = {
  at: { zh: '时间', en: 'Time' },
  who: { zh: '账号', en: 'Account' },
  body: { zh: '所属机构', en: 'Body' },
  what: { zh: '所办事项', en: 'What was asked' },
  asked: { zh: '请求', en: 'Request' },
  said: { zh: '系统答复', en: 'The answer' },
  other: { zh: '其他记录', en: 'another row' },
}

/** Denials, each opened to its rule and facts. */
export function DenialTable({ denials }: { readonly denials: readonly Denial[] }) {
  const t = useText()
  const { language } = useLanguage()
  const columns: TableColumnsType<Denial> = [
    {
      title: t(texts.at),
      key: 'at',
      width: 120,
      render: (_value, denial) => <span className="number">{shortInstant(denial.at, language)}</span>,
    },
    { title: t(texts.who), key: 'who', width: 130, ellipsis: true, render: (_value, denial) => denial.account.name },
    { title: t(texts.body), key: 'body', width: 110, render: (_value, one) => <PlaceName code={one.authority} /> },
    {
      title: t(texts.what),
      key: 'what',
      width: 150,
      render: (_value, denial) => {
        const command = commands[denial.command]
        const subject = denial.subject === null ? texts.other : (subjects[denial.subject] ?? texts.other)
        return `${command === undefined ? '' : t(command)}${language === 'zh' ? '' : ' '}${t(subject)}`
      },
    },
    { title: t(texts.said), key: 'said', ellipsis: true, render: (_value, denial) => t(denial.said) },
    {
      title: t(texts.asked),
      key: 'asked',
      width: 300,
      ellipsis: true,
      render: (_value, denial) => <Asked request={denial.asked} />,
    },
  ]
  return (
    <Table<Denial>
      size="small"
      rowKey="id"
      columns={columns}
      dataSource={[...denials]}
      pagination={false}
      sticky
      scroll={{ x: 980 }}
      expandable={{ expandRowByClick: true, expandedRowRender: (denial) => <DenialReasons denial={denial} /> }}
    />
  )
}
