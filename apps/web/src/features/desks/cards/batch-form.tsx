import { makeCardBatch, MAX_CARDS, type Desk } from '@shengmian/contract'
import { useState } from 'react'
import { useText } from '../../../lib/language.tsx'
import { refreshRound, useAct } from '../../../lib/use-endpoint.ts'
import { Button, Form, InputNumber } from '../../../ui/antd.ts'
import { Refused } from '../../../ui/refused.tsx'
import { Section } from '../section.tsx'
import { drawBatch } from './draw-batch.ts'

/** Cards on an A4. */
export const ON_SHEET = 8

const texts = {
  title: { zh: '印带卡码的卡', en: 'Print cards with a household’s code' },
  hint: {
    zh: '每张一个卡码，写进二维码，也印在背面。卡码在本机生成，服务器只存散列；离开本页就没有了。',
    en: 'A code each, in the QR code and on the back. Drawn on this machine; the server keeps hashes; gone when you leave.',
  },
  cards: { zh: '张数', en: 'Cards' },
  whole: { zh: '按整版补足到8的倍数，最多{most}张。每户一张，另备一成。', en: 'Up to whole sheets of 8, {most} at most.' },
  make: { zh: '生成卡码', en: 'Make codes' },
  making: { zh: '正在生成 {n}／{all}', en: 'Making {n} of {all}' },
}

export interface MadeBatch {
  readonly id: string
  readonly codes: readonly string[]
}

interface BatchFormProps {
  readonly round: string
  readonly desk: Desk
  readonly poster: string
  readonly onMade: (batch: MadeBatch) => void
}

/** Asks how many, draws the codes, logs the batch, and hands the codes to the sheets. */
export function BatchForm({ round, desk, poster, onMade }: BatchFormProps) {
  const t = useText()
  const [form] = Form.useForm<{ readonly cards: number }>()
  const [ready, setReady] = useState<{ readonly n: number; readonly all: number } | null>(null)
  const make = useAct(makeCardBatch, refreshRound(round))
  const finish = async ({ cards }: { readonly cards: number }) => {
    const all = Math.ceil(cards / ON_SHEET) * ON_SHEET
    setReady({ n: 0, all })
    const { codes, hashes } = await drawBatch(all, desk.code, (n) => setReady({ n, all }))
    const id = crypto.randomUUID()
    make.mutate(
      { params: { round }, body: { id, poster, hashes } },
      { onSuccess: () => onMade({ id, codes }), onSettled: () => setReady(null) },
    )
  }
  return (
    <Section title={t(texts.title)} hint={t(texts.hint)}>
      <Form
        form={form}
        layout="inline"
        requiredMark={false}
        colon={false}
        className="batch-form"
        initialValues={{ cards: 80 }}
        onFinish={(filled) => void finish(filled)}
      >
        <Form.Item name="cards" label={t(texts.cards)} rules={[{ required: true }]}>
          <InputNumber min={1} max={MAX_CARDS} precision={0} />
        </Form.Item>
        <Button type="primary" htmlType="submit" loading={ready !== null}>
          {t(texts.make)}
        </Button>
        <span className="muted" role="status">
          {ready === null ? t(texts.whole, { most: MAX_CARDS }) : t(texts.making, ready)}
        </span>
      </Form>
      {make.error === null ? null : <Refused error={make.error} />}
    </Section>
  )
}
