import { useId, useState, type ReactNode } from 'react'
import { useText } from '../lib/language.tsx'
import { ActDialog } from './act-dialog.tsx'
import { Form, Input, Radio } from './antd.ts'
import { useCloseGuard, useSent } from './use-close-guard.tsx'

const texts = {
  words: { zh: '理由', en: 'Reason' },
  need: { zh: '至少写两个字，办理时留存', en: 'Two signs at least: they stay with the record' },
}

interface AnswerDialogProps<Choice extends string> {
  readonly title: string
  /** What the text is; left out = 理由. */
  readonly label?: string
  readonly width?: number
  /** The first is chosen to begin with; none = a text without a verdict. The button says the one that is chosen. */
  readonly choices: readonly { readonly value: Choice; readonly label: string }[]
  readonly isBusy: boolean
  readonly error: unknown
  readonly onDone: (text: string, choice: Choice | null) => void
  readonly onClose: () => void
  /** What is decided on, above the choice. */
  readonly children?: ReactNode
  /** What else this choice asks for, above the text. */
  readonly extra?: (choice: Choice | null) => ReactNode
}

/** A verdict with its text: an answer to guidance, a decision on a request. */
export function AnswerDialog<Choice extends string>({
  title,
  label,
  width,
  choices,
  isBusy,
  error,
  onDone,
  onClose,
  children,
  extra,
}: AnswerDialogProps<Choice>) {
  const t = useText()
  const id = useId()
  const [text, setText] = useState('')
  const [tried, setTried] = useState(false)
  const [choice, setChoice] = useState<Choice | null>(choices[0]?.value ?? null)
  const [isSent, send] = useSent(error)
  const missing = text.trim().length < 2
  const { close, guard } = useCloseGuard(!isSent && text.trim() !== '', onClose)
  return (
    <ActDialog
      title={title}
      {...(width === undefined ? {} : { width })}
      act={choices.find(({ value }) => value === choice)?.label ?? title}
      isBusy={isBusy}
      error={error}
      onAct={() => {
        setTried(true)
        if (missing) return
        send()
        onDone(text.trim(), choice)
      }}
      onClose={close}
    >
      {children}
      <Form layout="vertical" requiredMark={false}>
        {choices.length === 0 ? null : (
          <Form.Item>
            <Radio.Group
              aria-label={title}
              value={choice}
              onChange={(event) => setChoice(event.target.value as Choice)}
              options={[...choices]}
            />
          </Form.Item>
        )}
        {extra?.(choice)}
        <Form.Item
          label={label ?? t(texts.words)}
          htmlFor={id}
          {...(tried && missing ? { validateStatus: 'error' as const, help: t(texts.need) } : {})}
        >
          <Input.TextArea id={id} rows={3} maxLength={1000} value={text} onChange={(event) => setText(event.target.value)} />
        </Form.Item>
      </Form>
      {guard}
    </ActDialog>
  )
}
