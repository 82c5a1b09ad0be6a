import type { Questionnaire, QuestionnaireForm } from '@shengmian/contract'
import { useState } from 'react'

interface Kept {
  readonly edition: number
  readonly form: QuestionnaireForm
  readonly past: readonly QuestionnaireForm[]
}

/** The form that is being built, with what it was before each change; a newer edition of the server replaces it. */
export function useDraft(data: Questionnaire) {
  const [kept, setKept] = useState<Kept>({ edition: data.edition, form: data.form, past: [] })
  // After saving, the server's form is the one on the page: the steps back stay.
  if (kept.edition !== data.edition) setKept({ ...kept, edition: data.edition, form: data.form })
  return {
    form: kept.form,
    isChanged: JSON.stringify(kept.form) !== JSON.stringify(data.form),
    canUndo: kept.past.length > 0,
    change: (form: QuestionnaireForm) => setKept({ ...kept, form, past: [...kept.past, kept.form].slice(-100) }),
    undo: () => setKept({ ...kept, form: kept.past.at(-1) ?? kept.form, past: kept.past.slice(0, -1) }),
  }
}
