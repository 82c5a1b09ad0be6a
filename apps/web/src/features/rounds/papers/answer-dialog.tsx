import { useState } from 'react'
import { useText } from '../../../lib/language.tsx'
import { Input, Modal, Radio } from '../../../ui/antd.ts'
import { Refused } from '../../../ui/refused.tsx'
import { texts } from '../overview/texts.ts'

type Choice = 'done' | 'declined' | 'agree' | 'refuse'

interface AnswerDialogProps {
  readonly title: string
  /** None: a text without a verdict. */
  readonly choices: readonly Choice[]
  readonly isBusy: boolean
  readonly error: unknown
  readonly onDone: (text: string, choice: Choice | null) => void
  readonly onClose: () => void
}

/** A verdict with its text: an answer to guidance, a decision on a request. */
export function AnswerDialog({ title, choices, isBusy, error, onDone, onClose }: AnswerDialogProps) {
  const t = useText()
  const [text, setText] = useState('')
  const [choice, setChoice] = useState<Choice | null>(choices[0] ?? null)
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
      {choices.length === 0 ? null : (
        <Radio.Group
          value={choice}
          onChange={(event) => setChoice(event.target.value as Choice)}
          options={choices.map((one) => ({ value: one, label: t(texts[one]) }))}
        />
      )}
      <Input.TextArea
        aria-label={t(texts.reason)}
        placeholder={t(texts.reason)}
        rows={3}
        maxLength={1000}
        value={text}
        onChange={(event) => setText(event.target.value)}
      />
      {error === null || error === undefined ? null : <Refused error={error} />}
    </Modal>
  )
}
