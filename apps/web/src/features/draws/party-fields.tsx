import { useText } from '../../lib/language.tsx'
import { Button, Form, Input, Select } from '../../ui/antd.ts'
import { sides, type Draw } from './texts.ts'

const texts = {
  account: { zh: '账号', en: 'Account' },
  name: { zh: '名义', en: 'In whose name' },
  nameHint: { zh: '如 市纪委监委派驻组', en: 'e.g. discipline supervisors' },
  side: { zh: '代表', en: 'For' },
  missing: { zh: '必填', en: 'required' },
  add: { zh: '加一方', en: 'Add a party' },
  remove: { zh: '移除', en: 'Remove' },
}

export interface PartyFilled {
  readonly account?: string
  readonly name: string
  readonly side: Draw['parties'][number]['side']
}

interface PartyFieldsProps {
  readonly label: string
  readonly accounts: readonly { readonly value: string; readonly label: string }[]
  readonly isLoading: boolean
}

/** Who sits at the table: an account for each party, under the name that will be published. */
export function PartyFields({ label, accounts, isLoading }: PartyFieldsProps) {
  const t = useText()
  const need = [{ required: true, message: t(texts.missing) }]
  const options = (Object.keys(sides) as (keyof typeof sides)[]).map((value) => ({ value, label: t(sides[value]) }))
  return (
    <Form.List name="parties">
      {(fields, { add, remove }) => (
        <fieldset className="draw-party-fields">
          <legend>{label}</legend>
          {fields.map(({ key, name }) => (
            <div key={key} className="draw-party-row">
              <Form.Item name={[name, 'side']} rules={need} noStyle>
                <Select aria-label={t(texts.side)} options={options} style={{ width: 120 }} />
              </Form.Item>
              <Form.Item name={[name, 'name']} rules={[{ required: true, whitespace: true, message: t(texts.missing) }]}>
                <Input aria-label={t(texts.name)} placeholder={t(texts.nameHint)} maxLength={200} />
              </Form.Item>
              <Form.Item name={[name, 'account']} rules={need}>
                <Select
                  aria-label={t(texts.account)}
                  showSearch={{ optionFilterProp: 'label' }}
                  loading={isLoading}
                  options={[...accounts]}
                  placeholder={t(texts.account)}
                />
              </Form.Item>
              <Button type="text" size="small" disabled={fields.length <= 3} onClick={() => remove(name)}>
                {t(texts.remove)}
              </Button>
            </div>
          ))}
          <Button size="small" onClick={() => add({ name: '', side: 'sending' })}>
            {t(texts.add)}
          </Button>
        </fieldset>
      )}
    </Form.List>
  )
}
