import { readSecondFactors, removeSecondFactor, renewRecoveryCodes } from '@shengmian/contract'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { call } from '../../lib/api.ts'
import { shortInstant } from '../../lib/dates.ts'
import { useLanguage, useText } from '../../lib/language.tsx'
import { canUsePasskeys } from '../../lib/passkeys.ts'
import { useRead } from '../../lib/use-endpoint.ts'
import { Button } from '../../ui/antd.ts'
import { Loading } from '../../ui/loading.tsx'
import { Sheet } from '../../ui/page.tsx'
import { Refused } from '../../ui/refused.tsx'
import { ConfirmDialog } from './confirm-dialog.tsx'
import { PasskeyDialog } from './passkey-dialog.tsx'
import { RecoveryCodes } from './recovery-codes.tsx'
import { texts } from './texts.ts'
import { TotpDialog } from './totp-dialog.tsx'
import './security.css'

type Doing =
  | { readonly what: 'totp' | 'passkey' | 'renew' | 'remove-totp' }
  | { readonly what: 'remove-passkey'; readonly passkey: string }

/** The ways of the second step, and their recovery codes. */
export function SecondFactors() {
  const t = useText()
  const { language } = useLanguage()
  const queries = useQueryClient()
  const factors = useRead(readSecondFactors, {})
  const [doing, setDoing] = useState<Doing | null>(null)
  const [codes, setCodes] = useState<readonly string[]>([])
  const refresh = () => queries.invalidateQueries({ queryKey: [readSecondFactors.id] })
  const finish = (shown: readonly string[]) => {
    setDoing(null)
    setCodes(shown)
    void refresh()
  }
  const renew = useMutation({
    mutationFn: (passphrase: string) => call(renewRecoveryCodes, { body: { passphrase } }),
    onSuccess: ({ recoveryCodes }) => finish(recoveryCodes),
  })
  const remove = useMutation({
    mutationFn: (wish: { passphrase: string; passkey: string | null }) => call(removeSecondFactor, { body: wish }),
    onSuccess: () => finish([]),
  })
  const close = () => {
    setDoing(null)
    renew.reset()
    remove.reset()
  }
  if (factors.error !== null) return <Refused error={factors.error} onRetry={() => void factors.refetch()} />
  if (factors.data === undefined) return <Loading what={t(texts.second)} rows={3} />
  const { hasTotp, passkeys, recoveryCodesLeft } = factors.data
  const hasAny = hasTotp || passkeys.length > 0
  return (
    <Sheet label={t(texts.second)}>
      <div className="block-head">
        <h2>{t(texts.second)}</h2>
        <span className={hasAny ? 'tag' : 'tag tag-warn'}>{t(hasAny ? texts.on : texts.off)}</span>
      </div>
      <dl className="ways">
        <dt>{t(texts.totp)}</dt>
        <dd>
          <span>{t(hasTotp ? texts.totpOn : texts.totpOff)}</span>
          <Button size="small" onClick={() => setDoing({ what: hasTotp ? 'remove-totp' : 'totp' })}>
            {t(hasTotp ? texts.stop : texts.setUp)}
          </Button>
        </dd>
        <dt>{t(texts.passkeys)}</dt>
        <dd>
          {passkeys.length === 0 ? <span>{t(texts.noPasskeys)}</span> : null}
          {passkeys.map((passkey) => (
            <div key={passkey.id} className="way">
              <span>{passkey.name}</span>
              <span className="muted">
                {passkey.usedAt === null ? t(texts.neverUsed) : t(texts.lastUsed, { at: shortInstant(passkey.usedAt, language) })}
              </span>
              <Button size="small" onClick={() => setDoing({ what: 'remove-passkey', passkey: passkey.id })}>
                {t(texts.remove)}
              </Button>
            </div>
          ))}
          <Button size="small" disabled={!canUsePasskeys()} onClick={() => setDoing({ what: 'passkey' })}>
            {t(texts.add)}
          </Button>
          {canUsePasskeys() ? null : <span className="muted">{t(texts.notHere)}</span>}
        </dd>
        <dt>{t(texts.recovery)}</dt>
        <dd>
          <span>{t(hasAny ? texts.left : texts.none, { n: recoveryCodesLeft })}</span>
          {hasAny ? (
            <Button size="small" onClick={() => setDoing({ what: 'renew' })}>
              {t(texts.renew)}
            </Button>
          ) : null}
        </dd>
      </dl>
      {doing?.what === 'totp' ? <TotpDialog onDone={finish} onClose={close} /> : null}
      {doing?.what === 'passkey' ? <PasskeyDialog onDone={finish} onClose={close} /> : null}
      {doing?.what === 'renew' ? (
        <ConfirmDialog
          title={t(texts.renew)}
          isBusy={renew.isPending}
          error={renew.error}
          onDone={(passphrase) => renew.mutate(passphrase)}
          onClose={close}
        />
      ) : null}
      {doing?.what === 'remove-totp' || doing?.what === 'remove-passkey' ? (
        <ConfirmDialog
          title={t(doing.what === 'remove-totp' ? texts.stop : texts.remove)}
          isBusy={remove.isPending}
          error={remove.error}
          onDone={(passphrase) => remove.mutate({ passphrase, passkey: doing.what === 'remove-passkey' ? doing.passkey : null })}
          onClose={close}
        />
      ) : null}
      {codes.length > 0 ? <RecoveryCodes codes={codes} onKept={() => setCodes([])} /> : null}
    </Sheet>
  )
}
