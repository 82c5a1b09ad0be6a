import { declareTie, type Tie } from '@shengmian/contract'
import { useState } from 'react'
import { isoDay } from '../../lib/dates.ts'
import { useText } from '../../lib/language.tsx'
import { newId } from '../../lib/new-id.ts'
import { useAct } from '../../lib/use-endpoint.ts'
import { Form, Input, Radio, Select } from '../../ui/antd.ts'
import { DayField } from '../../ui/day-field.tsx'
import { FormDialog } from '../../ui/form-dialog.tsx'
import { MonthField } from '../../ui/month-field.tsx'
import { refreshPeople, useTieKinds } from './api.ts'
import { TieEndField } from './tie-end-field.tsx'
import { tieTexts as texts } from './tie-texts.ts'
import { tieSources } from './texts.ts'
import './fields.css'

interface Filled {
  readonly other: Tie['other']
  readonly kind: string
  readonly from?: string | null
  readonly to?: string | null
  readonly detail?: string
  readonly source?: keyof typeof tieSources
  readonly day: string
}

interface TieDialogProps {
  readonly authority: string
  readonly person: string
  /** Whether the person declares it himself; his own word is always `self`. */
  readonly isSelf: boolean
  readonly onClose: () => void
}

/** A degree of kinship by its number, which nobody knows of himself: the relation is asked for instead. */
const byNumber = /^K\d$/

/** Declares one tie of a person. */
export function TieDialog({ authority, person, isSelf, onClose }: TieDialogProps) {
  const t = useText()
  const [id] = useState(newId)
  const [form] = Form.useForm<Filled>()
  const kinds = useTieKinds()
  const declare = useAct(declareTie, refreshPeople)
  const need = [{ required: true, message: t(texts.choose) }]
  const finish = ({ other, kind, from = null, to = null, detail = '', source = 'self', day }: Filled) => {
    const [name = '', degree = ''] = kind.split(' ')
    const rest = { from, to, detail: detail.trim() === '' ? null : detail.trim(), source: isSelf ? 'self' : source, day }
    declare.mutate(
      {
        params: { authority, person, tie: id },
        body: { other, kind: name, degree: degree === '' ? null : degree, strength: null, ...rest },
      },
      { onSuccess: onClose },
    )
  }
  return (
    <FormDialog<Filled>
      title={t(texts.declare)}
      act={t(texts.declare)}
      form={form}
      initialValues={{ day: isoDay(new Date()), source: 'self' }}
      isBusy={declare.isPending}
      error={declare.error}
      onFinish={finish}
      onClose={onClose}
    >
      <p className="muted">{t(texts.declareNote)}</p>
      <Form.Item name="other" label={t(texts.other)} rules={[{ required: true, message: t(texts.sayWhom) }]}>
        <TieEndField authority={authority} kinds={isSelf ? ['outsider', 'unit'] : ['official', 'unit', 'person', 'outsider']} />
      </Form.Item>
      <Form.Item name="kind" label={t(texts.kind)} rules={need}>
        <Select
          showSearch={{ optionFilterProp: 'label' }}
          loading={kinds.isPending}
          options={(kinds.data?.items ?? [])
            .filter(({ degree }) => degree === null || !byNumber.test(degree))
            .map((kind) => ({ value: `${kind.kind} ${kind.degree ?? ''}`, label: t(kind) }))}
        />
      </Form.Item>
      <div className="field-grid">
        <Form.Item name="from" label={t(texts.from)}>
          <MonthField />
        </Form.Item>
        <Form.Item name="to" label={t(texts.to)}>
          <MonthField />
        </Form.Item>
      </div>
      <Form.Item name="detail" label={t(texts.detail)}>
        <Input.TextArea rows={2} maxLength={500} />
      </Form.Item>
      {isSelf ? null : (
        <Form.Item name="source" label={t(texts.source)}>
          <Radio.Group options={Object.entries(tieSources).map(([value, text]) => ({ value, label: t(text) }))} />
        </Form.Item>
      )}
      <Form.Item name="day" label={t(texts.day)} rules={need}>
        <DayField />
      </Form.Item>
    </FormDialog>
  )
}
