import type { listRoundTemplates, ReplyOf, Warning } from '@shengmian/contract'
import { useLanguage, useText } from '../../../lib/language.tsx'
import { Form, type FormInstance } from '../../../ui/antd.ts'
import { Warnings } from '../parts/warnings.tsx'
import type { SettingsForm } from './settings-form.ts'
import { texts } from './texts.ts'

interface SettingsAsideProps {
  readonly form: FormInstance<SettingsForm>
  readonly templates: ReplyOf<typeof listRoundTemplates> | undefined
  readonly warnings: readonly Warning[]
}

/** Beside the form: what the template brings, which documents the choice rests on, what the three bodies are. */
export function SettingsAside({ form, templates, warnings }: SettingsAsideProps) {
  const t = useText()
  const { language } = useLanguage()
  const mode = Form.useWatch('mode', form)
  const types = Form.useWatch('types', form) ?? []
  const label = Form.useWatch('template', form)
  const template = templates?.templates.find((one) => one.label === label)
  const bases = (templates?.bases ?? []).filter((basis) => basis.of === mode || types.some((type) => type === basis.of))
  return (
    <>
      {warnings.length === 0 ? null : (
        <section>
          <Warnings items={warnings} />
        </section>
      )}
      {template === undefined ? null : (
        <section>
          <h2>{t(texts.parts, { label: template.label })}</h2>
          <ul className="plain">
            {template.parts.map((part) => (
              <li key={part.en}>
                <strong className="number">{part.count}</strong> {part[language]}
                {part.items.length === 0 ? null : (
                  <ol>
                    {part.items.map((item) => (
                      <li key={item}>{item}</li>
                    ))}
                  </ol>
                )}
              </li>
            ))}
          </ul>
        </section>
      )}
      <section>
        <h2>{t(texts.basis)}</h2>
        <ul className="plain">
          {[...new Map(bases.map((basis) => [basis.title + basis.clause, basis])).values()].map((basis) => (
            <li key={basis.title + basis.clause}>
              {basis.title} <span className="muted">{basis.clause}</span>
            </li>
          ))}
        </ul>
        <p>{t(texts.basisNote)}</p>
      </section>
      <section>
        <h2>{t(texts.bodies)}</h2>
        <p>{t(texts.bodiesNote)}</p>
      </section>
    </>
  )
}
