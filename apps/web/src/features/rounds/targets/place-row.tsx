import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useText } from '../../../lib/language.tsx'
import { Checkbox } from '../../../ui/antd.ts'
import { chosenOfUnit, type Unit } from './chosen.ts'
import { fetchOrgans, fetchUnits } from './fetch-units.ts'
import { texts } from './texts.ts'
import type { TargetDraft } from './use-target-draft.ts'
import type { TreeRow } from './use-unit-tree.ts'

interface PlaceRowProps {
  readonly row: Exclude<TreeRow, { readonly kind: 'unit' }>
  /** Every unit in sight, to tell a place that is taken whole from one taken in part. */
  readonly units: readonly Unit[]
  readonly draft: TargetDraft
  readonly isLocked: boolean
  readonly onToggle: (key: string) => void
}

/** A place or the bodies of a county: opens, and takes or drops what is in it. A whole city is never taken by one click. */
export function PlaceRow({ row, units, draft, isLocked, onToggle }: PlaceRowProps) {
  const t = useText()
  const queries = useQueryClient()
  const [isBusy, setBusy] = useState(false)
  const isOrgans = row.kind === 'organs'
  const name = isOrgans ? t(texts.organs) : row.place.name
  const isInside = (code: string) => (isOrgans ? code === row.place.code : code.startsWith(row.place.code))
  const known = units.filter((unit) => isInside(unit.place.code) && (isOrgans || isTaken(unit)))
  // What is in the other towns of a county is not known before they are opened.
  const isWhole = (isOrgans || row.place.code.length >= 9) && known.length > 0 && known.every((unit) => draft.chosen.has(unit.id))
  const inside = [...draft.chosen.values()].filter(({ place }) => isInside(place.code))
  const canTake = isOrgans || row.place.code.length >= 6
  const take = async () => {
    setBusy(true)
    try {
      const found = await queries.fetchQuery({
        queryKey: ['units-inside', row.key],
        queryFn: () => (isOrgans ? fetchOrgans(row.place.code) : fetchUnits(row.place.code)),
        staleTime: 60_000,
      })
      const units = isOrgans ? found : found.filter(isTaken)
      const all = units.length > 0 && units.every((unit) => draft.chosen.has(unit.id))
      if (all) draft.remove(units.map((unit) => unit.id))
      else draft.add(units.map(chosenOfUnit))
      if (!row.isOpen && row.place.code.length >= 9) onToggle(row.key)
    } finally {
      setBusy(false)
    }
  }
  return (
    <tr className="place-row">
      <td className="box-cell">
        {canTake ? (
          <Checkbox
            aria-label={isOrgans ? `${row.place.name}${name}` : name}
            checked={isWhole}
            indeterminate={!isWhole && inside.length > 0}
            disabled={isLocked || isBusy}
            onChange={() => void take()}
          />
        ) : null}
      </td>
      <td>
        <span className={`indent-${row.depth}`}>
          <button
            type="button"
            className="tree-toggle"
            aria-expanded={row.isOpen}
            aria-label={`${t(row.isOpen ? texts.close : texts.open)} ${name}`}
            onClick={() => onToggle(row.key)}
          >
            {row.isOpen ? '−' : '+'}
          </button>
          <strong>{name}</strong>
        </span>
      </td>
      <td colSpan={6} className="muted">
        {isBusy || row.isLoading ? t(texts.loading) : inside.length === 0 ? '' : t(texts.insideChosen, { n: inside.length })}
      </td>
    </tr>
  )
}

/** Farms and quarters that stand in the register beside the villages are taken one by one, never with their town. */
function isTaken(unit: Unit): boolean {
  return unit.kind !== 'other'
}
