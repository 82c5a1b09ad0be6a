import { addFindingSource, type Finding } from '@shengmian/contract'
import { useState } from 'react'
import { useText } from '../../lib/language.tsx'
import { newId } from '../../lib/new-id.ts'
import { useAct } from '../../lib/use-endpoint.ts'
import { Form, Input, InputNumber, Select } from '../../ui/antd.ts'
import { FormDialog } from '../../ui/form-dialog.tsx'

const texts = {
  title: { zh: '加依据：{name}', en: 'Add a source: {name}' },
  act: { zh: '加入', en: 'Add' },
  kind: { zh: '依据种类', en: 'Kind' },
  record: { zh: '材料（账簿、台账、合同、纪要）', en: 'A record (books, ledgers, contracts, minutes)' },
  report: { zh: '群众反映（来件编号）', en: 'A report (its number)' },
  what: { zh: '材料名称和位置，如：2023年收支账簿第14页', en: 'Which record and where, as: books of 2023, page 14' },
  desk: { zh: '收件点', en: 'Desk' },
  number: { zh: '来件编号', en: 'Number' },
  why: { zh: '只记编号，不记来件内容和来件人。', en: 'Only the number is kept: nothing of what it says, or of who sent it.' },
  noDesk: { zh: '本轮没有您可以查看来件的收件点。', en: 'The round has no desk whose reports you may take.' },
  need: { zh: '请填写', en: 'Fill this in' },
}

interface Filled {
  readonly kind: 'record' | 'report'
  readonly record?: string
  readonly desk?: string
  readonly number?: number
}

interface SourceDialogProps {
  readonly finding: Finding
  readonly desks: readonly string[]
  readonly onClose: () => void
}

/** What the finding rests on: an official record, or a report by its number. */
export function SourceDialog({ finding, desks, onClose }: SourceDialogProps) {
  const t = useText()
  const [id] = useState(newId)
  const [form] = Form.useForm<Filled>()
  const kind = Form.useWatch('kind', form) ?? 'record'
  const add = useAct(addFindingSource, (queries) => queries.invalidateQueries({ queryKey: ['listFindings'] }))
  const need = [{ required: true, message: t(texts.need) }]
  const finish = ({ record = '', desk = '', number = 0 }: Filled) =>
    add.mutate(
      {
        params: { finding: finding.id },
        body: kind === 'record' ? { id, kind, record: record.trim() } : { id, kind, desk, number },
      },
      { onSuccess: onClose },
    )
  return (
    <FormDialog
      title={t(texts.title, { name: finding.title })}
      act={t(texts.act)}
      okButtonProps={{ disabled: kind === 'report' && desks.length === 0 }}
      isBusy={add.isPending}
      form={form}
      error={add.error}
      onClose={onClose}
      initialValues={{ kind: 'record', ...(desks[0] === undefined ? {} : { desk: desks[0] }) }}
      onFinish={finish}
    >
      <Form.Item name="kind" label={t(texts.kind)}>
        <Select
          options={[
            { value: 'record', label: t(texts.record) },
            { value: 'report', label: t(texts.report) },
          ]}
        />
      </Form.Item>
      {kind === 'record' ? (
        <Form.Item
          name="record"
          label={t(texts.what)}
          rules={[{ required: true, whitespace: true, min: 2, message: t(texts.need) }]}
        >
          <Input maxLength={200} />
        </Form.Item>
      ) : desks.length === 0 ? (
        <p>{t(texts.noDesk)}</p>
      ) : (
        <>
          <Form.Item name="desk" label={t(texts.desk)} rules={need}>
            <Select options={desks.map((value) => ({ value, label: value }))} />
          </Form.Item>
          <Form.Item name="number" label={t(texts.number)} rules={need} extra={t(texts.why)}>
            <InputNumber min={1} precision={0} style={{ width: 160 }} />
          </Form.Item>
        </>
      )}
    </FormDialog>
  )
}
