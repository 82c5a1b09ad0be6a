import { listErasures, proposeErasure } from '@shengmian/contract'
import { useState } from 'react'
import { useText } from '../../lib/language.tsx'
import { newId } from '../../lib/new-id.ts'
import { useAct } from '../../lib/use-endpoint.ts'
import { Form, Input, Select } from '../../ui/antd.ts'
import { FormDialog } from '../../ui/form-dialog.tsx'
import { tables } from './texts.ts'

const texts = {
  title: { zh: '提出依法销毁', en: 'Propose an erasure by law' },
  what: {
    zh: '须另外两人批准。批准后内容不可恢复；日志保留销毁依据和两名批准人。被其他记录引用的、已发出的文书不能销毁。',
    en: 'Two others must approve. The content is then gone for good; the log keeps the basis and who approved. What others refer to, and issued documents, cannot be erased.',
  },
  kind: { zh: '记录种类', en: 'Kind of record' },
  key: { zh: '编号', en: 'Key' },
  basis: { zh: '法律依据与事由', en: 'Basis in law, and why' },
  missing: { zh: '必填', en: 'required' },
  act: { zh: '提出', en: 'Propose' },
}

interface Filled {
  readonly table: string
  readonly record: string
  readonly basis: string
}

export function ProposeErasureDialog({ onClose }: { readonly onClose: () => void }) {
  const t = useText()
  const [form] = Form.useForm<Filled>()
  const [id] = useState(newId)
  const propose = useAct(proposeErasure, (queries) => queries.invalidateQueries({ queryKey: [listErasures.id] }))
  const need = [{ required: true, message: t(texts.missing) }]
  const options = Object.entries(tables)
    .filter(([table]) => !table.startsWith('access.') && !table.startsWith('documents.'))
    .map(([value, text]) => ({ value, label: t(text) }))
  return (
    <FormDialog
      title={t(texts.title)}
      act={t(texts.act)}
      form={form}
      isBusy={propose.isPending}
      error={propose.error}
      onFinish={(filled) => propose.mutate({ body: { id, ...filled } }, { onSuccess: onClose })}
      onClose={onClose}
    >
      <p>{t(texts.what)}</p>
      <Form.Item name="table" label={t(texts.kind)} rules={need}>
        <Select options={options} />
      </Form.Item>
      <Form.Item name="record" label={t(texts.key)} rules={need}>
        <Input />
      </Form.Item>
      <Form.Item name="basis" label={t(texts.basis)} rules={need}>
        <Input.TextArea rows={3} />
      </Form.Item>
    </FormDialog>
  )
}
