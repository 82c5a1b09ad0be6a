import { listCardBatches, revokeCardBatch, type CardBatch } from '@shengmian/contract'
import { useState } from 'react'
import { shortDay } from '../../../lib/dates.ts'
import { useLanguage, useText } from '../../../lib/language.tsx'
import { refreshRound, useAct, useRead } from '../../../lib/use-endpoint.ts'
import { Button, Table, type TableColumnsType } from '../../../ui/antd.ts'
import { ReasonDialog } from '../../../ui/reason-dialog.tsx'
import { Refused } from '../../../ui/refused.tsx'
import { Section } from '../section.tsx'

const texts = {
  title: { zh: '卡码批次', en: 'Batches of household cards' },
  hint: {
    zh: '每张一个卡码，一户一张，不登记谁领了哪张。服务器只存散列。',
    en: 'A code each, one to a household, nobody notes who got which. The server keeps hashes.',
  },
  place: { zh: '地方', en: 'Place' },
  cards: { zh: '张数', en: 'Cards' },
  batch: { zh: '批号', en: 'Batch' },
  made: { zh: '印制', en: 'Printed' },
  state: { zh: '状态', en: 'State' },
  inUse: { zh: '有效', en: 'in use' },
  gone: { zh: '{day}作废：{reason}', en: 'withdrawn {day}: {reason}' },
  revoke: { zh: '作废', en: 'Withdraw' },
  revokeTitle: { zh: '作废{place}的一批卡码（{n}张）', en: 'Withdraw {n} cards of {place}' },
  revokeWhat: {
    zh: '丢了一叠、被人收走或印坏时用。带这批卡码的反映照收，分量跟没填卡码的一样。不能恢复，另印一批。',
    en: 'For cards that were lost, collected by others or spoilt. Reports with them count like those without. It cannot be undone; print others.',
  },
}

/** What a batch is called on paper and on the screen. */
export function batchName(id: string): string {
  return id.slice(-8)
}

interface BatchTableProps {
  readonly round: string
  readonly mayRun: boolean
}

/** Batches of cards with a code for each household; nothing where none was printed. */
export function BatchTable({ round, mayRun }: BatchTableProps) {
  const t = useText()
  const { language } = useLanguage()
  const { data, error } = useRead(listCardBatches, { params: { round } })
  const revoke = useAct(revokeCardBatch, refreshRound(round))
  const [gone, setGone] = useState<CardBatch | null>(null)
  if (error !== null) return <Refused error={error} />
  if (data === undefined || data.items.length === 0) return null
  const close = () => {
    setGone(null)
    revoke.reset()
  }
  const columns: TableColumnsType<CardBatch> = [
    { title: t(texts.place), dataIndex: 'place', ellipsis: true },
    { title: t(texts.cards), key: 'cards', width: 80, align: 'right', render: (_value, { cards }) => cards },
    {
      title: t(texts.batch),
      key: 'batch',
      width: 110,
      render: (_value, { id }) => <code className="desk-key">{batchName(id)}</code>,
    },
    {
      title: t(texts.made),
      key: 'made',
      width: 150,
      render: (_value, { madeOn, by }) => (
        <span className="number">
          {shortDay(madeOn, language)} {by}
        </span>
      ),
    },
    {
      title: t(texts.state),
      key: 'state',
      ellipsis: true,
      render: (_value, { revoked }) =>
        revoked === null ? t(texts.inUse) : t(texts.gone, { day: shortDay(revoked.on, language), reason: revoked.reason }),
    },
    {
      title: '',
      key: 'acts',
      width: 150,
      align: 'right',
      render: (_value, one) =>
        one.revoked !== null || !mayRun ? null : (
          <Button type="link" size="small" onClick={() => setGone(one)}>
            {t(texts.revoke)}
          </Button>
        ),
    },
  ]
  return (
    <Section title={t(texts.title)} hint={t(texts.hint)}>
      <Table size="small" rowKey="id" columns={columns} dataSource={[...data.items]} pagination={false} scroll={{ x: 760 }} />
      {gone === null ? null : (
        <ReasonDialog
          title={t(texts.revokeTitle, { place: gone.place, n: gone.cards })}
          act={t(texts.revoke)}
          note={t(texts.revokeWhat)}
          isDanger
          isBusy={revoke.isPending}
          error={revoke.error}
          onDone={(reason) => revoke.mutate({ params: { round, cardBatch: gone.id }, body: { reason } }, { onSuccess: close })}
          onClose={close}
        />
      )}
    </Section>
  )
}
