import { useText } from '../../../lib/language.tsx'
import { Unverified } from '../../../ui/unverified.tsx'
import type { Chosen } from './chosen.ts'
import { SinceBar } from './since-bar.tsx'
import { classes, texts } from './texts.ts'

/** The columns that both tables of units share: class, time since the last inspection, its year. */
export function UnitCells({ unit, on }: { readonly unit: Pick<Chosen, 'class' | 'lastInspected'>; readonly on: string }) {
  const t = useText()
  return (
    <>
      <td>{unit.class === null ? <Unverified /> : t(classes[unit.class])}</td>
      <td>
        <SinceBar lastInspected={unit.lastInspected} on={on} />
      </td>
      <td className="number">{unit.lastInspected === null ? '—' : t(texts.year, { n: unit.lastInspected.slice(0, 4) })}</td>
    </>
  )
}

/** Officials known; a list that nobody entered is not an empty list. */
export function OfficialsCell({ officials }: { readonly officials: number | null }) {
  const t = useText()
  return <td>{officials === null ? <Unverified /> : <span className="number">{t(texts.people, { n: officials })}</span>}</td>
}
