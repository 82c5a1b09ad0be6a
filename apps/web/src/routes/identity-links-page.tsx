import { endIdentityLink, listIdentityLinks, readIdentityProvider, type IdentityLink } from '@shengmian/contract'
import { useState } from 'react'
import { LinkTable } from '../features/identity-links/link-table.tsx'
import { ProposeDialog } from '../features/identity-links/propose-dialog.tsx'
import { useHasRole } from '../features/session/api.ts'
import { useText } from '../lib/language.tsx'
import { useAct, useRead } from '../lib/use-endpoint.ts'
import { Button } from '../ui/antd.ts'
import { Empty } from '../ui/empty.tsx'
import { Loading } from '../ui/loading.tsx'
import { Page, Sheet } from '../ui/page.tsx'
import { ReasonDialog } from '../ui/reason-dialog.tsx'
import { Refused } from '../ui/refused.tsx'

const texts = {
  title: { zh: '统一身份关联', en: 'Linked identities' },
  note: { zh: '{name}：已关联 {linked}，待本人确认 {waiting}', en: '{name}: {linked} linked, {waiting} wait for their person' },
  propose: { zh: '提出关联', en: 'Propose a link' },
  none: { zh: '没有关联', en: 'Nobody is linked' },
  why: {
    zh: '安全管理员提出账号与身份标识的对应，本人在“账号安全”登录一次统一身份认证来确认；缺一不可，口令登录不受影响。',
    en: 'The security administrator says which account is which subject, and its person confirms it under Account security by signing in there once. Neither does it alone; passphrases work all the same.',
  },
  off: { zh: '没有配置统一身份认证', en: 'No identity provider is configured' },
  offWhy: {
    zh: '由系统管理员在服务器上设置 SHENGMIAN_OIDC_ISSUER 等三项后启用，见《运维手册》。',
    en: 'The system administrator sets SHENGMIAN_OIDC_ISSUER and two more on the server; see the operator guide.',
  },
  end: { zh: '解除关联', en: 'End the link' },
  endWhat: {
    zh: '{name}（{account}）不能再用统一身份登录，全部设备立即退出登录；口令仍可登录。',
    en: '{name} ({account}) is not signed in by it any more and is signed out everywhere at once. The passphrase still works.',
  },
}

/** Which accounts are linked with the province's identity provider: proposed here, confirmed by their people. */
export function IdentityLinksPage() {
  const t = useText()
  const mayPropose = useHasRole('security-admin')
  const provider = useRead(readIdentityProvider, {})
  const { data, error, refetch } = useRead(listIdentityLinks, { query: { limit: 200 } })
  const end = useAct(endIdentityLink, (queries) => queries.invalidateQueries({ queryKey: [listIdentityLinks.id] }))
  const [isProposing, setProposing] = useState(false)
  const [ending, setEnding] = useState<IdentityLink | null>(null)
  const name = provider.data?.name ?? null
  const count = (state: IdentityLink['state']) => data?.items.filter((link) => link.state === state).length ?? 0
  const isOff = provider.data !== undefined && name === null
  const act =
    name !== null && mayPropose ? (
      <Button type="primary" onClick={() => setProposing(true)}>
        {t(texts.propose)}
      </Button>
    ) : null
  const isEmpty = data?.items.length === 0
  return (
    <Page
      title={t(texts.title)}
      note={name === null ? '' : t(texts.note, { name, linked: count('linked'), waiting: count('proposed') })}
      acts={isEmpty ? null : act}
    >
      {error === null ? null : <Refused error={error} onRetry={() => void refetch()} />}
      <Sheet label={t(texts.title)}>
        {data === undefined && error === null ? <Loading what={t(texts.title)} rows={4} /> : null}
        {isOff ? <Empty title={t(texts.off)}>{t(texts.offWhy)}</Empty> : null}
        {!isOff && isEmpty ? (
          <Empty title={t(texts.none)} act={act}>
            {t(texts.why)}
          </Empty>
        ) : null}
        {data === undefined || isEmpty ? null : <LinkTable links={data.items} onEnd={setEnding} />}
      </Sheet>
      {isProposing && name !== null ? <ProposeDialog provider={name} onClose={() => setProposing(false)} /> : null}
      {ending === null ? null : (
        <ReasonDialog
          title={t(texts.end)}
          note={t(texts.endWhat, { name: ending.account.name, account: ending.account.signInName })}
          isDanger
          isBusy={end.isPending}
          error={end.error}
          onClose={() => setEnding(null)}
          onDone={(reason) => end.mutate({ params: { link: ending.id }, body: { reason } }, { onSuccess: () => setEnding(null) })}
        />
      )}
    </Page>
  )
}
