import { expect, it } from 'vitest'
import { candidatesFor, seatMoves, swapOf } from './seats.ts'
import type { Board, BoardCell, BoardRow } from './words.ts'

const person = (id: string) => ({ id, name: id, title: null, home: null })
const cell = (slot: number, role: string, id: string | null): BoardCell => ({
  slot,
  role,
  skill: null,
  origin: null,
  person: id === null ? null : person(id),
  marks: [],
  exposure: 0,
  unverified: 0,
  pinned: false,
  certificate: id,
})
const row = (team: string, cells: BoardCell[]): BoardRow => ({
  team,
  number: 1,
  name: team,
  home: null,
  host: null,
  zone: null,
  targets: [],
  workload: 0,
  exposure: 0,
  unverified: 0,
  cells,
})
const board: Board = {
  version: 1,
  problem: '',
  plan: '',
  stale: false,
  breaches: [],
  relaxed: [],
  leans: [],
  objective: [],
  rows: [
    row('t1', [cell(0, 'leader', 'a'), cell(1, 'member', 'b')]),
    row('t2', [cell(0, 'leader', 'c'), cell(1, 'member', null)]),
  ],
  unassigned: [person('d')],
  canUndo: false,
}

it('two who sit change places, and one without a seat replaces who sits there', () => {
  expect(swapOf(board, 'a', 'c')).toEqual([
    { team: 't2', slot: 0, person: 'a' },
    { team: 't1', slot: 0, person: 'c' },
  ])
  expect(seatMoves(board, 't1', 0, 'c')).toEqual(swapOf(board, 'c', 'a'))
  expect(seatMoves(board, 't1', 0, 'd')).toEqual([{ team: 't1', slot: 0, person: 'd' }])
  expect(swapOf(board, 'a', 'd')).toBeNull()
})

it('for a taken seat those of the same seat elsewhere and those without a seat come in question, for an empty one only the latter', () => {
  expect(candidatesFor(board, 't1', 0).map((one) => one.person.id)).toEqual(['d', 'c'])
  expect(candidatesFor(board, 't2', 1).map((one) => one.person.id)).toEqual(['d'])
})
