import { readBoard, replaceInDraw } from '@shengmian/contract'
import { useText } from '../../lib/language.tsx'
import { useRead } from '../../lib/use-endpoint.ts'
import { Form, Input, Select } from '../../ui/antd.ts'
import { FormDialog } from '../../ui/form-dialog.tsx'
import { useStep } from './use-draw.ts'

const texts = {
  title: { zh: '有人退出', en: 'Somebody withdraws' },
  what: {
    zh: '接替的方案由冻结时定下的规则和已公开的随机数决定，不由谁挑选。',
    en: 'Who takes over is settled by the rule that was frozen and the randomness that is public; nobody chooses.',
  },
  person: { zh: '退出的人', en: 'Who withdraws' },
  reason: { zh: '理由', en: 'Reason' },
  choose: { zh: '请选择', en: 'Choose' },
  missing: { zh: '未写理由，不能办理', en: 'Without a reason this is not done' },
  act: { zh: '办理退出', en: 'Withdraw' },
}

export function WithdrawDialog({
  draw,
  round,
  onClose,
}: {
  readonly draw: string
  readonly round: string
  readonly onClose: () => void
}) {
  const t = useText()
  const board = useRead(readBoard, { params: { round } })
  const [form] = Form.useForm<{ person: string; reason: string }>()
  const withdraw = useStep(replaceInDraw)
  const people = (board.data?.rows ?? []).flatMap((row) =>
    row.cells.flatMap((cell) =>
      cell.person === null ? [] : [{ value: cell.person.id, label: `${cell.person.name} ${row.name}` }],
    ),
  )
  const send = ({ person, reason }: { person: string; reason: string }): void =>
    withdraw.mutate({ params: { draw }, body: { person, reason: reason.trim() } }, { onSuccess: onClose })
  return (
    <FormDialog
      title={t(texts.title)}
      act={t(texts.act)}
      form={form}
      isBusy={withdraw.isPending}
      error={withdraw.error}
      onFinish={send}
      onClose={onClose}
    >
      <p>{t(texts.what)}</p>
      <Form.Item name="person" label={t(texts.person)} rules={[{ required: true, message: t(texts.choose) }]}>
        <Select showSearch={{ optionFilterProp: 'label' }} loading={board.isPending} options={people} />
      </Form.Item>
      <Form.Item
        name="reason"
        label={t(texts.reason)}
        rules={[{ required: true, min: 2, whitespace: true, message: t(texts.missing) }]}
      >
        <Input.TextArea rows={3} maxLength={1000} />
      </Form.Item>
    </FormDialog>
  )
}
