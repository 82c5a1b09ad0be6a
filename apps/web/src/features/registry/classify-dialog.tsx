import type { Dossier } from '@shengmian/contract'
import { isoDay } from '../../lib/dates.ts'
import { useText } from '../../lib/language.tsx'
import { Form, Input, Radio } from '../../ui/antd.ts'
import { FormDialog } from '../../ui/form-dialog.tsx'
import { useClassify } from './api.ts'
import { unitClasses } from './texts.ts'

const texts = {
  title: { zh: '重新分类', en: 'Classify' },
  class: { zh: '类别', en: 'Class' },
  reason: { zh: '理由', en: 'Reason' },
  reasonMissing: { zh: '未写理由，不能保存分类', en: 'Without a reason the class cannot be saved' },
  reviewer: { zh: '审核人', en: 'Reviewer' },
  reviewerMissing: { zh: '分类须有具名审核人', en: 'A class needs a named reviewer' },
  kept: { zh: '以前的分类连同理由保留在历史里。', en: 'Earlier classes stay in the history with their reasons.' },
  save: { zh: '保存分类', en: 'Save the class' },
}

type ClassName = keyof typeof unitClasses

/** A class never changes without reason, day and reviewer. */
export function ClassifyDialog({ dossier, onClose }: { readonly dossier: Dossier; readonly onClose: () => void }) {
  const t = useText()
  const [form] = Form.useForm<{ class: ClassName; reason: string; reviewer: string }>()
  const classify = useClassify(dossier.unit.id)
  return (
    <FormDialog
      title={`${dossier.unit.name} ${t(texts.title)}`}
      act={t(texts.save)}
      form={form}
      initialValues={{ class: dossier.unit.class ?? 'ordinary' }}
      isBusy={classify.isPending}
      error={classify.error}
      onFinish={(values) => classify.mutate({ ...values, day: isoDay(new Date()) }, { onSuccess: onClose })}
      onClose={onClose}
    >
      <Form.Item name="class" label={t(texts.class)}>
        <Radio.Group options={Object.entries(unitClasses).map(([value, text]) => ({ value, label: t(text) }))} />
      </Form.Item>
      <Form.Item name="reason" label={t(texts.reason)} rules={[{ required: true, min: 2, message: t(texts.reasonMissing) }]}>
        <Input.TextArea rows={3} maxLength={1000} autoFocus />
      </Form.Item>
      <Form.Item name="reviewer" label={t(texts.reviewer)} rules={[{ required: true, message: t(texts.reviewerMissing) }]}>
        <Input maxLength={100} />
      </Form.Item>
      <p className="muted">{t(texts.kept)}</p>
    </FormDialog>
  )
}
