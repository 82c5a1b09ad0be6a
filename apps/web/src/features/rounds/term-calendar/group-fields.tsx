import { useText } from '../../../lib/language.tsx'
import { Button, Form, Input, InputNumber, Select } from '../../../ui/antd.ts'
import type { TermCalendar } from './matrix.ts'
import { settingTexts as texts } from './texts.ts'

/** Counties that share their teams: each group a name, its counties, and days of its own where it has them. */
export function GroupFields({ calendar: { counties } }: { readonly calendar: TermCalendar }) {
  const t = useText()
  const form = Form.useFormInstance()
  const groups =
    Form.useWatch<readonly ({ readonly counties?: readonly string[] } | undefined)[] | undefined>('groups', form) ?? []
  return (
    <Form.List name="groups">
      {(fields, { add, remove }) => (
        <fieldset className="is-wide is-rows">
          <legend>{t(texts.groups)}</legend>
          <p className="muted">{t(texts.groupsWhy)}</p>
          {fields.map(({ key, name }) => {
            // a county draws on one supply
            const elsewhere = new Set(groups.flatMap((group, k) => (k === name ? [] : (group?.counties ?? []))))
            return (
              <div key={key} className="term-calendar-group">
                <Form.Item name={[name, 'name']} rules={[{ required: true, whitespace: true, message: t(texts.groupNeedName) }]}>
                  <Input aria-label={t(texts.groupName)} placeholder={t(texts.groupNameEg)} maxLength={100} />
                </Form.Item>
                <Form.Item
                  name={[name, 'counties']}
                  rules={[{ required: true, type: 'array', min: 2, message: t(texts.groupNeedCounties) }]}
                >
                  <Select
                    mode="multiple"
                    aria-label={t(texts.groupCounties)}
                    placeholder={t(texts.groupCounties)}
                    optionFilterProp="label"
                    options={counties.map(({ code, name: label }) => ({ value: code, label, disabled: elsewhere.has(code) }))}
                  />
                </Form.Item>
                <Form.Item name={[name, 'days']}>
                  <InputNumber
                    min={0}
                    max={1_000_000}
                    precision={0}
                    aria-label={t(texts.groupDays)}
                    placeholder={t(texts.groupDaysAuto)}
                  />
                </Form.Item>
                <Button type="link" onClick={() => remove(name)}>
                  {t(texts.removeException)}
                </Button>
              </div>
            )
          })}
          <Button onClick={() => add({ days: null })}>{t(texts.addGroup)}</Button>
        </fieldset>
      )}
    </Form.List>
  )
}
