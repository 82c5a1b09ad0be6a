import { reviewTie, type Tie } from '@shengmian/contract'
import { useState } from 'react'
import { useText } from '../../lib/language.tsx'
import { useAct } from '../../lib/use-endpoint.ts'
import { AnswerDialog } from '../../ui/answer-dialog.tsx'
import { Form, Input } from '../../ui/antd.ts'
import { refreshPeople } from './api.ts'
import { tieTexts as texts } from './tie-texts.ts'

interface ReviewTieDialogProps {
  readonly tie: Tie
  /** The reader's name, with which he signs unless he writes another's. */
  readonly reviewer: string
  readonly onClose: () => void
}

/** A named person says whether a declared tie is so. */
export function ReviewTieDialog({ tie, reviewer, onClose }: ReviewTieDialogProps) {
  const t = useText()
  const [by, setBy] = useState(reviewer)
  const review = useAct(reviewTie, refreshPeople)
  const params = { authority: tie.authority, person: tie.person, tie: tie.id }
  return (
    <AnswerDialog<'confirmed' | 'refuted'>
      title={t(texts.reviewTitle, { name: tie.other.name })}
      label={t(texts.note)}
      choices={(['confirmed', 'refuted'] as const).map((value) => ({ value, label: t(texts[value]) }))}
      isBusy={review.isPending}
      error={review.error}
      onClose={onClose}
      onDone={(note, choice) =>
        review.mutate(
          { params, body: { review: choice ?? 'confirmed', by: by.trim() === '' ? reviewer : by.trim(), note } },
          { onSuccess: onClose },
        )
      }
      extra={(choice) => (
        <>
          {choice === 'refuted' ? <p className="muted">{t(texts.refutedNote)}</p> : null}
          <Form.Item label={t(texts.reviewer)}>
            <Input aria-label={t(texts.reviewer)} maxLength={100} value={by} onChange={(event) => setBy(event.target.value)} />
          </Form.Item>
        </>
      )}
    />
  )
}
