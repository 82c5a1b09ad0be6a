import type { QuestionnaireForm } from '@shengmian/contract'
import { useText } from '../../lib/language.tsx'
import { AutoComplete, Button, Checkbox, Input } from '../../ui/antd.ts'
import { conditionsBefore } from './conditions.ts'
import type { FormItem, Path } from './edit-form.ts'

const texts = {
  plain: { zh: '白话题面（读给群众听的）', en: 'In plain words, as read out' },
  title: { zh: '题组名称', en: 'Title of the group' },
  indicator: { zh: '正式指标', en: 'Official indicator' },
  name: { zh: '代号', en: 'Name' },
  required: { zh: '必答', en: 'Required' },
  relevant: { zh: '什么情况下问（空＝都问）', en: 'Asked when (empty: always)' },
  choice: { zh: '选项{n}', en: 'Choice {n}' },
  choiceName: { zh: '选项{n}代号', en: 'Name of choice {n}' },
  addChoice: { zh: '加选项', en: 'Add a choice' },
  remove: { zh: '删', en: 'Remove' },
  constraint: { zh: '允许范围，如 . >= 0 and . <= 12', en: 'Allowed, such as . >= 0 and . <= 12' },
  message: { zh: '超出时的提示', en: 'What is said otherwise' },
}

interface ItemEditorProps {
  readonly form: QuestionnaireForm
  readonly path: Path
  readonly item: FormItem
  readonly onChange: (item: FormItem) => void
}

/** Everything that can be said about one item of the form. */
export function ItemEditor({ form, path, item, onChange }: ItemEditorProps) {
  const t = useText()
  const isQuestion = item.kind !== 'group' && item.kind !== 'note'
  return (
    <div className="survey-editor">
      <label className="survey-wide">
        {t(item.kind === 'group' ? texts.title : texts.plain)}
        <Input.TextArea
          autoSize
          maxLength={500}
          value={item.label}
          onChange={({ target }) => onChange({ ...item, label: target.value })}
        />
      </label>
      {isQuestion ? (
        <label className="survey-wide">
          {t(texts.indicator)}
          <Input
            maxLength={500}
            value={item.indicator}
            onChange={({ target }) => onChange({ ...item, indicator: target.value })}
          />
        </label>
      ) : null}
      {'choices' in item ? <Choices item={item} onChange={onChange} /> : null}
      <label className="survey-wide">
        {t(texts.relevant)}
        <AutoComplete
          value={item.relevant}
          options={conditionsBefore(form, path).map(({ value, words }) => ({ value, label: t(words) }))}
          onChange={(relevant: string) => onChange({ ...item, relevant })}
        />
      </label>
      {'constraint' in item ? (
        <>
          <label>
            {t(texts.constraint)}
            <Input
              maxLength={500}
              value={item.constraint}
              onChange={({ target }) => onChange({ ...item, constraint: target.value })}
            />
          </label>
          <label>
            {t(texts.message)}
            <Input
              maxLength={500}
              value={item.constraintMessage}
              onChange={({ target }) => onChange({ ...item, constraintMessage: target.value })}
            />
          </label>
        </>
      ) : null}
      <label>
        {t(texts.name)}
        <Input maxLength={60} value={item.name} onChange={({ target }) => onChange({ ...item, name: target.value })} />
      </label>
      {isQuestion ? (
        <Checkbox checked={item.isRequired} onChange={({ target }) => onChange({ ...item, isRequired: target.checked })}>
          {t(texts.required)}
        </Checkbox>
      ) : null}
    </div>
  )
}

type ChoiceItem = Extract<FormItem, { choices: unknown }>

function Choices({ item, onChange }: { readonly item: ChoiceItem; readonly onChange: (item: FormItem) => void }) {
  const t = useText()
  const put = (choices: ChoiceItem['choices']) => onChange({ ...item, choices })
  const add = () => {
    const names = new Set(item.choices.map(({ name }) => name))
    const free = Array.from({ length: item.choices.length + 1 }, (_one, at) => `c${at + 1}`).find((name) => !names.has(name))
    put([...item.choices, { name: free ?? 'c', label: '' }])
  }
  return (
    <div className="survey-wide">
      {item.choices.map((choice, at) => (
        <div key={at} className="survey-choice-line">
          <Input
            value={choice.label}
            maxLength={500}
            aria-label={t(texts.choice, { n: at + 1 })}
            placeholder={t(texts.choice, { n: at + 1 })}
            onChange={({ target }) => put(item.choices.with(at, { ...choice, label: target.value }))}
          />
          <Input
            className="survey-name"
            value={choice.name}
            maxLength={60}
            aria-label={t(texts.choiceName, { n: at + 1 })}
            onChange={({ target }) => put(item.choices.with(at, { ...choice, name: target.value }))}
          />
          <Button size="small" type="text" onClick={() => put(item.choices.toSpliced(at, 1))}>
            {t(texts.remove)}
          </Button>
        </div>
      ))}
      <Button size="small" disabled={item.choices.length >= 40} onClick={add}>
        {t(texts.addChoice)}
      </Button>
    </div>
  )
}
