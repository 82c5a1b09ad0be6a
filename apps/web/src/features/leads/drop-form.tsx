import { dropLead, getUnit, type LeadContent, type SessionView } from '@shengmian/contract'
import { useMutation, useQueries } from '@tanstack/react-query'
import { useState } from 'react'
import { call } from '../../lib/api.ts'
import { useText } from '../../lib/language.tsx'
import { newId } from '../../lib/new-id.ts'
import { Button, Checkbox, Form, Input, Radio, Select } from '../../ui/antd.ts'
import { Refused } from '../../ui/refused.tsx'
import { sourceNames, texts } from './texts.ts'
import './leads.css'

type Order = SessionView['orders'][number]

interface Typed {
  readonly order: string
  readonly subjects: string
  readonly matter: string
  readonly source: LeadContent['source']
  readonly evidence?: string
  readonly reporter?: string
  readonly isUrgent?: boolean
}

/** What is typed leaves this form once, and the form forgets it. */
export function DropForm({
  orders,
  matter = '',
  onDropped,
}: {
  readonly orders: readonly Order[]
  /** What is said so far. */
  readonly matter?: string
  readonly onDropped: (number: string) => void
}) {
  const t = useText()
  // The same id for the same lead: a second press after a broken line hands over nothing twice.
  const [id] = useState(newId)
  const [key] = useState(newId)
  const names = useQueries({
    queries: orders.map(({ unit }) => ({
      queryKey: [getUnit.id, { params: { unit } }],
      queryFn: () => call(getUnit, { params: { unit } }),
    })),
  })
  const drop = useMutation({
    mutationFn: (typed: Typed) => {
      const order = orders.find((candidate) => candidate.id === typed.order)
      if (order === undefined) throw new Error('the order is gone')
      const text = (given: string | undefined) => ((given ?? '').trim() === '' ? null : (given ?? '').trim())
      return call(dropLead, {
        key,
        body: {
          id,
          commissioning: order.commissioning,
          round: order.round,
          unit: order.unit,
          isUrgent: typed.isUrgent ?? false,
          content: {
            subjects: typed.subjects.trim(),
            matter: typed.matter.trim(),
            source: typed.source,
            evidence: text(typed.evidence),
          },
          reporter: text(typed.reporter),
        },
      })
    },
    onSuccess: ({ number }) => onDropped(number),
  })
  const need = (message: string, min = 1) => [{ required: true, whitespace: true, min, message }]
  return (
    <Form
      layout="vertical"
      className="lead-form"
      initialValues={{
        source: matter === '' ? 'talk' : 'letter',
        matter,
        ...(orders.length === 1 ? { order: orders[0]?.id } : {}),
      }}
      onFinish={(typed: Typed) => drop.mutate(typed)}
      scrollToFirstError
    >
      <p className="lead-warning">{t(texts.warning)}</p>
      <Form.Item name="order" label={t(texts.unit)} rules={[{ required: true, message: t(texts.needUnit) }]}>
        <Select
          options={orders.map((order, index) => ({
            value: order.id,
            label: `${names[index]?.data?.unit.name ?? '…'}（${order.number}）`,
          }))}
        />
      </Form.Item>
      <Form.Item name="subjects" label={t(texts.subjects)} extra={t(texts.subjectsHint)} rules={need(t(texts.needSubjects))}>
        <Input maxLength={200} autoComplete="off" />
      </Form.Item>
      <Form.Item name="matter" label={t(texts.matter)} extra={t(texts.matterHint)} rules={need(t(texts.needMatter), 10)}>
        <Input.TextArea rows={7} maxLength={4000} />
      </Form.Item>
      <Form.Item name="source" label={t(texts.source)}>
        <Radio.Group options={Object.entries(sourceNames).map(([value, name]) => ({ value, label: t(name) }))} />
      </Form.Item>
      <Form.Item name="evidence" label={t(texts.evidence)} extra={t(texts.evidenceHint)}>
        <Input.TextArea rows={3} maxLength={2000} />
      </Form.Item>
      <Form.Item name="reporter" label={t(texts.reporter)} extra={t(texts.reporterHint)}>
        <Input maxLength={1000} autoComplete="off" />
      </Form.Item>
      <Form.Item name="isUrgent" valuePropName="checked">
        <Checkbox>{t(texts.urgent)}</Checkbox>
      </Form.Item>
      <Form.Item
        name="understood"
        valuePropName="checked"
        rules={[
          {
            validator: (_rule, value) =>
              value === true ? Promise.resolve() : Promise.reject(new Error(t(texts.needUnderstood))),
          },
        ]}
      >
        <Checkbox>{t(texts.understood)}</Checkbox>
      </Form.Item>
      {drop.error === null ? null : <Refused error={drop.error} />}
      <Button type="primary" htmlType="submit" size="large" block loading={drop.isPending}>
        {t(texts.send)}
      </Button>
    </Form>
  )
}
