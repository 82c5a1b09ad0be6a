import type { RoundMode } from '@shengmian/contract'
import { useText, type Text } from '../../../lib/language.tsx'
import { InputNumber, Select } from '../../../ui/antd.ts'
import type { RoundDetail } from '../settings/settings-form.ts'
import { ruleDefaults } from './rule-defaults.ts'
import { choices, texts } from './texts.ts'
import './rules.css'

export type Rules = RoundDetail['rules']
type NumberRule = 'coolingOffYears' | 'longPostingYears' | 'repeatRounds' | 'maxSameHome' | 'minSenior' | 'maxNewcomers'
type ChoiceRule = Exclude<keyof Rules, NumberRule>

const levels = ['province', 'city', 'county', 'township', 'village'] as const
const memory = ['bar', 'prefer', 'off'] as const
const switches = ['hostPerTeam', 'wholeTeams', 'noSwap', 'zoneBound', 'distinctLeaders'] as const

interface RuleFieldsProps {
  readonly rules: Rules
  readonly mode: RoundMode
  readonly isLocked: boolean
  readonly onChange: (rules: Rules) => void
}

/** The rules of a round; an empty field shows the default it stands for. */
export function RuleFields({ rules, mode, isLocked, onChange }: RuleFieldsProps) {
  const t = useText()
  const defaults = ruleDefaults(mode)
  const set = (key: keyof Rules, value: unknown) => {
    const { [key]: _before, ...rest } = rules
    // Emptied = back to the default: the key is left out, since `null` would lift the rule.
    onChange(value === null || value === undefined ? rest : { ...rest, [key]: value })
  }
  const choice = (key: ChoiceRule, values: readonly (string | boolean)[]) => (
    <label className="rule" key={key}>
      <span>{t(texts[key])}</span>
      <Select
        aria-label={t(texts[key])}
        allowClear
        disabled={isLocked}
        value={rules[key] === undefined ? null : String(rules[key])}
        placeholder={t(texts.byDefault, { value: t(wordOf(key, defaults[key])) })}
        onChange={(value: string | undefined) =>
          set(
            key,
            values.find((one) => String(one) === value),
          )
        }
        options={values.map((value) => ({ value: String(value), label: t(wordOf(key, value)) }))}
      />
    </label>
  )
  const number = (key: NumberRule, unit: Text) => (
    <label className="rule" key={key}>
      <span>{t(texts[key])}</span>
      <InputNumber
        aria-label={t(texts[key])}
        disabled={isLocked}
        min={0}
        max={100}
        placeholder={t(texts.byDefault, { value: defaults[key] ?? t(choices.off) })}
        value={rules[key] ?? null}
        suffix={t(unit)}
        onChange={(value) => set(key, value)}
      />
    </label>
  )
  return (
    <div className="rules">
      <fieldset>
        <legend>{t(texts.region)}</legend>
        {choice('recusalLevel', levels)}
        {choice('homeLevel', levels)}
        {number('coolingOffYears', texts.years)}
        {number('longPostingYears', texts.years)}
        {number('repeatRounds', texts.rounds)}
        {choice('again', memory)}
        {choice('reversal', memory)}
        {choice('unverified', ['cost', 'bar'])}
      </fieldset>
      <fieldset>
        <legend>{t(texts.demands)}</legend>
        {number('maxSameHome', texts.people)}
        {number('minSenior', texts.people)}
        {number('maxNewcomers', texts.people)}
        {switches.map((key) => choice(key, [true, false]))}
      </fieldset>
      <p className="muted">{t(texts.fixed)}</p>
    </div>
  )
}

function wordOf(key: ChoiceRule, value: string | boolean): Text {
  if (key === 'unverified' && value === 'bar') return choices.never
  return choices[String(value) as keyof typeof choices]
}
