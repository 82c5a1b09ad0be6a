import type { QuestionnaireForm } from '@shengmian/contract'
import { questionsOf } from '@shengmian/questionnaire'
import { useText, type Text } from '../../lib/language.tsx'
import { Select } from '../../ui/antd.ts'

const texts = {
  question: { zh: '选一道单选题', en: 'A single-choice question' },
  choices: { zh: '哪些选项算', en: 'Choices that count' },
}

type Share = QuestionnaireForm['awareness']

interface ShareFieldProps {
  readonly label: Text
  readonly form: QuestionnaireForm
  readonly share: Share
  readonly onChange: (share: Share) => void
}

/** Which answers to which question make a rate. */
export function ShareField({ label, form, share, onChange }: ShareFieldProps) {
  const t = useText()
  const singles = questionsOf(form).flatMap((question) => (question.kind === 'one' ? [question] : []))
  const chosen = singles.find(({ name }) => name === share?.question)
  return (
    <label className="survey-wide">
      {t(label)}
      <Select
        allowClear
        placeholder={t(texts.question)}
        value={share?.question ?? null}
        options={singles.map(({ name, label: words }) => ({ value: name, label: words }))}
        onChange={(question) => onChange(question === undefined || question === null ? null : { question, choices: [] })}
      />
      {share === null || chosen === undefined ? null : (
        <Select
          mode="multiple"
          placeholder={t(texts.choices)}
          aria-label={t(texts.choices)}
          value={share.choices}
          options={'choices' in chosen ? chosen.choices.map(({ name, label: words }) => ({ value: name, label: words })) : []}
          onChange={(choices) => onChange({ ...share, choices })}
        />
      )}
    </label>
  )
}
