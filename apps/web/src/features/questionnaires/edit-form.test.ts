import type { QuestionnaireForm } from '@shengmian/contract'
import { expect, it } from 'vitest'
import { duplicateAt, freeName, moveAt, newItem, placesOf, replaceAt, type LineKind } from './edit-form.ts'

const empty: QuestionnaireForm = { title: '问卷', items: [], awareness: null, satisfaction: null }
const built = (...kinds: LineKind[]) =>
  kinds.reduce<QuestionnaireForm>((form, kind) => ({ ...form, items: [...form.items, newItem(form, kind)] }), empty)
const names = (form: QuestionnaireForm) => placesOf(form).map(({ path, item }) => `${path.join('.')} ${item.name}`)

it('a line that meets a group goes into it, and out again at its edge; a group passes as a whole', () => {
  const form = built('one', 'group', 'text')
  const into = moveAt(form, [0], 1)
  expect(names(into.form)).toEqual(['0 g1', '0.0 q1', '1 q2'])
  expect(into.path).toEqual([0, 0])
  const up = moveAt(into.form, [1], -1)
  expect(names(up.form)).toEqual(['0 g1', '0.0 q1', '0.1 q2'])
  expect(names(moveAt(up.form, [0, 1], -1).form)).toEqual(['0 g1', '0.0 q2', '0.1 q1'])
  expect(names(moveAt(up.form, [0, 0], -1).form)).toEqual(['0 q1', '1 g1', '1.0 q2'])
  const out = moveAt(up.form, [0, 1], 1)
  expect([names(out.form), out.path]).toEqual([['0 g1', '0.0 q1', '1 q2'], [1]])
  expect(names(moveAt(out.form, [0], 1).form)).toEqual(['0 q2', '1 g1', '1.0 q1'])
})

it('nothing moves beyond the ends', () => {
  const form = built('one', 'text')
  expect(moveAt(form, [0], -1).form).toBe(form)
  expect(moveAt(form, [1], 1).form).toBe(form)
})

it('a copy has a name of its own, in a group every line has', () => {
  const form = moveAt(built('one', 'group'), [0], 1).form
  const twice = duplicateAt(form, [0])
  expect(names(twice)).toEqual(['0 g1', '0.0 q1', '1 g2', '1.0 q2'])
  expect(freeName(twice)).toBe('q3')
  expect(names(replaceAt(twice, [1, 0], []))).toEqual(['0 g1', '0.0 q1', '1 g2'])
})
