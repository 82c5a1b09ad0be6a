import { listPosters, readDeskOfRound, revokePoster, type Poster } from '@shengmian/contract'
import { useState } from 'react'
import { useText } from '../../../lib/language.tsx'
import { refreshRound, useAct, useRead } from '../../../lib/use-endpoint.ts'
import { Button, Form, Input, Modal } from '../../../ui/antd.ts'
import { Empty } from '../../../ui/empty.tsx'
import { Loading } from '../../../ui/loading.tsx'
import { Page, Sheet } from '../../../ui/page.tsx'
import { Refused } from '../../../ui/refused.tsx'
import { BatchTable } from '../cards/batch-table.tsx'
import { DeskLinks, PrintLink } from '../desk-links.tsx'
import { media, MEDIA } from '../words.ts'
import { MakeDialog } from './make-dialog.tsx'
import { PosterTable } from './poster-table.tsx'
import '../desks.css'

const texts = {
  title: { zh: '海报与卡片', en: 'Posters and cards' },
  counts: { zh: '在用{n}个码，停用{gone}个', en: '{n} codes in use, {gone} closed' },
  make: { zh: '生成码', en: 'Make codes' },
  none: { zh: '还没有印制品', en: 'Nothing is printed yet' },
  why: {
    zh: '每处每样一个码：某张海报被撕、被换，只停它一个。扫了哪个码只密封在反映里，服务器不知道；按码的件数由巡察组在自己电脑上数。',
    en: 'A code for each place and medium, so that one can be closed alone. Which was scanned travels sealed; only the team counts, on its own machine.',
  },
  print: { zh: '打印{medium}', en: 'Print: {medium}' },
  revoke: { zh: '停用', en: 'Close' },
  revokeTitle: { zh: '停用{place}的{medium}', en: 'Close {medium} of {place}' },
  revokeWhat: {
    zh: '停用后，扫这个码只看到“已停用”，别的码照常。不能恢复，只能另做新码。',
    en: 'Who scans it sees that it is closed; all others work. It cannot be undone; make a new one.',
  },
  reason: { zh: '理由', en: 'Reason' },
  need: { zh: '未写理由，不能停用', en: 'Without a reason it stays' },
}

/** Every printed code of a desk: made, printed, closed. */
export function PosterView({ round }: { readonly round: string }) {
  const t = useText()
  const { data, error, refetch } = useRead(listPosters, { params: { round } })
  const { data: desk } = useRead(readDeskOfRound, { params: { round } })
  const [isMaking, setMaking] = useState(false)
  const [gone, setGone] = useState<Poster | null>(null)
  if (error !== null) return <Refused error={error} onRetry={() => void refetch()} />
  if (data === undefined) return <Loading what={t(texts.title)} rows={5} />
  const inUse = data.items.filter(({ revoked }) => revoked === null)
  const mayRun = desk?.mayRun === true
  const prints = MEDIA.filter((medium) => medium !== 'group' && inUse.some((one) => one.medium === medium))
  const make = mayRun ? (
    <Button type="primary" onClick={() => setMaking(true)}>
      {t(texts.make)}
    </Button>
  ) : null
  return (
    <Page
      title={t(texts.title)}
      note={data.items.length === 0 ? '' : t(texts.counts, { n: inUse.length, gone: data.items.length - inUse.length })}
      acts={
        <>
          <DeskLinks round={round} here="posters" />
          {prints.map((medium) => (
            <PrintLink key={medium} round={round} medium={medium} label={t(texts.print, { medium: t(media[medium]) })} />
          ))}
          {make}
        </>
      }
    >
      <Sheet label={t(texts.title)}>
        {data.items.length === 0 ? (
          <Empty title={t(texts.none)}>{t(texts.why)}</Empty>
        ) : (
          <PosterTable posters={data.items} site={desk?.desk ?? null} round={round} onRevoke={mayRun ? setGone : null} />
        )}
      </Sheet>
      <div className="gap" />
      <BatchTable round={round} mayRun={mayRun} />
      {isMaking ? <MakeDialog round={round} places={data.places} onClose={() => setMaking(false)} /> : null}
      {gone === null ? null : <RevokeDialog round={round} poster={gone} onClose={() => setGone(null)} />}
    </Page>
  )
}

function RevokeDialog({
  round,
  poster,
  onClose,
}: {
  readonly round: string
  readonly poster: Poster
  readonly onClose: () => void
}) {
  const t = useText()
  const [form] = Form.useForm<{ readonly reason: string }>()
  const revoke = useAct(revokePoster, refreshRound(round))
  return (
    <Modal
      open
      title={t(texts.revokeTitle, { place: poster.place, medium: t(media[poster.medium]) })}
      okText={t(texts.revoke)}
      okButtonProps={{ danger: true }}
      confirmLoading={revoke.isPending}
      onOk={() => form.submit()}
      onCancel={onClose}
    >
      <p>{t(texts.revokeWhat)}</p>
      <Form
        form={form}
        layout="vertical"
        requiredMark={false}
        onFinish={({ reason }) =>
          revoke.mutate({ params: { round, poster: poster.code }, body: { reason: reason.trim() } }, { onSuccess: onClose })
        }
      >
        <Form.Item
          name="reason"
          label={t(texts.reason)}
          rules={[{ required: true, min: 2, whitespace: true, message: t(texts.need) }]}
        >
          <Input.TextArea rows={2} maxLength={1000} />
        </Form.Item>
      </Form>
      {revoke.error === null ? null : <Refused error={revoke.error} />}
    </Modal>
  )
}
