import type { listRoundTemplates, ReplyOf, RoundMode, RoundType } from '@shengmian/contract'
import { useLanguage, useText } from '../../../lib/language.tsx'
import { roundKinds, roundModes, roundTypes } from '../../../lib/round-words.ts'
import { Checkbox, Form, Radio, Select, type FormInstance } from '../../../ui/antd.ts'
import type { SettingsForm } from './settings-form.ts'
import { modeNotes, texts } from './texts.ts'

type Templates = ReplyOf<typeof listRoundTemplates>

interface ModeFieldsProps {
  readonly form: FormInstance<SettingsForm>
  readonly templates: Templates | undefined
}

/** Kinds, template, mode and types; a type that contradicts the mode is shown with the reason and cannot be chosen. */
export function ModeFields({ form, templates }: ModeFieldsProps) {
  const t = useText()
  const { language } = useLanguage()
  const mode = Form.useWatch('mode', form)
  const types = Form.useWatch('types', form) ?? []
  const refused = (templates?.mixes ?? []).filter((mix) => mix.mode === mode)
  const takeTemplate = (label: string) => {
    const template = templates?.templates.find((one) => one.label === label)
    if (template !== undefined) form.setFieldsValue({ mode: template.mode, types: template.types })
  }
  const takeMode = (next: RoundMode) => {
    const gone = (templates?.mixes ?? []).filter((mix) => mix.mode === next).map((mix) => mix.type)
    form.setFieldValue(
      'types',
      types.filter((type) => !gone.includes(type)),
    )
  }
  return (
    <>
      <Form.Item name="kinds" label={t(texts.kinds)} rules={[{ required: true, message: t(texts.needKinds) }]}>
        <Checkbox.Group options={optionsOf(roundKinds, t)} />
      </Form.Item>
      <Form.Item name="template" label={t(texts.template)}>
        <Select
          onChange={takeTemplate}
          options={[
            { value: '', label: t(texts.noTemplate) },
            ...(templates?.templates ?? []).map((one) => ({ value: one.label, label: `${one.label} ${one[language]}` })),
          ]}
        />
      </Form.Item>
      <Form.Item name="mode" label={t(texts.mode)}>
        <Radio.Group className="mode-choice" onChange={(event) => takeMode(event.target.value as RoundMode)}>
          {(Object.keys(roundModes) as RoundMode[]).map((one) => (
            <Radio key={one} value={one}>
              {t(roundModes[one])} <span className="muted">{t(modeNotes[one])}</span>
            </Radio>
          ))}
        </Radio.Group>
      </Form.Item>
      <Form.Item label={t(texts.types)} className="type-choice">
        <Form.Item name="types" noStyle>
          <Checkbox.Group
            options={(Object.keys(roundTypes) as RoundType[]).map((type) => ({
              value: type,
              label: t(roundTypes[type]),
              disabled: refused.some((mix) => mix.type === type),
            }))}
          />
        </Form.Item>
        {refused.map((mix) => (
          <p key={mix.type} className="why-not">
            {t(texts.notAllowed, { type: t(roundTypes[mix.type]), mode: t(roundModes[mix.mode]), why: mix[language] })}
          </p>
        ))}
        {types.includes('level-raised') ? (
          <Form.Item name="elevated" valuePropName="checked" noStyle>
            <Checkbox>{t(texts.elevated)}</Checkbox>
          </Form.Item>
        ) : null}
      </Form.Item>
    </>
  )
}

function optionsOf<K extends string, T>(words: Readonly<Record<K, T>>, t: (text: T) => string): { value: K; label: string }[] {
  return (Object.keys(words) as K[]).map((value) => ({ value, label: t(words[value]) }))
}
