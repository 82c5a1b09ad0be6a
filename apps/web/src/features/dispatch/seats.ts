import type { BodyOf, makeMoves } from '@shengmian/contract'
import type { Board, BoardCell, BoardRow } from './words.ts'

export type Moves = BodyOf<typeof makeMoves>['moves']

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

/** Those who could sit there by hand: everybody seated elsewhere changes places, everybody without a seat takes it. */
export function candidatesFor(board: Board, team: string, slot: number) {
  const row = board.rows.find((candidate) => candidate.team === team)
  const cell = row?.cells.find((candidate) => candidate.slot === slot)
  const free = board.unassigned.map((person) => ({ person, from: null as BoardRow | null }))
  // An empty seat is filled from those without one: taking somebody out of his team would only move the gap.
  if (cell?.person === null || cell === undefined) return free
  const seated = board.rows
    .filter((candidate) => candidate.team !== team)
    .flatMap((candidate) =>
      candidate.cells
        .filter(({ role }) => role === cell.role)
        .flatMap(({ person }) => (person === null ? [] : [{ person, from: candidate }])),
    )
  return [...free, ...seated]
}

/** Puts somebody into a seat: he changes places with who sits there, or, without a seat of his own, replaces him. */
export function seatMoves(board: Board, team: string, slot: number, person: string): Moves {
  const sitting = board.rows.find((row) => row.team === team)?.cells.find((cell) => cell.slot === slot)?.person ?? null
  const swapped = sitting === null ? null : swapOf(board, person, sitting.id)
  return swapped ?? [{ team, slot, person }]
}
