import { putUnit, type Unit } from '@shengmian/contract'
import { useText } from '../../lib/language.tsx'
import { useAct } from '../../lib/use-endpoint.ts'
import { Form, Input, Select } from '../../ui/antd.ts'
import { FormDialog } from '../../ui/form-dialog.tsx'
import { refreshUnits } from './api.ts'
import { unitKinds } from './texts.ts'
import { unitEditTexts as texts } from './unit-edit-texts.ts'

interface Filled {
  readonly name: string
  readonly kind: Unit['kind']
}

/** Name and kind of a unit that no register of places names; its place never changes. */
export function UnitDialog({ unit, onClose }: { readonly unit: Unit; readonly onClose: () => void }) {
  const t = useText()
  const [form] = Form.useForm<Filled>()
  const put = useAct(putUnit, refreshUnits)
  const kinds = Object.entries(unitKinds).filter(([kind]) => isNamedByOffice(kind as Unit['kind']))
  return (
    <FormDialog<Filled>
      title={`${unit.name} ${t(texts.editUnit)}`}
      act={t(texts.save)}
      form={form}
      initialValues={{ name: unit.name, kind: unit.kind }}
      isBusy={put.isPending}
      error={put.error}
      onFinish={({ name, kind }) =>
        put.mutate(
          { params: { unit: unit.id }, body: { place: unit.place.code, kind, name: name.trim(), version: unit.version } },
          { onSuccess: onClose },
        )
      }
      onClose={onClose}
    >
      <Form.Item name="name" label={t(texts.name)} rules={[{ required: true, whitespace: true, message: t(texts.need) }]}>
        <Input maxLength={200} autoComplete="off" />
      </Form.Item>
      <Form.Item name="kind" label={t(texts.kind)}>
        <Select options={kinds.map(([value, text]) => ({ value, label: t(text) }))} />
      </Form.Item>
    </FormDialog>
  )
}

/** A village or community is named by the register of places, and nobody renames it here. */
export function isNamedByOffice(kind: Unit['kind']): boolean {
  return kind !== 'village' && kind !== 'community'
}
