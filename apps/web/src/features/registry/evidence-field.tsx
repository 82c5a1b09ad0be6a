import type { Person } from '@shengmian/contract'
import { useText } from '../../lib/language.tsx'
import { Input } from '../../ui/antd.ts'
import { DayField } from '../../ui/day-field.tsx'
import { facts } from './texts.ts'

const texts = {
  source: { zh: '{fact}的来源', en: 'Source of {fact}' },
  day: { zh: '{fact}的核实日期', en: 'Day on which {fact} was checked' },
  sourceHint: { zh: '来源，如干部档案', en: 'Source, such as the cadre file' },
}

type Evidence = Person['evidence']
type Fact = keyof Evidence

interface EvidenceFieldProps {
  readonly value?: Evidence
  readonly onChange?: (evidence: Evidence) => void
}

/** Where each fact comes from and when it was checked, a line a fact. */
export function EvidenceField({ value = {}, onChange }: EvidenceFieldProps) {
  const t = useText()
  const change = (fact: Fact, more: { source?: string | null; date?: string | null }) =>
    onChange?.({ ...value, [fact]: { source: null, date: null, ...value[fact], ...more } })
  return (
    <div className="evidence-lines">
      {(Object.keys(facts) as Fact[]).map((fact) => (
        <div key={fact}>
          <span>{t(facts[fact])}</span>
          <Input
            aria-label={t(texts.source, { fact: t(facts[fact]) })}
            placeholder={t(texts.sourceHint)}
            maxLength={200}
            value={value[fact]?.source ?? ''}
            onChange={(event) => change(fact, { source: event.target.value === '' ? null : event.target.value })}
          />
          <DayField
            label={t(texts.day, { fact: t(facts[fact]) })}
            value={value[fact]?.date ?? null}
            onChange={(date) => change(fact, { date })}
          />
        </div>
      ))}
    </div>
  )
}
