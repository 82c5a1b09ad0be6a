import type { readProposal, ReplyOf } from '@shengmian/contract'
import { useText } from '../../../lib/language.tsx'
import { objectiveNames, texts } from './texts.ts'

type Objective = ReplyOf<typeof readProposal>['objective']

/** The objectives in the solver's order: what the plan reaches, what is proven, and nothing more. */
export function ObjectiveTable({ objective }: { readonly objective: Objective }) {
  const t = useText()
  return (
    <table className="list objective">
      <thead>
        <tr>
          <th className="right" />
          <th>{t(texts.level)}</th>
          <th className="right">{t(texts.value)}</th>
          <th>{t(texts.proof)}</th>
          <th className="right">{t(texts.bound)}</th>
        </tr>
      </thead>
      <tbody>
        {objective.map((one, at) => {
          const name = objectiveNames[one.level]
          const scale = name?.scale ?? 1
          return (
            <tr key={one.level}>
              <td className="right muted number">{at + 1}</td>
              <td>{name === undefined ? one.level : t(name)}</td>
              <td className="right number">
                <strong>{inUnits(one.value, scale)}</strong> {name === undefined ? '' : t(name.unit)}
              </td>
              <td className="number">
                {one.proof === 'proven' ? <strong className="proven">{t(texts.proven)}</strong> : null}
                {one.proof === 'gap' ? (
                  <strong>{t(texts.gap, { n: inUnits(one.value - (one.bound ?? 0), scale) })}</strong>
                ) : null}
                {one.proof === 'open' ? <span className="muted">{t(texts.open)}</span> : null}
              </td>
              <td className="right muted number">{one.bound === null ? '—' : inUnits(one.bound, scale)}</td>
            </tr>
          )
        })}
      </tbody>
    </table>
  )
}

/** Thousandths of a person are shown as persons with three decimals; the rest are whole. */
function inUnits(value: number, scale: number): string {
  return scale === 1 ? value.toLocaleString('en') : value === 0 ? '0' : (value / scale).toFixed(3)
}
