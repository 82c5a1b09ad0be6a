import type { BodyOf, setCalendarSettings } from '@shengmian/contract'
import { useText } from '../../../lib/language.tsx'
import { ActDialog } from '../../../ui/act-dialog.tsx'
import { Button, Checkbox, Form, Input, InputNumber, Radio, Select } from '../../../ui/antd.ts'
import { texts as termTexts } from '../terms/texts.ts'
import { GroupFields } from './group-fields.tsx'
import { LookBackFields } from './look-back-fields.tsx'
import { periodName, type TermCalendar } from './matrix.ts'
import { settingTexts } from './texts.ts'
import './settings-dialog.css'

type Settings = BodyOf<typeof setCalendarSettings>
const LEVELS = ['county', 'township', 'village', 'other'] as const
const CLASSES = ['lagging', 'ordinary', 'exemplary', 'unknown'] as const
const MONTHS = [1, 2, 3, 4, 6, 12] as const

interface SettingsDialogProps {
  readonly calendar: TermCalendar
  readonly isBusy: boolean
  readonly error: unknown
  readonly onDone: (settings: Settings) => void
  readonly onClose: () => void
}

/** How a calendar is planned: periods, levels, team-days, stay, spacing, urgency, look-backs. */
export function SettingsDialog({ calendar, isBusy, error, onDone, onClose }: SettingsDialogProps) {
  const t = useText()
  const [form] = Form.useForm<Settings>()
  const months = Form.useWatch('months', form) ?? calendar.settings.months
  const share = Form.useWatch('share', form) ?? calendar.settings.share
  const number = (min: number, max: number) => <InputNumber min={min} max={max} precision={0} />
  const required = [{ required: true, message: '' }]
  return (
    <ActDialog
      title={t(settingTexts.title)}
      act={t(settingTexts.save)}
      width={640}
      isBusy={isBusy}
      error={error}
      onAct={() => form.submit()}
      onClose={onClose}
    >
      <Form
        form={form}
        layout="vertical"
        className="term-calendar-settings"
        initialValues={calendar.settings}
        onFinish={({ days, exceptions, groups, lookBack, ...rest }) =>
          onDone({
            ...rest,
            days: days ?? null,
            lookBack:
              lookBack === undefined || lookBack === null
                ? null
                : // what is not shown has no value: named units stay, and the level above has no days where it looks at nothing
                  {
                    ...lookBack,
                    within: lookBack.within ?? null,
                    units: calendar.settings.lookBack?.units ?? [],
                    days: lookBack.days ?? null,
                  },
            groups: rest.share === 'county' ? (groups ?? []).map((group) => ({ ...group, days: group.days ?? null })) : [],
            exceptions: months === calendar.settings.months ? (exceptions ?? []) : [],
          })
        }
      >
        <Form.Item name="months" label={t(settingTexts.months)} extra={t(settingTexts.monthsWhy)}>
          <Select options={MONTHS.map((value) => ({ value, label: t(settingTexts.monthsOf[value]) }))} />
        </Form.Item>
        <Form.Item name="days" label={t(settingTexts.days)} extra={`${t(settingTexts.daysAuto)}；${t(settingTexts.daysWhy)}`}>
          {number(0, 1_000_000)}
        </Form.Item>
        {calendar.authority.code.length < 6 ? (
          <Form.Item name="share" label={t(settingTexts.share)} className="is-wide">
            <Radio.Group
              options={(['whole', 'county'] as const).map((value) => ({ value, label: t(settingTexts.shares[value]) }))}
            />
          </Form.Item>
        ) : (
          <Form.Item name="share" hidden>
            <Input />
          </Form.Item>
        )}
        {share === 'county' && calendar.counties.length > 1 ? <GroupFields calendar={calendar} /> : null}
        <Form.Item name="levels" label={t(settingTexts.levels)} rules={required} className="is-wide">
          <Checkbox.Group options={LEVELS.map((value) => ({ value, label: t(termTexts.levels[value]) }))} />
        </Form.Item>
        <fieldset className="is-wide">
          <legend>{t(settingTexts.workload)}</legend>
          {LEVELS.map((level) => (
            <Form.Item key={level} name={['workload', level]} label={t(termTexts.levels[level])} rules={required}>
              {number(1, 1000)}
            </Form.Item>
          ))}
        </fieldset>
        <Form.Item name="stay" label={t(settingTexts.stay)} extra={t(settingTexts.stayWhy)} rules={required}>
          {number(1, 366)}
        </Form.Item>
        <Form.Item name="spacing" label={t(settingTexts.spacing)} extra={t(settingTexts.spacingUnit)} rules={required}>
          {number(1, 60)}
        </Form.Item>
        <fieldset className="is-wide">
          <legend>{t(settingTexts.urgency)}</legend>
          {CLASSES.map((one) => (
            <Form.Item key={one} name={['urgency', one]} label={t(settingTexts.classes[one])} rules={required}>
              {number(0, 100)}
            </Form.Item>
          ))}
        </fieldset>
        <LookBackFields calendar={calendar} />
        {months === calendar.settings.months ? (
          <Form.List name="exceptions">
            {(fields, { add, remove }) => (
              <fieldset className="is-wide is-rows">
                <legend>{t(settingTexts.exceptions)}</legend>
                {fields.map(({ key, name }) => (
                  <div key={key} className="term-calendar-exception">
                    <Form.Item name={[name, 'period']} rules={required}>
                      <Select
                        aria-label={t(settingTexts.months)}
                        options={calendar.periods.map((period) => ({
                          value: period.id,
                          label: t(periodName(period)),
                          disabled: period.isPast,
                        }))}
                      />
                    </Form.Item>
                    <Form.Item name={[name, 'days']} rules={required}>
                      {number(0, 1_000_000)}
                    </Form.Item>
                    <Button type="link" onClick={() => remove(name)}>
                      {t(settingTexts.removeException)}
                    </Button>
                  </div>
                ))}
                <Button onClick={() => add({ days: 0 })}>{t(settingTexts.addException)}</Button>
              </fieldset>
            )}
          </Form.List>
        ) : null}
      </Form>
    </ActDialog>
  )
}
