import { recordSideReview, type SurveyResults } from '@shengmian/contract'
import { useState } from 'react'
import { useText } from '../../lib/language.tsx'
import { newId } from '../../lib/new-id.ts'
import { useAct } from '../../lib/use-endpoint.ts'
import { Form, Input, InputNumber } from '../../ui/antd.ts'
import { FormDialog } from '../../ui/form-dialog.tsx'

const texts = {
  title: { zh: '{name}：组织与部门评价', en: '{name}: what the other two sides say' },
  save: { zh: '记录', en: 'Record' },
  organisation: { zh: '组织评价（%）', en: 'Organisation department (%)' },
  department: { zh: '部门评价（%）', en: 'Departments in charge (%)' },
  basis: { zh: '依据，如点评会记录', en: 'Basis, such as minutes' },
  need: { zh: '请填写', en: 'Fill this in' },
}

interface ReviewDialogProps {
  readonly questionnaire: string
  readonly village: SurveyResults['villages'][number]
  readonly onClose: () => void
}

/** The two sides that are not asked by questionnaire. */
export function ReviewDialog({ questionnaire, village: { unit }, onClose }: ReviewDialogProps) {
  const t = useText()
  const [id] = useState(newId)
  const [form] = Form.useForm<{ organisation: number; department: number; basis: string }>()
  const record = useAct(recordSideReview, (queries) => queries.invalidateQueries({ queryKey: ['readSurveyResults'] }))
  const rules = [{ required: true, message: t(texts.need) }]
  return (
    <FormDialog
      title={t(texts.title, { name: unit.name })}
      act={t(texts.save)}
      isBusy={record.isPending}
      form={form}
      error={record.error}
      onClose={onClose}
      onFinish={(filled) =>
        record.mutate({ params: { questionnaire }, body: { id, unit: unit.id, ...filled } }, { onSuccess: onClose })
      }
    >
      <Form.Item name="organisation" label={t(texts.organisation)} rules={rules}>
        <InputNumber min={0} max={100} precision={1} />
      </Form.Item>
      <Form.Item name="department" label={t(texts.department)} rules={rules}>
        <InputNumber min={0} max={100} precision={1} />
      </Form.Item>
      <Form.Item name="basis" label={t(texts.basis)} rules={rules}>
        <Input maxLength={200} />
      </Form.Item>
    </FormDialog>
  )
}
