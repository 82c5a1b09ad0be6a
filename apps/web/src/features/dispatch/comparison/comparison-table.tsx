import { useText } from '../../../lib/language.tsx'
import { figureText, groupRows, unitOf, type AdoptableMode, type Comparison, type ComparisonRow } from './words.ts'

const texts = {
  label: { zh: '方式比选表', en: 'Modes side by side' },
  figure: { zh: '指标', en: 'Figure' },
  none: { zh: '编不成', en: 'no plan' },
  measured: { zh: '只供对照', en: 'for comparison only' },
  feasible: { zh: '可编成', en: 'has a plan' },
  proven: { zh: '已证最小', en: 'proven least' },
  provenMost: { zh: '已证最多', en: 'proven most' },
  bound: { zh: '下界{n}', en: 'bound {n}' },
  most: { zh: '至多{n}', en: 'at most {n}' },
  adopt: { zh: '采用', en: 'Take over' },
  adopted: { zh: '已采用', en: 'taken over' },
}

interface ComparisonTableProps {
  readonly comparison: Comparison
  /** Null where the reader may take no mode over. */
  readonly onAdopt: ((mode: AdoptableMode) => void) | null
}

/** One column a mode, one line a figure; the best lawful modes of a line are bold, and there is no total. */
export function ComparisonTable({ comparison, onAdopt }: ComparisonTableProps) {
  const t = useText()
  const { columns, rows, adoptions } = comparison
  const held = adoptions[0]?.origin === 'adopted' ? adoptions[0].mode : null
  return (
    <div className="modes-scroll">
      <table className="modes-table" aria-label={t(texts.label)}>
        <thead>
          <tr>
            <th scope="col" className="modes-figure">
              {t(texts.figure)}
            </th>
            {columns.map(({ mode, name, feasible }) => (
              <th key={mode} scope="col" className={mode === 'local' ? 'modes-local' : ''}>
                <strong>{t(name)}</strong>
                <small className={feasible ? '' : 'modes-none'}>
                  {t(mode === 'local' && feasible ? texts.measured : feasible ? texts.feasible : texts.none)}
                  {mode === held ? <strong className="proven">{t(texts.adopted)}</strong> : null}
                  {onAdopt !== null && mode !== 'local' && feasible ? (
                    <button type="button" className="button-link" onClick={() => onAdopt(mode)}>
                      {t(texts.adopt)}
                    </button>
                  ) : null}
                </small>
              </th>
            ))}
          </tr>
        </thead>
        {groupRows(rows).map((group) => (
          <tbody key={group.title.zh}>
            <tr className="modes-group">
              <th scope="colgroup" colSpan={columns.length + 1}>
                <span>{t(group.title)}</span>
              </th>
            </tr>
            {group.rows.map((row) => (
              <tr key={row.figure}>
                <th scope="row" className="modes-figure" title={t(row.means)}>
                  {t(row.name)} <span className="muted">{t(unitOf(row))}</span>
                </th>
                {row.cells.map((cell) => (
                  <Cell key={cell.mode} row={row} cell={cell} />
                ))}
              </tr>
            ))}
          </tbody>
        ))}
      </table>
    </div>
  )
}

/** A value with what is proven of it; without a value, the reason where there is one. */
function Cell({ row, cell }: { readonly row: ComparisonRow; readonly cell: ComparisonRow['cells'][number] }) {
  const t = useText()
  const { mode, value, bound, proven, best, note } = cell
  const isMost = row.figure === 'rounds' || row.figure === 'strictRounds'
  return (
    <td className={mode === 'local' ? 'modes-local' : ''} {...(note === null ? {} : { title: t(note) })}>
      {value === null || bound === null ? null : (
        <small className="number">
          {proven
            ? t(isMost ? texts.provenMost : texts.proven)
            : t(isMost ? texts.most : texts.bound, { n: figureText(row, bound) })}
        </small>
      )}
      {value === null ? (
        <span className="muted">{note === null ? '—' : t(note)}</span>
      ) : (
        <span className={best ? 'number modes-best' : 'number'}>{figureText(row, value)}</span>
      )}
    </td>
  )
}
