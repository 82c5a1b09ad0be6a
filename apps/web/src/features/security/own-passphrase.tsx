import { changePassphrase } from '@shengmian/contract'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { call } from '../../lib/api.ts'
import { useText } from '../../lib/language.tsx'
import { leave } from '../../lib/leave.ts'
import { Button, Form, Input, Modal } from '../../ui/antd.ts'
import { NewPassphraseFields } from '../../ui/new-passphrase-fields.tsx'
import { Sheet } from '../../ui/page.tsx'
import { Refused } from '../../ui/refused.tsx'
import './security.css'
import { texts } from './texts.ts'

interface Change {
  readonly present: string
  readonly next: string
}

/** The account's own passphrase: changed by its person alone, who then signs in anew everywhere. */
export function OwnPassphrase() {
  const t = useText()
  const queries = useQueryClient()
  const [form] = Form.useForm<Change>()
  const [isOpen, setOpen] = useState(false)
  const change = useMutation({
    mutationFn: ({ present, next }: Change) => call(changePassphrase, { body: { present, next } }),
    onSuccess: () => leave(queries),
  })
  return (
    <Sheet label={t(texts.passphrase)}>
      <div className="block-head">
        <h2>{t(texts.passphrase)}</h2>
        <span className="spring" />
        <Button size="small" onClick={() => setOpen(true)}>
          {t(texts.change)}
        </Button>
      </div>
      <p className="muted own-passphrase">{t(texts.changeWhen)}</p>
      <Modal
        title={t(texts.change)}
        open={isOpen}
        okText={t(texts.change)}
        confirmLoading={change.isPending}
        onOk={() => form.submit()}
        onCancel={() => setOpen(false)}
        destroyOnHidden
      >
        <Form form={form} layout="vertical" requiredMark={false} preserve={false} onFinish={(wish) => change.mutate(wish)}>
          <Form.Item name="present" label={t(texts.present)} rules={[{ required: true, message: t(texts.needPresent) }]}>
            <Input.Password autoComplete="current-password" />
          </Form.Item>
          <NewPassphraseFields />
        </Form>
        {change.error === null ? null : <Refused error={change.error} isOfOneField />}
      </Modal>
    </Sheet>
  )
}
