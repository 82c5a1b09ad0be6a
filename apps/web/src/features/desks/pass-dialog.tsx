import { passRehearsal } from '@shengmian/contract'
import { useText } from '../../lib/language.tsx'
import { refreshRound, useAct } from '../../lib/use-endpoint.ts'
import { Checkbox, Form, Input } from '../../ui/antd.ts'
import { FormDialog } from '../../ui/form-dialog.tsx'

const texts = {
  title: { zh: '登记演练结果', en: 'Log the rehearsal' },
  act: { zh: '登记', en: 'Log' },
  word: { zh: '读出的暗语', en: 'The word' },
  shares: { zh: '到场的份号（三份以上）', en: 'Shares that were joined (three or more)' },
  witnesses: { zh: '到场的人', en: 'Who was there' },
  need: { zh: '请填写', en: 'Fill this in' },
}

interface Filled {
  readonly word: string
  readonly shares: number[]
  readonly witnesses: string
}

interface PassDialogProps {
  readonly round: string
  readonly rehearsal: string
  readonly onClose: () => void
}

/** The word proves that the key was joined; the rest says by whom. */
export function PassDialog({ round, rehearsal, onClose }: PassDialogProps) {
  const t = useText()
  const [form] = Form.useForm<Filled>()
  const pass = useAct(passRehearsal, refreshRound(round))
  return (
    <FormDialog
      title={t(texts.title)}
      act={t(texts.act)}
      isBusy={pass.isPending}
      form={form}
      error={pass.error}
      onClose={onClose}
      onFinish={(body) => pass.mutate({ params: { round, rehearsal }, body }, { onSuccess: onClose })}
    >
      <Form.Item name="word" label={t(texts.word)} rules={[{ required: true, message: t(texts.need) }]}>
        <Input maxLength={40} autoComplete="off" className="desk-key" />
      </Form.Item>
      <Form.Item
        name="shares"
        label={t(texts.shares)}
        rules={[{ required: true, type: 'array', min: 3, message: t(texts.need) }]}
      >
        <Checkbox.Group options={[1, 2, 3, 4, 5].map((value) => ({ value, label: String(value) }))} />
      </Form.Item>
      <Form.Item name="witnesses" label={t(texts.witnesses)} rules={[{ required: true, min: 2, message: t(texts.need) }]}>
        <Input maxLength={400} />
      </Form.Item>
    </FormDialog>
  )
}
