import { useId, useState } from 'react'
import { useText } from '../lib/language.tsx'
import { Form, Input, Modal, Radio } from './antd.ts'
import { Refused } from './refused.tsx'

const texts = { words: { zh: '理由', en: 'Reason' } }

interface AnswerDialogProps<Choice extends string> {
  readonly title: string
  /** The first is chosen to begin with; none = a text without a verdict. */
  readonly choices: readonly { readonly value: Choice; readonly label: string }[]
  readonly isBusy: boolean
  readonly error: unknown
  readonly onDone: (text: string, choice: Choice | null) => void
  readonly onClose: () => void
}

/** A verdict with its text: an answer to guidance, a decision on a request. */
export function AnswerDialog<Choice extends string>({
  title,
  choices,
  isBusy,
  error,
  onDone,
  onClose,
}: AnswerDialogProps<Choice>) {
  const t = useText()
  const id = useId()
  const [text, setText] = useState('')
  const [choice, setChoice] = useState<Choice | null>(choices[0]?.value ?? null)
  return (
    <Modal
      title={title}
      open
      okText={title}
      confirmLoading={isBusy}
      okButtonProps={{ disabled: text.trim().length < 2 }}
      onOk={() => onDone(text.trim(), choice)}
      onCancel={onClose}
    >
      <Form layout="vertical">
        {choices.length === 0 ? null : (
          <Form.Item>
            <Radio.Group value={choice} onChange={(event) => setChoice(event.target.value as Choice)} options={[...choices]} />
          </Form.Item>
        )}
        <Form.Item label={t(texts.words)} htmlFor={id} required>
          <Input.TextArea id={id} rows={3} maxLength={1000} value={text} onChange={(event) => setText(event.target.value)} />
        </Form.Item>
      </Form>
      {error === null || error === undefined ? null : <Refused error={error} />}
    </Modal>
  )
}
