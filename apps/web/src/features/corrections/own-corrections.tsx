import { answerCorrection, listOwnCorrections, type OwnCorrection } from '@shengmian/contract'
import { useState } from 'react'
import { useText } from '../../lib/language.tsx'
import { newId } from '../../lib/new-id.ts'
import { useAct, useRead } from '../../lib/use-endpoint.ts'
import { Button, Form, Input } from '../../ui/antd.ts'
import { FormDialog } from '../../ui/form-dialog.tsx'
import { Refused } from '../../ui/refused.tsx'
import { afresh } from './afresh.ts'
import { CorrectionSteps } from './correction-steps.tsx'
import { orderTexts, texts } from './texts.ts'
import './corrections.css'

/** What the reader's place was ordered to put right, for him to answer as its liaison. */
export function OwnCorrections() {
  const t = useText()
  const { data, error, refetch } = useRead(listOwnCorrections, {})
  const [answering, setAnswering] = useState<OwnCorrection | null>(null)
  if (error !== null) return <Refused error={error} onRetry={() => void refetch()} />
  const items = data?.items ?? []
  if (items.length === 0) return null
  return (
    <>
      <section className="sheet" aria-label={t(texts.title)}>
        <div className="correction-head">
          <h2>{t(texts.title)}</h2>
        </div>
        {items.map((correction) => (
          <article key={correction.id} className="correction">
            <strong>{correction.unit.name}</strong>
            <CorrectionSteps correction={correction} />
            {correction.state === 'open' ? (
              <div className="correction-acts">
                <Button type="primary" onClick={() => setAnswering(correction)}>
                  {t(texts.answer)}
                </Button>
              </div>
            ) : null}
          </article>
        ))}
        {answering === null ? null : <OwnAnswer correction={answering} onClose={() => setAnswering(null)} />}
      </section>
      <div className="gap" />
    </>
  )
}

function OwnAnswer({ correction, onClose }: { readonly correction: OwnCorrection; readonly onClose: () => void }) {
  const t = useText()
  const [id] = useState(newId)
  const [form] = Form.useForm<{ text: string }>()
  const answer = useAct(answerCorrection, afresh)
  return (
    <FormDialog
      title={t(texts.answerTitle)}
      act={t(texts.answer)}
      form={form}
      isBusy={answer.isPending}
      error={answer.error}
      onClose={onClose}
      onFinish={({ text }) =>
        answer.mutate({ params: { correction: correction.id }, body: { id, text: text.trim() } }, { onSuccess: onClose })
      }
    >
      <p className="muted">{correction.what}</p>
      <Form.Item
        name="text"
        label={t(texts.answerWhat)}
        rules={[{ required: true, whitespace: true, min: 2, message: t(orderTexts.need) }]}
      >
        <Input.TextArea rows={4} maxLength={2000} showCount />
      </Form.Item>
    </FormDialog>
  )
}
