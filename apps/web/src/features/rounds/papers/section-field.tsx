import { useId, useState } from 'react'
import { useText } from '../../../lib/language.tsx'
import { Button, Input } from '../../../ui/antd.ts'

const texts = {
  save: { zh: '保存', en: 'Save' },
  empty: { zh: '未写，不能报批', en: 'Empty: the plan cannot be submitted' },
  by: { zh: '{name}写', en: 'by {name}' },
}

interface SectionFieldProps {
  readonly title: string
  readonly text: string
  readonly note: string | null
  readonly isLocked: boolean
  readonly isBusy: boolean
  readonly onSave: (text: string) => void
}

/** One section: text, who wrote it, and a button as soon as it differs from what is saved. */
export function SectionField({ title, text, note, isLocked, isBusy, onSave }: SectionFieldProps) {
  const t = useText()
  const id = useId()
  const [draft, setDraft] = useState<string | null>(null)
  const shown = draft ?? text
  return (
    <div className="section-field">
      <label htmlFor={id}>
        {title}
        {note === null ? null : <span className="muted"> {t(texts.by, { name: note })}</span>}
      </label>
      <div>
        <Input.TextArea
          id={id}
          rows={2}
          maxLength={4000}
          value={shown}
          disabled={isLocked}
          {...(shown.trim() === '' ? { status: 'error' as const } : {})}
          onChange={(event) => setDraft(event.target.value)}
        />
        {shown.trim() === '' ? <span className="field-error">{t(texts.empty)}</span> : null}
      </div>
      <Button
        size="small"
        aria-label={`${t(texts.save)} ${title}`}
        disabled={isLocked || draft === null || draft === text}
        loading={isBusy}
        onClick={() => (draft === null ? undefined : onSave(draft))}
      >
        {t(texts.save)}
      </Button>
    </div>
  )
}
