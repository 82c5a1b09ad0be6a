import { listPetitionFigures, recordPetitionFigure, type PetitionFigure } from '@shengmian/contract'
import { useState } from 'react'
import { shortInstant } from '../../../lib/dates.ts'
import { useLanguage, useText } from '../../../lib/language.tsx'
import { useAct, useRead } from '../../../lib/use-endpoint.ts'
import { App, Button, Checkbox, Form, Input, InputNumber, Modal, Select } from '../../../ui/antd.ts'
import { Loading } from '../../../ui/loading.tsx'
import { Refused } from '../../../ui/refused.tsx'
import { longMonth, monthsBack } from './month-words.ts'
import { figureTexts } from './texts.ts'
import './figures-dialog.css'

interface FiguresDialogProps {
  readonly authority: string
  readonly unit: string
  readonly onClose: () => void
}

/** The figures of a unit as they were entered, each with its revisions; and the next one. */
export function FiguresDialog({ authority, unit, onClose }: FiguresDialogProps) {
  const t = useText()
  const { data, error, refetch } = useRead(listPetitionFigures, { params: { authority, unit } })
  return (
    <Modal open width={860} title={t(figureTexts.title, { name: data?.name ?? '' })} footer={null} onCancel={onClose}>
      {error === null ? null : <Refused error={error} onRetry={() => void refetch()} />}
      {data === undefined ? (
        error === null ? (
          <Loading what={t(figureTexts.what)} rows={4} />
        ) : null
      ) : (
        <>
          <p className="muted">{t(figureTexts.private)}</p>
          <FigureForm key={data.items.length} {...{ authority, unit }} last={data.last} items={data.items} />
          <FigureList items={data.items} />
        </>
      )}
    </Modal>
  )
}

interface Filled {
  readonly month: string
  readonly volume?: number | null
  readonly isUnknown?: boolean
  readonly source: string
  readonly reason?: string
}

interface FigureFormProps {
  readonly authority: string
  readonly unit: string
  readonly last: string
  readonly items: readonly PetitionFigure[]
}

function FigureForm({ authority, unit, last, items }: FigureFormProps) {
  const t = useText()
  const { language } = useLanguage()
  const { message } = App.useApp()
  const [form] = Form.useForm<Filled>()
  const months = monthsBack(last, 24)
  const known = new Map(items.toReversed().map((figure) => [figure.month, figure]))
  const [month, setMonth] = useState(months.slice(0, 12).find((one) => !known.has(one)) ?? last)
  const isUnknown = Form.useWatch('isUnknown', form) === true
  const before = known.get(month)
  const record = useAct(recordPetitionFigure, (queries) =>
    queries.invalidateQueries({ predicate: ({ queryKey: [id] }) => id === 'listPetitionTrends' || id === 'listPetitionFigures' }),
  )
  const finish = ({ volume, source, reason }: Filled) =>
    record.mutate(
      {
        params: { authority, unit },
        body: {
          month,
          revision: (before?.revision ?? 0) + 1,
          volume: isUnknown && before !== undefined ? null : (volume ?? 0),
          source: source.trim(),
          ...(before === undefined ? {} : { reason: reason?.trim() ?? '' }),
        },
      },
      { onSuccess: () => void message.success(t(figureTexts.kept)) },
    )
  return (
    <Form
      form={form}
      layout="vertical"
      className="figure-form"
      requiredMark={false}
      initialValues={{ source: items[0]?.source }}
      onFinish={finish}
    >
      <Form.Item label={t(figureTexts.month)}>
        <Select
          aria-label={t(figureTexts.month)}
          value={month}
          onChange={setMonth}
          options={months.map((value) => {
            const figure = known.get(value)
            const now =
              figure === undefined
                ? ''
                : `（${figure.volume === null ? t(figureTexts.gone) : t(figureTexts.now, { n: figure.volume })}）`
            return { value, label: `${longMonth(value, language)}${now}` }
          })}
        />
      </Form.Item>
      <Form.Item
        name="volume"
        label={t(figureTexts.volume)}
        rules={isUnknown && before !== undefined ? [] : [{ required: true, message: t(figureTexts.needVolume) }]}
      >
        <InputNumber min={0} max={999_999_999} precision={0} disabled={isUnknown && before !== undefined} />
      </Form.Item>
      <Form.Item
        name="source"
        label={t(figureTexts.source)}
        className="figure-wide"
        rules={[{ required: true, whitespace: true, min: 2, message: t(figureTexts.needSource) }]}
      >
        <Input maxLength={200} placeholder={t(figureTexts.sourceHint)} />
      </Form.Item>
      {before === undefined ? null : (
        <>
          <Form.Item
            name="reason"
            label={t(figureTexts.reason)}
            className="figure-wide"
            rules={[{ required: true, whitespace: true, min: 2, message: t(figureTexts.needReason) }]}
          >
            <Input maxLength={1000} />
          </Form.Item>
          <Form.Item name="isUnknown" valuePropName="checked" label=" ">
            <Checkbox>{t(figureTexts.isUnknown)}</Checkbox>
          </Form.Item>
        </>
      )}
      <Form.Item label=" ">
        <Button type="primary" htmlType="submit" loading={record.isPending}>
          {t(figureTexts.keep)}
        </Button>
      </Form.Item>
      {record.error === null ? null : <Refused error={record.error} />}
    </Form>
  )
}

function FigureList({ items }: { readonly items: readonly PetitionFigure[] }) {
  const t = useText()
  const { language } = useLanguage()
  if (items.length === 0) return <p className="muted">{t(figureTexts.none)}</p>
  return (
    <div className="figure-scroll">
      <table className="list">
        <thead>
          <tr>
            <th>{t(figureTexts.month)}</th>
            <th className="right">{t(figureTexts.volume)}</th>
            <th>{t(figureTexts.source)}</th>
            <th>{t(figureTexts.by)}</th>
            <th>{t(figureTexts.reason)}</th>
          </tr>
        </thead>
        <tbody>
          {items.map((figure, k) => (
            <tr key={`${figure.month} ${figure.revision}`} className={items[k - 1]?.month === figure.month ? 'muted' : ''}>
              <td className="number">{longMonth(figure.month, language)}</td>
              <td className="right number">{figure.volume ?? <span className="unverified">{t(figureTexts.gone)}</span>}</td>
              <td>
                {figure.source}（{t(figureTexts[figure.origin])}）
              </td>
              <td>
                {figure.by} <span className="number">{shortInstant(figure.at, language)}</span>
              </td>
              <td>
                {figure.revision === 1
                  ? t(figureTexts.first)
                  : `${t(figureTexts.nth, { n: figure.revision - 1 })}：${figure.reason ?? ''}`}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}
