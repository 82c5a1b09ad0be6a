import { useState } from 'react'
import { useText } from '../../../lib/language.tsx'
import { Checkbox, Form, InputNumber, Radio } from '../../../ui/antd.ts'
import { WHOLE_COUNTRY } from '../../../ui/whole-country.ts'
import type { TermCalendar } from './matrix.ts'
import { lookBackTexts as texts, settingTexts } from './texts.ts'

const CLASSES = ['lagging', 'ordinary', 'exemplary', 'unknown'] as const

/** What a look-back starts from: a fifth of the lagging units, a year after, by the level above. */
const USUAL: NonNullable<TermCalendar['settings']['lookBack']> = {
  classes: ['lagging'],
  share: 20,
  units: [],
  after: 4,
  within: null,
  by: 'above',
  days: null,
  workload: 4,
}

/** Which units are visited twice, from when on, and by whose teams. */
export function LookBackFields({ calendar: { settings, authority } }: { readonly calendar: TermCalendar }) {
  const t = useText()
  const form = Form.useFormInstance()
  const [isOn, setOn] = useState(settings.lookBack !== null)
  const by = Form.useWatch<'own' | 'above' | undefined>(['lookBack', 'by'], form)
  const number = (max: number, min = 1) => <InputNumber min={min} max={max} precision={0} />
  const required = [{ required: true, message: '' }]
  const isTop = authority.code === WHOLE_COUNTRY
  const turn = (on: boolean) => {
    setOn(on)
    if (on) form.setFieldsValue({ lookBack: settings.lookBack ?? { ...USUAL, by: isTop ? 'own' : 'above' } })
  }
  return (
    <fieldset className="is-wide">
      <legend>
        <Checkbox checked={isOn} onChange={({ target }) => turn(target.checked)}>
          {t(texts.title)}
        </Checkbox>
      </legend>
      {isOn ? (
        <>
          <Form.Item name={['lookBack', 'classes']} label={t(texts.classes)} extra={t(texts.classesWhy)} className="is-line">
            <Checkbox.Group options={CLASSES.map((value) => ({ value, label: t(settingTexts.classes[value]) }))} />
          </Form.Item>
          <Form.Item name={['lookBack', 'share']} label={t(texts.share)} rules={required}>
            {number(100)}
          </Form.Item>
          <Form.Item name={['lookBack', 'workload']} label={t(texts.workload)} rules={required}>
            {number(1000)}
          </Form.Item>
          <Form.Item name={['lookBack', 'after']} label={t(texts.after)} extra={t(texts.afterUnit)} rules={required}>
            {number(60)}
          </Form.Item>
          <Form.Item
            name={['lookBack', 'within']}
            label={t(texts.within)}
            extra={t(texts.withinUnit)}
            dependencies={[['lookBack', 'after']]}
            rules={[
              ({ getFieldValue }) => ({
                validator: (_, value: number | null) =>
                  typeof value === 'number' && value < Number(getFieldValue(['lookBack', 'after']))
                    ? Promise.reject(new Error(t(texts.withinLow)))
                    : Promise.resolve(),
              }),
            ]}
          >
            {number(60)}
          </Form.Item>
          <p className="muted is-line">{t(texts.lateWhy)}</p>
          <Form.Item name={['lookBack', 'by']} label={t(texts.by)} className="is-line">
            <Radio.Group
              options={(['above', 'own'] as const).map((value) => ({
                value,
                label: t(texts.bys[value]),
                disabled: isTop && value === 'above',
              }))}
            />
          </Form.Item>
          {by === 'above' ? (
            <Form.Item name={['lookBack', 'days']} label={t(texts.days)} extra={t(texts.daysAuto)} className="is-line">
              {number(1_000_000, 0)}
            </Form.Item>
          ) : null}
          {(settings.lookBack?.units.length ?? 0) > 0 ? (
            <p className="muted is-line">{t(texts.namedAlready, { n: settings.lookBack?.units.length ?? 0 })}</p>
          ) : null}
        </>
      ) : null}
    </fieldset>
  )
}
