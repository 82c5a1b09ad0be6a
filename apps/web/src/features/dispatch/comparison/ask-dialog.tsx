import { askComparison, type BodyOf } from '@shengmian/contract'
import { useState } from 'react'
import { useText } from '../../../lib/language.tsx'
import { newId } from '../../../lib/new-id.ts'
import { refreshRound, useAct } from '../../../lib/use-endpoint.ts'
import { Form, Input, InputNumber, Segmented } from '../../../ui/antd.ts'
import { FormDialog } from '../../../ui/form-dialog.tsx'

const texts = {
  title: { zh: '比选各种方式', en: 'Compare the modes' },
  act: { zh: '开始比选', en: 'Compare' },
  what: {
    zh: '用本轮现在的人员、对象、关系和规则，把六种方式各编一遍。不改动本轮任何设置。',
    en: 'Plans the round in all six modes from its people, targets, ties and rules. Nothing in the round is changed.',
  },
  effort: { zh: '求解用力', en: 'Effort' },
  quick: { zh: '快速', en: 'Quick' },
  normal: { zh: '常规', en: 'Normal' },
  long: { zh: '长时间', en: 'Long' },
  tickets: { zh: '试排签数', en: 'Rehearsed tickets' },
  ticketsWhy: {
    zh: '用来估计抽签时最易被猜中的一对；0为不试排，按单一计划算。签数越多用时越长。',
    en: 'To estimate the likeliest pair of a draw; 0 rehearses none. More tickets take longer.',
  },
  perKm: { zh: '每人每公里（元）', en: 'Per person and km (yuan)' },
  perDay: { zh: '每人在外每天（元）', en: 'Per person and day away (yuan)' },
  source: { zh: '标准出处', en: 'Source of the rates' },
  sourceHint: { zh: '如：市级机关差旅费管理办法', en: 'e.g. travel regulations of the city' },
  rates: {
    zh: '费用标准三项都填，才计算费用；都不填，只算路程。',
    en: 'Costs are computed when all three are given; with none, travel only.',
  },
  incomplete: { zh: '三项没有填全，不能计算费用；请填全或都不填', en: 'Give all three, or none' },
}

interface Filled {
  readonly effort: 'quick' | 'normal' | 'long'
  readonly tickets: number | null
  readonly perKm?: number | null
  readonly perDay?: number | null
  readonly source?: string
}

/** What the comparison is to reckon with; the defaults serve. */
export function AskDialog({ round, onClose }: { readonly round: string; readonly onClose: () => void }) {
  const t = useText()
  const [id] = useState(newId)
  const [form] = Form.useForm<Filled>()
  const ask = useAct(askComparison, refreshRound(round))
  const finish = (filled: Filled) => {
    const rates = ratesOf(filled)
    if (rates === 'incomplete') form.setFields([{ name: 'source', errors: [t(texts.incomplete)] }])
    else
      ask.mutate(
        { params: { round }, body: { id, effort: filled.effort, tickets: filled.tickets ?? 0, ...rates } },
        { onSuccess: onClose },
      )
  }
  return (
    <FormDialog
      title={t(texts.title)}
      act={t(texts.act)}
      form={form}
      initialValues={{ effort: 'quick', tickets: 0 }}
      isBusy={ask.isPending}
      error={ask.error}
      onFinish={finish}
      onClose={onClose}
    >
      <p>{t(texts.what)}</p>
      <Form.Item name="effort" label={t(texts.effort)}>
        <Segmented options={(['quick', 'normal', 'long'] as const).map((value) => ({ value, label: t(texts[value]) }))} />
      </Form.Item>
      <Form.Item name="tickets" label={t(texts.tickets)} extra={t(texts.ticketsWhy)}>
        <InputNumber min={0} max={1000} precision={0} />
      </Form.Item>
      <div className="modes-rates">
        <Form.Item name="perKm" label={t(texts.perKm)}>
          <InputNumber min={0} max={1000} precision={2} />
        </Form.Item>
        <Form.Item name="perDay" label={t(texts.perDay)}>
          <InputNumber min={0} max={100_000} precision={2} />
        </Form.Item>
      </div>
      <Form.Item name="source" label={t(texts.source)} extra={t(texts.rates)}>
        <Input maxLength={200} placeholder={t(texts.sourceHint)} />
      </Form.Item>
    </FormDialog>
  )
}

function ratesOf({ perKm, perDay, source }: Filled): Pick<BodyOf<typeof askComparison>, 'rates'> | 'incomplete' {
  const named = source?.trim() ?? ''
  const given = [typeof perKm === 'number', typeof perDay === 'number', named !== '']
  if (given.every((one) => !one)) return {}
  if (typeof perKm !== 'number' || typeof perDay !== 'number' || named === '') return 'incomplete'
  return { rates: { fenPerKm: Math.round(perKm * 100), fenPerDay: Math.round(perDay * 100), source: named } }
}
