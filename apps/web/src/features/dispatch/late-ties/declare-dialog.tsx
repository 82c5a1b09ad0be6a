import { declareLateTie, listTieKinds, readPool } from '@shengmian/contract'
import { useState } from 'react'
import { useText } from '../../../lib/language.tsx'
import { newId } from '../../../lib/new-id.ts'
import { refreshRound, useAct, useRead } from '../../../lib/use-endpoint.ts'
import { Form, Input, Radio, Select } from '../../../ui/antd.ts'
import { FormDialog } from '../../../ui/form-dialog.tsx'
import { TargetOfficial, type TieEnd } from './target-official.tsx'

const texts = {
  title: { zh: '补报关系', en: 'Declare a tie' },
  what: {
    zh: '补报后立即核对现行方案；构成回避的，同时求一份改动最小的修复方案。',
    en: 'The plan in force is checked at once; where the tie bars, a repair with the fewest changes is queued.',
  },
  person: { zh: '巡察人员', en: 'Inspector' },
  end: { zh: '与谁', en: 'Tie to' },
  kind: { zh: '关系', en: 'Tie' },
  detail: { zh: '说明', en: 'Details' },
  detailHint: { zh: '只写关系和单位，不写证件号', en: 'Relation and unit only, never an identity number' },
  source: { zh: '谁补报', en: 'Declared by' },
  self: { zh: '本人', en: 'himself' },
  office: { zh: '巡察办', en: 'the office' },
  unit: { zh: '被巡察单位', en: 'the unit' },
  choose: { zh: '请选择', en: 'Choose' },
  detailMissing: { zh: '未写说明，不能补报', en: 'Without details nothing is declared' },
  declare: { zh: '补报', en: 'Declare' },
}

interface Filled {
  readonly person: string
  readonly end: TieEnd
  readonly kind: string
  readonly detail: string
  readonly source: 'self' | 'office' | 'unit'
}

interface DeclareDialogProps {
  readonly round: string
  readonly onClose: () => void
}

/** A tie that came to light after the plan was made. */
export function DeclareDialog({ round, onClose }: DeclareDialogProps) {
  const t = useText()
  const [form] = Form.useForm<Filled>()
  const pool = useRead(readPool, { params: { round } })
  const kinds = useRead(listTieKinds, {})
  const declare = useAct(declareLateTie, refreshRound(round))
  // Sent twice, it is the same tie.
  const [id] = useState(newId)
  const need = [{ required: true, message: t(texts.choose) }]
  const declared = ({ person, end, kind, detail, source }: Filled) => {
    const [name = '', degree = ''] = kind.split(' ')
    declare.mutate(
      {
        params: { round },
        body: { id, person, ...end, kind: name, degree: degree === '' ? null : degree, detail: detail.trim(), source },
      },
      { onSuccess: onClose },
    )
  }
  return (
    <FormDialog
      title={t(texts.title)}
      act={t(texts.declare)}
      form={form}
      initialValues={{ source: 'self' }}
      isBusy={declare.isPending}
      error={declare.error}
      onFinish={declared}
      onClose={onClose}
    >
      <p>{t(texts.what)}</p>
      <Form.Item name="person" label={t(texts.person)} rules={need}>
        <Select
          showSearch={{ optionFilterProp: 'label' }}
          loading={pool.isPending}
          options={(pool.data?.items ?? []).map(({ person }) => ({
            value: person.id,
            label: person.title === null ? person.name : `${person.name} ${person.title}`,
          }))}
        />
      </Form.Item>
      <Form.Item name="end" label={t(texts.end)} rules={need}>
        <TargetOfficial round={round} />
      </Form.Item>
      <Form.Item name="kind" label={t(texts.kind)} rules={need}>
        <Select
          showSearch={{ optionFilterProp: 'label' }}
          loading={kinds.isPending}
          options={(kinds.data?.items ?? []).map((kind) => ({ value: `${kind.kind} ${kind.degree ?? ''}`, label: t(kind) }))}
        />
      </Form.Item>
      <Form.Item
        name="detail"
        label={t(texts.detail)}
        extra={t(texts.detailHint)}
        rules={[{ required: true, min: 2, whitespace: true, message: t(texts.detailMissing) }]}
      >
        <Input.TextArea rows={2} maxLength={1000} />
      </Form.Item>
      <Form.Item name="source" label={t(texts.source)}>
        <Radio.Group options={(['self', 'office', 'unit'] as const).map((value) => ({ value, label: t(texts[value]) }))} />
      </Form.Item>
    </FormDialog>
  )
}
