import { recordRecusal } from '@shengmian/contract'
import { useText } from '../../lib/language.tsx'
import { newId } from '../../lib/new-id.ts'
import { useAct } from '../../lib/use-endpoint.ts'
import { Form, Input } from '../../ui/antd.ts'
import { FormDialog } from '../../ui/form-dialog.tsx'
import { PlacePicker } from '../../ui/place-picker.tsx'

const texts = {
  title: { zh: '登记回避', en: 'Record a recusal' },
  what: {
    zh: '登记后立即生效：该地及其所辖各级的档案、干部和巡察对象一律关闭，已下达的派遣令也不例外。解除须由管理本人档案的巡察办办理。',
    en: 'It holds at once: dossiers, officials and targets in this place and below are closed, orders notwithstanding. Only the office that keeps the person lifts it.',
  },
  place: { zh: '回避的地方', en: 'Place' },
  basis: { zh: '事由', en: 'Basis' },
  example: { zh: '如：配偶的父母住在该村', en: 'e.g. the parents-in-law live in this village' },
  choose: { zh: '请填写', en: 'Fill this in' },
}

interface Filled {
  readonly place: string
  readonly basis: string
}

/** Closes a place to a person. */
export function RecordDialog({ person, onClose }: { readonly person: string; readonly onClose: () => void }) {
  const t = useText()
  const [form] = Form.useForm<Filled>()
  const record = useAct(recordRecusal, (queries) => queries.invalidateQueries({ queryKey: ['listRecusals'] }))
  return (
    <FormDialog
      title={t(texts.title)}
      act={t(texts.title)}
      form={form}
      isBusy={record.isPending}
      error={record.error}
      onFinish={({ place, basis }) =>
        record.mutate({ body: { id: newId(), person, place, basis: basis.trim() } }, { onSuccess: onClose })
      }
      onClose={onClose}
    >
      <p>{t(texts.what)}</p>
      <Form.Item name="place" label={t(texts.place)} rules={[{ required: true, message: t(texts.choose) }]}>
        <PlacePicker label={t(texts.place)} />
      </Form.Item>
      <Form.Item
        name="basis"
        label={t(texts.basis)}
        rules={[{ required: true, min: 2, whitespace: true, message: t(texts.choose) }]}
      >
        <Input.TextArea rows={2} maxLength={1000} placeholder={t(texts.example)} />
      </Form.Item>
    </FormDialog>
  )
}
