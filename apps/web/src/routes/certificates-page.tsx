import { listCertificates, type ReplyOf } from '@shengmian/contract'
import { Link, useParams } from '@tanstack/react-router'
import { useText } from '../lib/language.tsx'
import { checkResults, seatRole } from '../lib/round-words.ts'
import { useRead } from '../lib/use-endpoint.ts'
import { Table, type TableColumnsType } from '../ui/antd.ts'
import { Empty } from '../ui/empty.tsx'
import { Page, Sheet } from '../ui/page.tsx'
import { Refused } from '../ui/refused.tsx'

type Summary = ReplyOf<typeof listCertificates>['items'][number]

const texts = {
  title: { zh: '回避审查表', en: 'Certificates of recusal' },
  counts: { zh: '{n} 份，{unknown} 份有未核事项', en: '{n}, of which {unknown} with unverified facts' },
  number: { zh: '编号', en: 'No.' },
  draft: { zh: '未发授权', en: 'draft' },
  name: { zh: '姓名', en: 'Name' },
  team: { zh: '组与职务', en: 'Team, seat' },
  result: { zh: '结论', en: 'Result' },
  barred: { zh: '应回避', en: 'Forbidden' },
  unknown: { zh: '未核', en: 'Unverified' },
  weak: { zh: '弱关系', en: 'Weak ties' },
  none: { zh: '还没有派遣方案', en: 'There is no plan yet' },
  hint: { zh: '有了方案，每个席位都有一份回避审查表。', en: 'With a plan there is one certificate for each seat.' },
}

export function CertificatesPage() {
  const t = useText()
  const { round } = useParams({ from: '/frame/rounds/$round' })
  const { data, error, refetch, isLoading } = useRead(listCertificates, { params: { round } })
  const items = data?.items ?? []
  const columns: TableColumnsType<Summary> = [
    {
      title: t(texts.name),
      key: 'name',
      width: 120,
      render: (_value, item) => (
        <Link to="/rounds/$round/certificates/$person" params={{ round, person: item.person.id }}>
          {item.person.name}
        </Link>
      ),
    },
    { title: t(texts.team), key: 'team', render: (_value, item) => `${item.teamName} ${t(seatRole(item.role))}` },
    {
      title: t(texts.number),
      key: 'number',
      width: 200,
      render: (_value, item) => item.number ?? <span className="muted">{t(texts.draft)}</span>,
    },
    { title: t(texts.barred), dataIndex: 'barred', width: 80, align: 'right' },
    {
      title: t(texts.unknown),
      key: 'unknown',
      width: 80,
      align: 'right',
      render: (_value, item) => (item.unknown === 0 ? 0 : <span className="unverified">{item.unknown}</span>),
    },
    { title: t(texts.weak), dataIndex: 'weak', width: 80, align: 'right' },
    {
      title: t(texts.result),
      key: 'result',
      width: 110,
      render: (_value, item) =>
        item.result === 'unknown' ? <span className="unverified">{t(checkResults.unknown)}</span> : t(checkResults[item.result]),
    },
  ]
  return (
    <Page
      title={t(texts.title)}
      note={
        data === undefined ? '' : t(texts.counts, { n: items.length, unknown: items.filter((item) => item.unknown > 0).length })
      }
    >
      {error === null ? null : <Refused error={error} onRetry={() => void refetch()} />}
      <Sheet label={t(texts.title)}>
        {data !== undefined && items.length === 0 ? (
          <Empty title={t(texts.none)}>{t(texts.hint)}</Empty>
        ) : (
          <Table<Summary>
            size="small"
            rowKey="id"
            columns={columns}
            dataSource={[...items]}
            pagination={false}
            loading={isLoading}
            sticky
          />
        )}
      </Sheet>
    </Page>
  )
}
