import { nameCharge, type ChargeKind } from '@shengmian/contract'
import { useState } from 'react'
import { useText } from '../../lib/language.tsx'
import { newId } from '../../lib/new-id.ts'
import { useAct } from '../../lib/use-endpoint.ts'
import { Form, Input, Select } from '../../ui/antd.ts'
import { FormDialog } from '../../ui/form-dialog.tsx'
import { PlacePicker } from '../../ui/place-picker.tsx'
import { chargeKinds } from '../../lib/charge-kinds.ts'

const texts = {
  title: { zh: '指定责任人', en: 'Name who answers' },
  act: { zh: '指定', en: 'Name' },
  kind: { zh: '职责', en: 'Capacity' },
  place: { zh: '负责的地方', en: 'Place answered for' },
  name: { zh: '姓名', en: 'Name' },
  body: { zh: '监督机构，如：市纪委监委第三监督检查室', en: 'Body that supervises' },
  post: { zh: '职务', en: 'Post' },
  phone: { zh: '电话', en: 'Phone' },
  account: { zh: '登录名（组长审批、联络员签收须有）', en: 'Sign-in name (a leader who signs and a liaison need one)' },
  need: { zh: '请填写', en: 'Fill this in' },
  phoneForm: { zh: '电话只有数字、空格、括号和连字符', en: 'Digits, spaces, brackets and hyphens only' },
}
/** These are of the body itself; the others are of a place below it. */
const OF_THE_BODY: readonly ChargeKind[] = ['group-leader', 'group-deputy', 'group-member']

interface Filled {
  readonly kind: ChargeKind
  readonly place?: string
  readonly name: string
  readonly title?: string
  readonly phone?: string
  readonly signInName?: string
}

/** Names who answers for a place in one capacity. */
export function ChargeDialog({ authority, onClose }: { readonly authority: string; readonly onClose: () => void }) {
  const t = useText()
  const [id] = useState(newId)
  const [form] = Form.useForm<Filled>()
  const kind = Form.useWatch('kind', form) ?? 'liaison'
  const name = useAct(nameCharge, (queries) =>
    queries.invalidateQueries({ predicate: ({ queryKey: [read] }) => read === 'listCharges' || read === 'session' }),
  )
  const need = [{ required: true, whitespace: true, message: t(texts.need) }]
  const finish = (filled: Filled) => {
    const kept = (['title', 'phone', 'signInName'] as const).flatMap((field) => {
      const text = filled[field]?.trim() ?? ''
      return text === '' ? [] : [[field, text] as const]
    })
    const place = OF_THE_BODY.includes(filled.kind) ? authority : (filled.place ?? authority)
    name.mutate(
      { body: { id, authority, kind: filled.kind, place, name: filled.name.trim(), ...Object.fromEntries(kept) } },
      { onSuccess: onClose },
    )
  }
  return (
    <FormDialog
      title={t(texts.title)}
      act={t(texts.act)}
      isBusy={name.isPending}
      form={form}
      error={name.error}
      onClose={onClose}
      initialValues={{ kind: 'liaison' }}
      onFinish={finish}
    >
      <Form.Item name="kind" label={t(texts.kind)}>
        <Select options={(Object.keys(chargeKinds) as ChargeKind[]).map((value) => ({ value, label: t(chargeKinds[value]) }))} />
      </Form.Item>
      {OF_THE_BODY.includes(kind) ? null : (
        <Form.Item name="place" label={t(texts.place)} rules={[{ required: true, message: t(texts.need) }]}>
          <PlacePicker within={authority} label={t(texts.place)} />
        </Form.Item>
      )}
      <Form.Item name="name" label={t(kind === 'daily-supervisor' ? texts.body : texts.name)} rules={need}>
        <Input maxLength={120} />
      </Form.Item>
      <Form.Item name="title" label={t(texts.post)}>
        <Input maxLength={120} />
      </Form.Item>
      <Form.Item
        name="phone"
        label={t(texts.phone)}
        rules={[{ pattern: /^\s*([0-9+() -]{3,30})?\s*$/, message: t(texts.phoneForm) }]}
      >
        <Input maxLength={30} inputMode="tel" />
      </Form.Item>
      <Form.Item name="signInName" label={t(texts.account)}>
        <Input maxLength={30} autoComplete="off" />
      </Form.Item>
    </FormDialog>
  )
}
