import { useText } from '../../../lib/language.tsx'
import { Button, InputNumber, Select } from '../../../ui/antd.ts'
import { newSeed, type Rotation, type RotationAsked } from './words.ts'

const texts = {
  rounds: { zh: '排几轮', en: 'Rounds' },
  way: { zh: '排法', en: 'Way' },
  ways: {
    nearest: { zh: '路程最短', en: 'Least travel' },
    any: { zh: '不论路程', en: 'Any' },
    draw: { zh: '试抽下一轮', en: 'Trial draw of the next' },
  },
  other: { zh: '换一种', en: 'Another' },
  again: { zh: '重复派出', en: 'Repeats' },
  reversal: { zh: '反向派出', en: 'Reversals' },
  bar: { zh: '不许', en: 'Barred' },
  prefer: { zh: '尽量不', en: 'Avoided' },
  off: { zh: '不限', en: 'Allowed' },
  memory: { zh: '记住', en: 'Remember' },
  all: { zh: '以往各轮', en: 'All rounds' },
  lately: { zh: '近{n}轮', en: 'The last {n}' },
}

interface RotationOptionsProps {
  readonly asked: RotationAsked
  /** What holds where nothing was chosen. */
  readonly rules: Rotation['rules']
  readonly onChange: (asked: RotationAsked) => void
}

/** What the schedule is asked for, in one line. */
export function RotationOptions({ asked, rules, onChange }: RotationOptionsProps) {
  const t = useText()
  const memories = (['bar', 'prefer', 'off'] as const).map((value) => ({ value, label: t(texts[value]) }))
  return (
    <div className="rotation-options">
      <label>
        {t(texts.rounds)}
        <InputNumber
          min={1}
          max={20}
          value={asked.way === 'draw' ? 1 : asked.rounds}
          disabled={asked.way === 'draw'}
          onChange={(rounds) => onChange({ ...asked, rounds: rounds ?? 1 })}
        />
      </label>
      <label>
        {t(texts.way)}
        <Select
          aria-label={t(texts.way)}
          value={asked.way}
          options={(['nearest', 'any', 'draw'] as const).map((value) => ({ value, label: t(texts.ways[value]) }))}
          onChange={(way) => onChange({ ...asked, way, seed: newSeed() })}
        />
      </label>
      {asked.way === 'nearest' ? null : <Button onClick={() => onChange({ ...asked, seed: newSeed() })}>{t(texts.other)}</Button>}
      <label>
        {t(texts.again)}
        <Select
          aria-label={t(texts.again)}
          value={asked.again ?? rules.again}
          options={memories}
          onChange={(again) => onChange({ ...asked, again })}
        />
      </label>
      <label>
        {t(texts.reversal)}
        <Select
          aria-label={t(texts.reversal)}
          value={asked.reversal ?? rules.reversal}
          options={memories}
          onChange={(reversal) => onChange({ ...asked, reversal })}
        />
      </label>
      <label>
        {t(texts.memory)}
        <Select
          aria-label={t(texts.memory)}
          value={asked.memory ?? 0}
          options={[
            { value: 0, label: t(texts.all) },
            ...[1, 2, 3, 5].map((value) => ({ value, label: t(texts.lately, { n: value }) })),
          ]}
          onChange={(value) => {
            const { memory: _memory, ...rest } = asked
            onChange(value === 0 ? rest : { ...rest, memory: value })
          }}
        />
      </label>
    </div>
  )
}
