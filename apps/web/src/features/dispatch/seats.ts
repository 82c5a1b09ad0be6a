import type { Moves } from './swap-dialog.tsx'
import type { Board, BoardCell, BoardRow } from './words.ts'

/** Where somebody sits on a board. */
function seatOf(board: Board, person: string): { readonly row: BoardRow; readonly cell: BoardCell } | null {
  for (const row of board.rows) {
    const cell = row.cells.find((candidate) => candidate.person?.id === person)
    if (cell !== undefined) return { row, cell }
  }
  return null
}

/** Two people change places; `null` when one of them has no seat on this board. */
export function swapOf(board: Board, one: string, other: string): Moves | null {
  const here = seatOf(board, one)
  const there = seatOf(board, other)
  if (here === null || there === null) return null
  return [
    { team: there.row.team, slot: there.cell.slot, person: one },
    { team: here.row.team, slot: here.cell.slot, person: other },
  ]
}

/** Somebody who has no seat takes the place of the one who sits there. */
export function replacementOf(board: Board, sitting: string, next: string): Moves | null {
  const here = seatOf(board, sitting)
  return here === null ? null : [{ team: here.row.team, slot: here.cell.slot, person: next }]
}
