import { useText } from '../../../lib/language.tsx'
import { Checkbox } from '../../../ui/antd.ts'
import type { TargetDraft } from './use-target-draft.ts'
import { chosenOfUnit, type Unit } from './chosen.ts'
import { PlaceRow } from './place-row.tsx'
import { texts } from './texts.ts'
import { OfficialsCell, UnitCells } from './unit-cells.tsx'
import type { TreeRow } from './use-unit-tree.ts'

interface UnitTreeProps {
  readonly rows: readonly TreeRow[]
  readonly draft: TargetDraft
  readonly on: string
  readonly isLocked: boolean
  readonly onToggle: (key: string) => void
}

/** County → town → units, each with a box; a place's box takes or drops everything in it. */
export function UnitTree({ rows, draft, on, isLocked, onToggle }: UnitTreeProps) {
  const t = useText()
  const units = rows.flatMap((row) => (row.kind === 'unit' ? [row.unit] : []))
  return (
    <table className="list unit-tree">
      <thead>
        <tr>
          <th className="box-cell" />
          <th>{t(texts.unit)}</th>
          <th>{t(texts.class)}</th>
          <th>{t(texts.since)}</th>
          <th>{t(texts.last)}</th>
          <th className="right">{t(texts.population)}</th>
          <th className="right">{t(texts.workload)}</th>
          <th>{t(texts.officials)}</th>
        </tr>
      </thead>
      <tbody>
        {rows.map((row) =>
          row.kind === 'unit' ? (
            <UnitRow key={row.key} unit={row.unit} depth={row.depth} draft={draft} on={on} isLocked={isLocked} />
          ) : (
            <PlaceRow key={row.key} row={row} units={units} draft={draft} isLocked={isLocked} onToggle={onToggle} />
          ),
        )}
      </tbody>
    </table>
  )
}

interface UnitRowProps {
  readonly unit: Unit
  readonly depth: number
  readonly draft: TargetDraft
  readonly on: string
  readonly isLocked: boolean
}

function UnitRow({ unit, depth, draft, on, isLocked }: UnitRowProps) {
  const chosen = draft.chosen.get(unit.id)
  return (
    <tr>
      <td className="box-cell">
        <Checkbox
          aria-label={unit.name}
          checked={chosen !== undefined}
          disabled={isLocked}
          onChange={() => (chosen === undefined ? draft.add([chosenOfUnit(unit)]) : draft.remove([unit.id]))}
        />
      </td>
      <td>
        <span className={`indent-${depth}`} title={unit.name}>
          {unit.name}
        </span>
      </td>
      <UnitCells unit={unit} on={on} />
      <td className="right number">{unit.population?.toLocaleString('en') ?? '—'}</td>
      <td className="right number">{chosen?.workload ?? '—'}</td>
      <OfficialsCell officials={unit.officials} />
    </tr>
  )
}
