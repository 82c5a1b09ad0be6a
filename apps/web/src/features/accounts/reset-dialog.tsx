import { resetPassphrase, type Account } from '@shengmian/contract'
import { useState } from 'react'
import { useText } from '../../lib/language.tsx'
import { newId } from '../../lib/new-id.ts'
import { useAct } from '../../lib/use-endpoint.ts'
import { Form } from '../../ui/antd.ts'
import { FormDialog } from '../../ui/form-dialog.tsx'
import { refreshAccounts } from './api.ts'
import { newPassphrase } from './new-passphrase.ts'
import { PassphraseField } from './passphrase-field.tsx'
import { texts } from './texts.ts'

interface ResetDialogProps {
  readonly account: Account
  readonly onAsked: (passphrase: string) => void
  readonly onClose: () => void
}

/** Asks for a new passphrase of somebody else; the old one stays until another approves. */
export function ResetDialog({ account, onAsked, onClose }: ResetDialogProps) {
  const t = useText()
  const [id] = useState(newId)
  const [first] = useState(newPassphrase)
  const [form] = Form.useForm<{ readonly passphrase: string }>()
  const reset = useAct(resetPassphrase, refreshAccounts)
  return (
    <FormDialog
      title={t(texts.reset)}
      act={t(texts.propose)}
      form={form}
      initialValues={{ passphrase: first }}
      isBusy={reset.isPending}
      error={reset.error}
      onFinish={({ passphrase }) =>
        reset.mutate({ params: { account: account.id }, body: { id, passphrase } }, { onSuccess: () => onAsked(passphrase) })
      }
      onClose={onClose}
    >
      <p className="muted">{t(texts.giveNote, { name: account.name, account: account.signInName })}</p>
      <Form.Item
        name="passphrase"
        label={t(texts.next)}
        extra={t(texts.passphraseRule)}
        rules={[{ required: true, message: t(texts.need) }]}
      >
        <PassphraseField />
      </Form.Item>
    </FormDialog>
  )
}
