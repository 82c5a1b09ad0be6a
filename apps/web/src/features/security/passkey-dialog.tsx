import { addPasskey, offerPasskey, type BodyOf } from '@shengmian/contract'
import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { call, RefusedError } from '../../lib/api.ts'
import { useText } from '../../lib/language.tsx'
import { makePasskey } from '../../lib/passkeys.ts'
import { Form, Input } from '../../ui/antd.ts'
import { ConfirmDialog } from './confirm-dialog.tsx'

const texts = {
  add: { zh: '添加通行密钥', en: 'Add a passkey' },
  name: { zh: '叫什么', en: 'Its name' },
  hint: { zh: '如“办公室电脑”“U 盾 2 号”，丢失时好认', en: 'Like “office computer”, to tell it when it is lost' },
  failed: { zh: '浏览器没有做成通行密钥，可以重试', en: 'The browser made no passkey; try again' },
}

/** Asks the browser for a passkey and makes it known. */
export function PasskeyDialog({
  onDone,
  onClose,
}: {
  readonly onDone: (recoveryCodes: readonly string[]) => void
  readonly onClose: () => void
}) {
  const t = useText()
  const [name, setName] = useState('')
  const add = useMutation({
    mutationFn: async (passphrase: string) => {
      const offer = await call(offerPasskey, { body: { passphrase } })
      const answer = { ...(await makePasskey(offer)) } as unknown as BodyOf<typeof addPasskey>['answer']
      return call(addPasskey, { body: { name: name.trim() === '' ? '通行密钥' : name.trim(), answer } })
    },
    onSuccess: ({ recoveryCodes }) => onDone(recoveryCodes),
  })
  const isBrowsers = add.error !== null && !(add.error instanceof RefusedError)
  return (
    <ConfirmDialog
      title={t(texts.add)}
      isBusy={add.isPending}
      error={isBrowsers ? null : add.error}
      onDone={(passphrase) => add.mutate(passphrase)}
      onClose={onClose}
    >
      <Form.Item label={t(texts.name)} htmlFor="passkey-name" extra={t(texts.hint)}>
        <Input id="passkey-name" maxLength={60} value={name} onChange={(event) => setName(event.target.value)} />
      </Form.Item>
      {isBrowsers ? <p role="alert">{t(texts.failed)}</p> : null}
    </ConfirmDialog>
  )
}
