import type { Desk, Poster } from '@shengmian/contract'
import { shortDay } from '../../../lib/dates.ts'
import { useLanguage, useText } from '../../../lib/language.tsx'
import { Button, Table, type TableColumnsType } from '../../../ui/antd.ts'
import { PrintLink } from '../desk-links.tsx'
import { addressOf } from '../print/printed-desk.ts'
import { media } from '../words.ts'

const texts = {
  place: { zh: '地方', en: 'Place' },
  medium: { zh: '印制品', en: 'Medium' },
  code: { zh: '码', en: 'Code' },
  made: { zh: '生成', en: 'Made' },
  state: { zh: '状态', en: 'State' },
  inUse: { zh: '在用', en: 'in use' },
  closed: { zh: '{day}停用：{reason}', en: 'closed {day}: {reason}' },
  print: { zh: '打印', en: 'Print' },
  printCoded: { zh: '印卡码', en: 'With codes' },
  copy: { zh: '复制链接', en: 'Copy link' },
  revoke: { zh: '停用', en: 'Close' },
}

interface PosterTableProps {
  readonly posters: readonly Poster[]
  readonly site: Desk | null
  readonly round: string
  readonly onRevoke: ((poster: Poster) => void) | null
}

/** The printed codes; a closed one keeps its row and its reason. */
export function PosterTable({ posters, site, round, onRevoke }: PosterTableProps) {
  const t = useText()
  const { language } = useLanguage()
  const columns: TableColumnsType<Poster> = [
    { title: t(texts.place), dataIndex: 'place', ellipsis: true },
    { title: t(texts.medium), key: 'medium', width: 130, render: (_value, one) => t(media[one.medium]) },
    { title: t(texts.code), key: 'code', width: 90, render: (_value, one) => <code className="desk-key">{one.code}</code> },
    {
      title: t(texts.made),
      key: 'made',
      width: 150,
      render: (_value, one) => (
        <span className="number">
          {shortDay(one.madeOn, language)} {one.by}
        </span>
      ),
    },
    {
      title: t(texts.state),
      key: 'state',
      ellipsis: true,
      render: (_value, { revoked }) =>
        revoked === null ? t(texts.inUse) : t(texts.closed, { day: shortDay(revoked.on, language), reason: revoked.reason }),
    },
    {
      title: '',
      key: 'acts',
      width: 150,
      align: 'right',
      render: (_value, one) =>
        one.revoked !== null ? null : (
          <span className="poster-acts">
            {one.medium !== 'group' ? (
              <PrintLink
                round={round}
                medium={one.medium}
                code={one.code}
                label={t(one.medium === 'card' && onRevoke !== null ? texts.printCoded : texts.print)}
              />
            ) : site === null ? null : (
              <Button type="link" size="small" onClick={() => void navigator.clipboard.writeText(addressOf(site, one))}>
                {t(texts.copy)}
              </Button>
            )}
            {onRevoke === null ? null : (
              <Button type="link" size="small" onClick={() => onRevoke(one)}>
                {t(texts.revoke)}
              </Button>
            )}
          </span>
        ),
    },
  ]
  return <Table size="small" rowKey="code" columns={columns} dataSource={[...posters]} pagination={false} scroll={{ x: 760 }} />
}
