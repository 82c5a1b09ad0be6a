import { listCharges, listLiaisonMessages } from '@shengmian/contract'
import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import { MessageList } from '../features/liaison/message-list.tsx'
import { SendDialog } from '../features/liaison/send-dialog.tsx'
import { useSession } from '../features/session/api.ts'
import { useText } from '../lib/language.tsx'
import { useRead } from '../lib/use-endpoint.ts'
import { Button } from '../ui/antd.ts'
import { Empty } from '../ui/empty.tsx'
import { Loading } from '../ui/loading.tsx'
import { Page, Sheet } from '../ui/page.tsx'
import { Refused } from '../ui/refused.tsx'
import { useAuthority } from './use-authority.ts'

const texts = {
  title: { zh: '联络通知', en: 'Messages to liaisons' },
  send: { zh: '通知联络员', en: 'Message to liaisons' },
  none: { zh: '还没有发过通知', en: 'Nothing was sent' },
  why: {
    zh: '通知发给各地联络员，逐人签收；超过时限没有签收的显示红灯。',
    en: 'Each liaison acknowledges; who is late is shown in red.',
  },
  nobody: { zh: '名册上没有联络员', en: 'The roster names no liaison' },
  roster: { zh: '去责任名册指定', en: 'Name them on the roster' },
}
const MINUTE = 60_000

/** What the office told its liaisons, who acknowledged, and who is late. */
export function LiaisonMessagesPage() {
  const t = useText()
  const authority = useAuthority()
  const { data: session } = useSession()
  const asked = { query: { authority: authority?.code ?? '' } }
  const { data, error, refetch } = useRead(listLiaisonMessages, asked, { enabled: authority !== null, again: () => MINUTE })
  const roster = useRead(listCharges, asked, { enabled: authority !== null })
  const [isSending, setSending] = useState(false)
  const liaisons = (roster.data?.items ?? []).filter((one) => one.kind === 'liaison' && one.revokedAt === null)
  const isOffice = session?.roles.some((held) => held.role === 'office') ?? false
  const act =
    isOffice && liaisons.length > 0 ? (
      <Button type="primary" onClick={() => setSending(true)}>
        {t(texts.send)}
      </Button>
    ) : null
  return (
    <Page title={t(texts.title)} note={authority?.name ?? ''} acts={data?.items.length === 0 ? null : act}>
      {error === null ? null : <Refused error={error} onRetry={() => void refetch()} />}
      {data === undefined && error === null ? <Loading what={t(texts.title)} rows={4} /> : null}
      {data?.items.length === 0 ? (
        <Sheet label={t(texts.title)}>
          <Empty
            title={t(liaisons.length === 0 && roster.data !== undefined ? texts.nobody : texts.none)}
            act={liaisons.length === 0 && roster.data !== undefined ? <Link to="/charges">{t(texts.roster)}</Link> : act}
          >
            {t(texts.why)}
          </Empty>
        </Sheet>
      ) : null}
      {data === undefined ? null : <MessageList messages={data.items} />}
      {isSending && authority !== null ? (
        <SendDialog authority={authority.code} liaisons={liaisons} onClose={() => setSending(false)} />
      ) : null}
    </Page>
  )
}
