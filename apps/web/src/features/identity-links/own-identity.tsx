import { endIdentityLink, listIdentityLinks, readIdentityProvider } from '@shengmian/contract'
import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { shortDay, shortInstant } from '../../lib/dates.ts'
import { useLanguage, useText } from '../../lib/language.tsx'
import { leave } from '../../lib/leave.ts'
import { useAct, useRead } from '../../lib/use-endpoint.ts'
import { Button } from '../../ui/antd.ts'
import { Sheet } from '../../ui/page.tsx'
import { ReasonDialog } from '../../ui/reason-dialog.tsx'
import { Refused } from '../../ui/refused.tsx'
import { useConfirmDeparture } from './departure.ts'
import { states } from './words.ts'
import './identity-links.css'

const texts = {
  none: {
    zh: '没有关联。需要时请安全管理员提出，再由您在这里确认；口令登录不受影响。',
    en: 'Not linked. The security administrator proposes it and you confirm it here; your passphrase works all the same.',
  },
  subject: { zh: '身份标识', en: 'Subject' },
  by: { zh: '{name} 提出于 {at}', en: 'proposed by {name}, {at}' },
  until: {
    zh: '请在 {day} 前确认：前往{name}登录一次，身份标识一致才会关联。',
    en: 'Confirm before {day}: sign in at {name} once; it is linked only if the subject is the same.',
  },
  since: { zh: '{at} 由本人确认', en: 'confirmed by yourself, {at}' },
  confirm: { zh: '前往{name}确认', en: 'Confirm at {name}' },
  end: { zh: '解除关联', en: 'End the link' },
  notMine: { zh: '不是我，退回', en: 'That is not me' },
  endNote: {
    zh: '解除后不能再用它登录，您的全部设备立即退出登录；口令仍可登录。',
    en: 'It signs you in no more, and you are signed out everywhere at once. Your passphrase still works.',
  },
}

/** The reader's own link with the identity provider: confirmed here, or ended. There only where the installation is joined to one. */
export function OwnIdentity() {
  const t = useText()
  const { language } = useLanguage()
  const queries = useQueryClient()
  const provider = useRead(readIdentityProvider, {})
  const links = useRead(listIdentityLinks, { query: { own: true, limit: 1 } })
  const departure = useConfirmDeparture()
  const end = useAct(endIdentityLink, async () => leave(queries))
  const [isEnding, setEnding] = useState(false)
  const name = provider.data?.name ?? null
  const [last] = links.data?.items ?? []
  const link = last === undefined || last.state === 'ended' || last.state === 'expired' ? null : last
  if (name === null) return null
  const endWord = t(link?.state === 'proposed' ? texts.notMine : texts.end)
  return (
    <Sheet label={name}>
      <div className="block-head">
        <h2>{name}</h2>
        {link === null ? null : (
          <span className={link.state === 'proposed' ? 'tag tag-warn' : 'tag'}>{t(states[link.state])}</span>
        )}
      </div>
      {links.error === null ? null : <Refused error={links.error} onRetry={() => void links.refetch()} />}
      {links.data !== undefined && link === null ? <p className="identity-note">{t(texts.none)}</p> : null}
      {link === null ? null : (
        <div className="identity-own">
          <span>
            {t(texts.subject)} <code>{link.subject}</code>
          </span>
          <span className="muted">
            {link.confirmedAt === null
              ? t(texts.by, { name: link.proposedBy ?? '—', at: shortInstant(link.proposedAt, language) })
              : t(texts.since, { at: shortInstant(link.confirmedAt, language) })}
          </span>
          {link.acts.includes('confirm') ? (
            <>
              <p>{t(texts.until, { day: shortDay(link.confirmBy, language), name })}</p>
              <Button type="primary" loading={departure.isPending} onClick={() => departure.mutate()}>
                {t(texts.confirm, { name })}
              </Button>
            </>
          ) : null}
          <Button size={link.state === 'proposed' ? 'middle' : 'small'} onClick={() => setEnding(true)}>
            {endWord}
          </Button>
          {departure.error === null ? null : <Refused error={departure.error} />}
        </div>
      )}
      {isEnding && link !== null ? (
        <ReasonDialog
          title={endWord}
          note={t(texts.endNote)}
          isDanger
          isBusy={end.isPending}
          error={end.error}
          onClose={() => setEnding(false)}
          onDone={(reason) => end.mutate({ params: { link: link.id }, body: { reason } })}
        />
      ) : null}
    </Sheet>
  )
}
