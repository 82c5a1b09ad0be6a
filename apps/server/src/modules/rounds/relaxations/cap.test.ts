import { expect, it } from 'vitest'
import { beyondCap } from './cap.ts'
import type { Effect, OffRule } from './effects.ts'

const senior = (by: number): Effect => ({ kind: 'limit', rule: 'senior', by })
const home = (by: number): Effect => ({ kind: 'limit', rule: 'same-home', by })
const off = (rule: OffRule): Effect => ({ kind: 'off', rule })

it('a limit gives way as far as its cap, and what was signed before counts', () => {
  expect(beyondCap([senior(1)], [])).toBeNull()
  expect(beyondCap([senior(2)], [])?.zh).toBe('骨干人数下限至多减1人，已批准减0人，这样还要减2人')
  expect(beyondCap([home(2)], [])).toBeNull()
  expect(beyondCap([home(1)], [home(1)])).toBeNull()
  expect(beyondCap([home(1)], [home(2)])?.zh).toContain('已批准加2人，这样还要加1人')
})

it('limits are capped each for itself, and a full one stands in nobody else’s way', () => {
  expect(beyondCap([senior(1), home(2)], [])).toBeNull()
  expect(beyondCap([home(1)], [senior(1)])).toBeNull()
})

it('two rules of the whole round may be suspended, a third not, and the same one twice counts once', () => {
  expect(beyondCap([off('zone'), off('swap')], [])).toBeNull()
  expect(beyondCap([off('zone')], [off('zone'), off('swap')])).toBeNull()
  expect(beyondCap([off('again')], [off('zone'), off('swap')])?.zh).toContain('这样要停用3条')
})

it('what is signed for one person or one target has no cap', () => {
  const persons = Array.from({ length: 9 }, (_, k): Effect => ({ kind: 'except', rule: 'repeat', person: `p${k}` }))
  expect(beyondCap([...persons, { kind: 'need', target: 'u1' }], [off('zone'), off('swap')])).toBeNull()
})
