import type { IdentityLink } from '@shengmian/contract'
import { shortInstant } from '../../lib/dates.ts'
import { useLanguage, useText } from '../../lib/language.tsx'
import { Button, Table, type TableColumnsType } from '../../ui/antd.ts'
import { states } from './words.ts'

const texts = {
  account: { zh: '账号', en: 'Account' },
  name: { zh: '姓名', en: 'Name' },
  subject: { zh: '身份标识', en: 'Subject' },
  proposed: { zh: '提出', en: 'Proposed' },
  confirmed: { zh: '本人确认', en: 'Confirmed' },
  state: { zh: '状态', en: 'State' },
  end: { zh: '解除', en: 'End' },
  none: { zh: '—', en: '—' },
}

/** Which account is whom at the provider, who proposed it and when its person confirmed it. */
export function LinkTable({
  links,
  onEnd,
}: {
  readonly links: readonly IdentityLink[]
  readonly onEnd: (link: IdentityLink) => void
}) {
  const t = useText()
  const { language } = useLanguage()
  const columns: TableColumnsType<IdentityLink> = [
    { title: t(texts.account), key: 'account', width: 170, ellipsis: true, render: (_value, link) => link.account.signInName },
    { title: t(texts.name), key: 'name', width: 120, ellipsis: true, render: (_value, link) => link.account.name },
    { title: t(texts.subject), key: 'subject', ellipsis: true, render: (_value, link) => <code>{link.subject}</code> },
    {
      title: t(texts.proposed),
      key: 'proposed',
      width: 220,
      ellipsis: true,
      render: (_value, link) => (
        <>
          {link.proposedBy ?? t(texts.none)} <span className="number muted">{shortInstant(link.proposedAt, language)}</span>
        </>
      ),
    },
    {
      title: t(texts.confirmed),
      key: 'confirmed',
      width: 130,
      className: 'number',
      render: (_value, link) => (link.confirmedAt === null ? t(texts.none) : shortInstant(link.confirmedAt, language)),
    },
    {
      title: t(texts.state),
      key: 'state',
      width: 190,
      ellipsis: true,
      render: (_value, link) => (
        <span className={link.state === 'linked' ? '' : 'muted'}>
          {t(states[link.state])}
          {link.endedReason === null ? null : `：${link.endedReason}`}
        </span>
      ),
    },
    {
      title: '',
      key: 'acts',
      width: 76,
      align: 'right',
      render: (_value, link) =>
        link.acts.includes('end') ? (
          <Button type="link" size="small" onClick={() => onEnd(link)}>
            {t(texts.end)}
          </Button>
        ) : null,
    },
  ]
  return (
    <Table<IdentityLink>
      size="small"
      rowKey="id"
      columns={columns}
      dataSource={[...links]}
      pagination={false}
      sticky
      scroll={{ x: 1040 }}
    />
  )
}
