import { useEffect, useRef, useState, type KeyboardEvent } from 'react'
import { useText } from '../../lib/language.tsx'
import { seatRole, skillName } from '../../lib/round-words.ts'
import { Unverified } from '../../ui/unverified.tsx'
import { BoardCellView } from './board-cell.tsx'
import { exposureFigure, type BoardRow } from './words.ts'
import './board-table.css'

const texts = {
  label: { zh: '派遣编组：行是组，列是席位', en: 'Dispatch board: teams in rows, seats in columns' },
  team: { zh: '组', en: 'Team' },
  host: { zh: '进驻', en: 'Host' },
  targets: { zh: '{n}个 {w}人天', en: '{n} targets, {w} days' },
  noHost: { zh: '多地', en: 'several' },
  exposure: { zh: '暴露', en: 'Exposure' },
  unverified: { zh: '未核', en: 'Unverified' },
  host2: { zh: '（本地）', en: ' (host)' },
}

export interface Seat {
  readonly team: string
  readonly slot: number
}

interface BoardTableProps {
  readonly rows: readonly BoardRow[]
  readonly chosen: Seat | null
  readonly onChoose: (seat: Seat) => void
}

/** Row = team, column = seat. Arrow keys move, Enter opens, and what is chosen keeps its outline. */
export function BoardTable({ rows, chosen, onChoose }: BoardTableProps) {
  const t = useText()
  const table = useRef<HTMLTableElement>(null)
  // One stop of the tab key for the whole table: the cell that was last in focus.
  const [stop, setStop] = useState('0 0')
  const seats = Math.max(0, ...rows.map((row) => row.cells.length))
  const header = rows.find((row) => row.cells.length === seats)?.cells ?? []
  // The drawer that opens with the choice narrows the table, so the chosen cell is brought back whole.
  useEffect(() => {
    table.current?.querySelector('.board-chosen')?.scrollIntoView({ block: 'nearest', inline: 'nearest' })
  }, [chosen?.team, chosen?.slot])
  const move = (event: KeyboardEvent, row: number, column: number) => {
    const step = steps[event.key]
    if (step === undefined) return
    event.preventDefault()
    const next = table.current?.querySelector<HTMLElement>(`[data-at="${row + step[0]} ${column + step[1]}"]`)
    next?.focus()
    next?.scrollIntoView({ block: 'nearest', inline: 'nearest' })
  }
  return (
    <div className="board-scroll">
      <table ref={table} className="board" role="grid" aria-label={t(texts.label)}>
        <thead>
          <tr>
            <th className="board-number">{t(texts.team)}</th>
            <th className="board-host">{t(texts.host)}</th>
            {header.map((cell) => (
              <th key={cell.slot}>
                {t(seatRole(cell.role))}
                {cell.skill === null ? '' : ` ${t(skillName(cell.skill))}`}
                {cell.origin === 'host' ? t(texts.host2) : ''}
              </th>
            ))}
            <th className="board-exposure">{t(texts.exposure)}</th>
            <th className="board-unverified">{t(texts.unverified)}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row, rowIndex) => (
            <tr key={row.team}>
              <th scope="row" className="board-number" title={row.name}>
                {row.number}
              </th>
              <td className="board-host" title={row.targets.map((target) => target.name).join('、')}>
                <strong>{row.host?.name ?? t(texts.noHost)}</strong>
                <span className="muted number">{t(texts.targets, { n: row.targets.length, w: row.workload })}</span>
              </td>
              {header.map((heading, column) => {
                const cell = row.cells[column]
                if (cell === undefined) return <td key={heading.slot} />
                const isChosen = chosen?.team === row.team && chosen.slot === cell.slot
                return (
                  <td
                    key={cell.slot}
                    role="gridcell"
                    data-at={`${rowIndex} ${column}`}
                    tabIndex={stop === `${rowIndex} ${column}` ? 0 : -1}
                    onFocus={() => setStop(`${rowIndex} ${column}`)}
                    aria-selected={isChosen}
                    className={isChosen ? 'board-seat board-chosen' : 'board-seat'}
                    onClick={() => onChoose({ team: row.team, slot: cell.slot })}
                    onKeyDown={(event) => {
                      if (event.key === 'Enter' || event.key === ' ') {
                        event.preventDefault()
                        onChoose({ team: row.team, slot: cell.slot })
                      } else move(event, rowIndex, column)
                    }}
                  >
                    <BoardCellView cell={cell} />
                  </td>
                )
              })}
              <td className={row.exposure > 0 ? 'board-exposure board-exposed' : 'board-exposure'}>
                {exposureFigure(row.exposure)}
              </td>
              <td className="board-unverified">{unverifiedIn(row) === 0 ? 0 : <Unverified count={unverifiedIn(row)} />}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}

/** Every hatched mark of the row counts: facts of its people, and lists of officials that nobody has entered. */
function unverifiedIn(row: BoardRow): number {
  const marks = row.cells.flatMap((cell) => cell.marks.filter((mark) => mark.result === 'unknown'))
  return Math.max(row.unverified, marks.length)
}

const steps: Readonly<Record<string, readonly [number, number]>> = {
  ArrowUp: [-1, 0],
  ArrowDown: [1, 0],
  ArrowLeft: [0, -1],
  ArrowRight: [0, 1],
}
