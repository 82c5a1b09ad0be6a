import { getUnit, listRoundTargets } from '@shengmian/contract'
import { useState } from 'react'
import { useText } from '../../../lib/language.tsx'
import { useRead } from '../../../lib/use-endpoint.ts'
import { Select } from '../../../ui/antd.ts'
import './late-ties.css'

const texts = {
  target: { zh: '被巡察党组织', en: 'Target' },
  official: { zh: '班子成员', en: 'Official' },
  whole: { zh: '整个单位', en: 'the unit as a whole' },
  unknown: { zh: '班子名单未核，只能报整个单位', en: 'officials unknown: only the unit as a whole' },
}

/** One official of a target, or the target as a whole. */
export type TieEnd = { readonly official: string } | { readonly unit: string }

interface TargetOfficialProps {
  readonly round: string
  readonly id?: string
  readonly value?: TieEnd
  readonly onChange?: (end: TieEnd) => void
}

const WHOLE = ''

/** First the target, then somebody of its leadership or the unit itself. */
export function TargetOfficial({ round, id, value, onChange }: TargetOfficialProps) {
  const t = useText()
  const [target, setTarget] = useState<string | null>(null)
  const targets = useRead(listRoundTargets, { params: { round } })
  const dossier = useRead(getUnit, { params: { unit: target ?? '' } }, { enabled: target !== null })
  const officials = dossier.data?.officials ?? null
  const choose = (official: string) => {
    if (target !== null) onChange?.(official === WHOLE ? { unit: target } : { official })
  }
  return (
    <div className="tie-end">
      <Select
        {...(id === undefined ? {} : { id })}
        aria-label={t(texts.target)}
        placeholder={t(texts.target)}
        showSearch={{ optionFilterProp: 'label' }}
        loading={targets.isPending}
        value={target}
        onChange={(unit: string) => {
          setTarget(unit)
          onChange?.({ unit })
        }}
        options={(targets.data?.items ?? []).map((one) => ({ value: one.unit, label: `${one.county.name} ${one.name}` }))}
      />
      {target === null ? null : (
        <Select
          aria-label={t(texts.official)}
          showSearch={{ optionFilterProp: 'label' }}
          loading={dossier.isPending}
          value={value !== undefined && 'official' in value ? value.official : WHOLE}
          onChange={choose}
          options={[
            { value: WHOLE, label: t(texts.whole) },
            ...(officials ?? []).map((official) => ({
              value: official.id,
              label: official.title === null ? official.name : `${official.name} ${official.title}`,
            })),
          ]}
        />
      )}
      {target !== null && dossier.isSuccess && officials === null ? <span className="unverified">{t(texts.unknown)}</span> : null}
    </div>
  )
}
