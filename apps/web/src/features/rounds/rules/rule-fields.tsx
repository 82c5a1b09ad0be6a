import { useText, type Text } from '../../../lib/language.tsx'
import { Checkbox, InputNumber, Select } from '../../../ui/antd.ts'
import type { RoundDetail } from '../settings/settings-form.ts'
import { levels, texts } from './texts.ts'
import './rules.css'

export type Rules = RoundDetail['rules']
type NumberRule = 'coolingOffYears' | 'longPostingYears' | 'repeatRounds' | 'maxSameHome' | 'minSenior' | 'maxNewcomers'
type SwitchRule = 'noSwap' | 'zoneBound' | 'wholeTeams' | 'hostPerTeam' | 'distinctLeaders'

interface RuleFieldsProps {
  readonly rules: Rules
  readonly isLocked: boolean
  readonly onChange: (rules: Rules) => void
}

/** The rules of a round; what is left empty follows the default of the format. */
export function RuleFields({ rules, isLocked, onChange }: RuleFieldsProps) {
  const t = useText()
  const set = (part: Partial<Rules>) => onChange({ ...rules, ...part })
  const level = (key: 'recusalLevel' | 'homeLevel') => (
    <label className="rule">
      <span>{t(texts[key])}</span>
      <Select
        aria-label={t(texts[key])}
        disabled={isLocked}
        value={rules[key] ?? 'county'}
        onChange={(value) => set({ [key]: value })}
        options={optionsOf(levels, t)}
      />
    </label>
  )
  const choice = (key: 'again' | 'reversal') => (
    <label className="rule">
      <span>{t(texts[key])}</span>
      <Select
        aria-label={t(texts[key])}
        disabled={isLocked}
        value={rules[key] ?? null}
        placeholder={t(texts.byDefault)}
        onChange={(value) => set({ [key]: value })}
        options={(['bar', 'prefer', 'off'] as const).map((value) => ({ value, label: t(texts[value]) }))}
      />
    </label>
  )
  const number = (key: NumberRule, unit: Text) => (
    <label className="rule">
      <span>{t(texts[key])}</span>
      <InputNumber
        aria-label={t(texts[key])}
        disabled={isLocked}
        min={0}
        max={key === 'coolingOffYears' || key === 'longPostingYears' || key === 'repeatRounds' ? 100 : 1000}
        placeholder={t(texts.byDefault)}
        value={rules[key] ?? null}
        suffix={t(unit)}
        onChange={(value) => onChange(withNumber(rules, key, value))}
      />
    </label>
  )
  const box = (key: SwitchRule) => (
    <Checkbox disabled={isLocked} checked={rules[key] ?? false} onChange={(event) => set({ [key]: event.target.checked })}>
      {t(texts[key])}
    </Checkbox>
  )
  return (
    <div className="rules">
      <fieldset>
        <legend>{t(texts.region)}</legend>
        {level('recusalLevel')}
        {level('homeLevel')}
        {number('coolingOffYears', texts.years)}
        {number('longPostingYears', texts.years)}
        {number('repeatRounds', texts.rounds)}
        {choice('again')}
        {choice('reversal')}
        <label className="rule">
          <span>{t(texts.unverified)}</span>
          <Select
            aria-label={t(texts.unverified)}
            disabled={isLocked}
            value={rules.unverified ?? 'cost'}
            onChange={(unverified) => set({ unverified })}
            options={[
              { value: 'cost', label: t(texts.cost) },
              { value: 'bar', label: t(texts.unverifiedBar) },
            ]}
          />
        </label>
      </fieldset>
      <fieldset>
        <legend>{t(texts.numbers)}</legend>
        {number('maxSameHome', texts.people)}
        {number('minSenior', texts.people)}
        {number('maxNewcomers', texts.people)}
      </fieldset>
      <fieldset className="switches">
        <legend>{t(texts.switches)}</legend>
        {box('hostPerTeam')}
        {box('wholeTeams')}
        {box('noSwap')}
        {box('zoneBound')}
        {box('distinctLeaders')}
      </fieldset>
      <p className="muted">{t(texts.fixed)}</p>
    </div>
  )
}

/** Emptying a number goes back to the default: the key is left out, since `null` would lift the rule. */
function withNumber(rules: Rules, key: NumberRule, value: number | null): Rules {
  if (value !== null) return { ...rules, [key]: value }
  const { [key]: _gone, ...rest } = rules
  return rest
}

function optionsOf<K extends string>(words: Readonly<Record<K, Text>>, t: (text: Text) => string): { value: K; label: string }[] {
  return (Object.keys(words) as K[]).map((value) => ({ value, label: t(words[value]) }))
}
