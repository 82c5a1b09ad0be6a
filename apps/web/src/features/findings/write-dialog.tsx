import { writeFinding } from '@shengmian/contract'
import { useState } from 'react'
import { useText } from '../../lib/language.tsx'
import { newId } from '../../lib/new-id.ts'
import { useAct } from '../../lib/use-endpoint.ts'
import { Form, Input, Select } from '../../ui/antd.ts'
import { FormDialog } from '../../ui/form-dialog.tsx'

const texts = {
  title: { zh: '记录问题', en: 'Write a finding' },
  unit: { zh: '被巡察党组织', en: 'Unit' },
  what: { zh: '问题（一事一条，写事实）', en: 'What is wrong (one matter, the facts)' },
  act: { zh: '记录', en: 'Write' },
  need: { zh: '请填写', en: 'Fill this in' },
}

interface WriteDialogProps {
  readonly round: string
  readonly targets: readonly { readonly id: string; readonly name: string }[]
  readonly onClose: () => void
}

/** One matter at one of the targets that the writer is ordered to. */
export function WriteDialog({ round, targets, onClose }: WriteDialogProps) {
  const t = useText()
  const [id] = useState(newId)
  const [form] = Form.useForm<{ unit: string; title: string }>()
  const [only] = targets
  const write = useAct(writeFinding, (queries) => queries.invalidateQueries({ queryKey: ['listFindings'] }))
  return (
    <FormDialog
      title={t(texts.title)}
      act={t(texts.act)}
      isBusy={write.isPending}
      form={form}
      error={write.error}
      onClose={onClose}
      initialValues={only === undefined || targets.length > 1 ? {} : { unit: only.id }}
      onFinish={({ unit, title }) =>
        write.mutate({ params: { round, unit }, body: { id, title: title.trim() } }, { onSuccess: onClose })
      }
    >
      <Form.Item name="unit" label={t(texts.unit)} rules={[{ required: true, message: t(texts.need) }]}>
        <Select showSearch optionFilterProp="label" options={targets.map((one) => ({ value: one.id, label: one.name }))} />
      </Form.Item>
      <Form.Item
        name="title"
        label={t(texts.what)}
        rules={[{ required: true, whitespace: true, min: 2, message: t(texts.need) }]}
      >
        <Input.TextArea rows={2} maxLength={200} showCount />
      </Form.Item>
    </FormDialog>
  )
}
