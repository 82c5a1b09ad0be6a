import { createAccount, type Account } from '@shengmian/contract'
import { useState } from 'react'
import { useText } from '../../lib/language.tsx'
import { newId } from '../../lib/new-id.ts'
import { useAct } from '../../lib/use-endpoint.ts'
import { Form, Input } from '../../ui/antd.ts'
import { FormDialog } from '../../ui/form-dialog.tsx'
import { PersonField } from '../../ui/person-field.tsx'
import { PlacePicker } from '../../ui/place-picker.tsx'
import { refreshAccounts } from './api.ts'
import { newPassphrase } from './new-passphrase.ts'
import { PassphraseField } from './passphrase-field.tsx'
import { texts } from './texts.ts'

interface Filled {
  readonly name: string
  readonly signInName: string
  readonly authority: string
  readonly person?: string | null
  readonly passphrase: string
}

interface MakeDialogProps {
  /** The place of the reader's own body; `null` where that is the whole country. */
  readonly authority: string | null
  /** Administrators read no talent pool: they are not asked for its person. */
  readonly readsPool: boolean
  readonly onMade: (account: Account, passphrase: string) => void
  readonly onClose: () => void
}

/** Makes an account without any role. */
export function MakeDialog({ authority, readsPool, onMade, onClose }: MakeDialogProps) {
  const t = useText()
  const [id] = useState(newId)
  const [first] = useState(newPassphrase)
  const [form] = Form.useForm<Filled>()
  const place = Form.useWatch('authority', form)
  const make = useAct(createAccount, refreshAccounts)
  const need = [{ required: true, whitespace: true, message: t(texts.need) }]
  const finish = ({ name, signInName, authority: kept, person, passphrase }: Filled) =>
    make.mutate(
      { body: { id, name: name.trim(), signInName: signInName.trim(), authority: kept, person: person ?? null, passphrase } },
      { onSuccess: (account) => onMade(account, passphrase) },
    )
  return (
    <FormDialog<Filled>
      title={t(texts.make)}
      act={t(texts.make)}
      form={form}
      initialValues={{ passphrase: first, ...(authority === null ? {} : { authority }) }}
      isBusy={make.isPending}
      error={make.error}
      onFinish={finish}
      onClose={onClose}
    >
      <Form.Item name="name" label={t(texts.name)} rules={need}>
        <Input maxLength={120} autoComplete="off" />
      </Form.Item>
      <Form.Item
        name="signInName"
        label={t(texts.account)}
        rules={[{ required: true, pattern: /^\s*[a-z0-9][a-z0-9_.-]{2,29}\s*$/, message: t(texts.accountRule) }]}
      >
        <Input maxLength={30} autoComplete="off" spellCheck={false} placeholder={t(texts.accountRule)} />
      </Form.Item>
      <Form.Item name="authority" label={t(texts.keptBy)} rules={need}>
        <PlacePicker
          allowClear={false}
          offersNation={authority === null}
          {...(authority === null ? {} : { within: authority })}
        />
      </Form.Item>
      {readsPool && place !== undefined ? (
        <Form.Item name="person" label={t(texts.person)}>
          <PersonField authority={place} />
        </Form.Item>
      ) : null}
      <Form.Item name="passphrase" label={t(texts.first)} extra={t(texts.passphraseRule)} rules={need}>
        <PassphraseField />
      </Form.Item>
    </FormDialog>
  )
}
