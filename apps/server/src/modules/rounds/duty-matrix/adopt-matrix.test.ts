import { expect, it } from 'vitest'
import { faultsOf } from './adopt-matrix.ts'
import { proposedHolders, proposedTasks } from './proposal.ts'

it('the proposal keeps its own rules: one accountable, one or more responsible, a cell for each holder', () => {
  expect(faultsOf({ holders: [...proposedHolders], tasks: proposedTasks })).toEqual([])
})

it('two accountable, nobody responsible and a missing cell are each named with the task', () => {
  const of = (...parts: ('R' | 'A' | 'C' | 'I' | null)[]) =>
    faultsOf({ holders: ['甲', '乙'], tasks: [{ title: '反馈', parts }] })
  expect(of('A', 'A').map(({ zh }) => zh)).toEqual(['“反馈”有2家“责”，须恰为一家', '“反馈”没有“办”的单位'])
  expect(of('A').map(({ zh }) => zh)).toEqual(['“反馈”的格数与单位数不同', '“反馈”没有“办”的单位'])
  expect(of('A', 'R')).toEqual([])
})
