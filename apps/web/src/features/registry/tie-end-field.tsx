import { getUnit, type Tie } from '@shengmian/contract'
import { useState } from 'react'
import { useText } from '../../lib/language.tsx'
import { useRead } from '../../lib/use-endpoint.ts'
import { Input, Radio, Select } from '../../ui/antd.ts'
import { PersonField } from '../../ui/person-field.tsx'
import { UnitField } from '../../ui/unit-field.tsx'
import { tieTexts as texts } from './tie-texts.ts'

type End = Tie['other']

interface TieEndFieldProps {
  readonly authority: string
  /** What can be named: a person himself reads neither the pool nor lists of officials. */
  readonly kinds: readonly End['kind'][]
  readonly value?: End | null
  readonly onChange?: (end: End | null) => void
}

/** Whom a tie leads to: an official of a unit, a unit, somebody of the pool, or anybody else by name. */
export function TieEndField({ authority, kinds, value = null, onChange }: TieEndFieldProps) {
  const t = useText()
  const [kind, setKind] = useState<End['kind']>(value?.kind ?? kinds[0] ?? 'outsider')
  const [unit, setUnit] = useState<string | null>(null)
  const dossier = useRead(getUnit, { params: { unit: unit ?? '' } }, { enabled: kind === 'official' && unit !== null })
  const officials = dossier.data?.officials ?? []
  // The server takes the name from the register; a name is sent because the wire asks for one.
  const end = (id: string | null, name = '-') =>
    onChange?.(id === null ? null : { kind, id, authority: kind === 'person' ? authority : null, name })
  return (
    <div className="known-list">
      <Radio.Group
        aria-label={t(texts.other)}
        value={kind}
        options={kinds.map((one) => ({ value: one, label: t(texts[one]) }))}
        onChange={(event) => {
          setKind(event.target.value as End['kind'])
          setUnit(null)
          onChange?.(null)
        }}
      />
      {kind === 'outsider' ? (
        <Input
          aria-label={t(texts.outsiderName)}
          placeholder={t(texts.outsiderName)}
          maxLength={100}
          value={value?.name ?? ''}
          onChange={(event) =>
            onChange?.(event.target.value === '' ? null : { kind, id: null, authority: null, name: event.target.value })
          }
        />
      ) : null}
      {kind === 'person' ? <PersonField authority={authority} value={value?.id ?? null} onChange={(id) => end(id)} /> : null}
      {kind === 'unit' ? <UnitField within={authority} value={value?.id ?? null} onChange={(id) => end(id)} /> : null}
      {kind === 'official' ? (
        <>
          <UnitField
            within={authority}
            value={unit}
            onChange={(id) => {
              setUnit(id)
              onChange?.(null)
            }}
          />
          {unit === null ? null : (
            <Select
              aria-label={t(texts.chooseOfficial)}
              placeholder={t(dossier.data !== undefined && officials.length === 0 ? texts.noOfficials : texts.chooseOfficial)}
              loading={dossier.isPending}
              value={value?.id ?? null}
              onChange={(id: string) => end(id, officials.find((one) => one.id === id)?.name)}
              options={officials.map((one) => ({ value: one.id, label: `${one.name} ${one.title}` }))}
            />
          )}
        </>
      ) : null}
    </div>
  )
}
