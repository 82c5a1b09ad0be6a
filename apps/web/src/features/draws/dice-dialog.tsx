import { recordDice } from '@shengmian/contract'
import { useText } from '../../lib/language.tsx'
import { Form, Input } from '../../ui/antd.ts'
import { FormDialog } from '../../ui/form-dialog.tsx'
import { useStep } from './use-draw.ts'

const texts = {
  title: { zh: '记录当众掷出的骰子', en: 'Dice thrown in public' },
  what: {
    zh: '在任何一方公开密数之前掷。点数并入随机数，之后不能改。',
    en: 'Thrown before any party opens. The throws become part of the randomness and cannot be changed.',
  },
  rolls: { zh: '点数（10 次以上，依次写）', en: 'Throws in order, ten at least' },
  rollsWrong: { zh: '只能是 1 到 6，至少 10 次', en: '1 to 6 only, ten at least' },
  witness: { zh: '见证人', en: 'Witnesses' },
  witnessMissing: { zh: '请写见证人', en: 'Name the witnesses' },
  act: { zh: '记录', en: 'Record' },
}

interface Filled {
  readonly rolls: string
  readonly witness: string
}

export function DiceDialog({
  draw,
  stage,
  onClose,
}: {
  readonly draw: string
  readonly stage: 1 | 2
  readonly onClose: () => void
}) {
  const t = useText()
  const [form] = Form.useForm<Filled>()
  const record = useStep(recordDice)
  const send = ({ rolls, witness }: Filled): void =>
    record.mutate(
      { params: { draw }, body: { stage, rolls: rolls.replaceAll(/\s/g, ''), witness: witness.trim() } },
      { onSuccess: onClose },
    )
  return (
    <FormDialog
      title={t(texts.title)}
      act={t(texts.act)}
      form={form}
      isBusy={record.isPending}
      error={record.error}
      onFinish={send}
      onClose={onClose}
    >
      <p>{t(texts.what)}</p>
      <Form.Item
        name="rolls"
        label={t(texts.rolls)}
        rules={[{ required: true, pattern: /^\s*([1-6]\s*){10,}$/, message: t(texts.rollsWrong) }]}
      >
        <Input.TextArea rows={2} />
      </Form.Item>
      <Form.Item
        name="witness"
        label={t(texts.witness)}
        rules={[{ required: true, whitespace: true, message: t(texts.witnessMissing) }]}
      >
        <Input maxLength={200} />
      </Form.Item>
    </FormDialog>
  )
}
