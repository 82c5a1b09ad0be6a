import { expect, it } from 'vitest'
import { declareTie as declareLate } from '../dispatch-facts/declare-late.ts'
import { tiesSheet } from '../sheets/nouns/ties-sheet.ts'
import { declareTie } from './declare-tie.ts'
import { holdsIdentityNumber, identityFaults, withoutIdentityNumbers } from './identity-number.ts'

const invented = '421003199013321234'

it.each([
  ['18 digits', `表兄，${invented}`, true],
  ['17 digits and X', '表兄42100319901332123x，审计局', true],
  ['the old 15 digits', '421003901332123', true],
  ['full-width digits', '４２１００３１９９０１３３２１２３Ｘ', true],
  ['digits grouped as on the card', '421003 19901332 1234', true],
  ['a place code', '421003105201村委会', false],
  ['a telephone number', '13800001111', false],
  ['a longer row of digits', `${invented}5`, false],
  ['nothing', null, false],
])('%s: an identity number or none', (_, text, is) => {
  expect(holdsIdentityNumber(text)).toBe(is)
})

it('a list of errors keeps the text and leaves the number out', () => {
  expect(withoutIdentityNumbers(`表兄${invented}、${invented}`)).toBe('表兄〔证件号略〕、〔证件号略〕')
})

it('a request is told at which field the number stands', () => {
  expect(identityFaults({ 'body/detail': '高中同班', 'body/other/name': invented })).toEqual([
    {
      at: 'body/other/name',
      zh: '只记关系类型与单位，不写证件号',
      en: 'relation and unit only, never an identity number',
    },
  ])
})

// The text is looked at before the database is asked, so no transaction is needed.
const noTransaction = undefined as never
const id = '0199d000-0000-7000-8000-000000000001'

it('a declared and a late tie with an identity number are refused at the field', async () => {
  const tie = { kind: 'study', degree: null, strength: null, from: null, to: null, source: 'self', day: '2026-02-01' }
  const declared = { ...tie, detail: invented, other: { kind: 'outsider' as const, id: null, authority: null, name: invented } }
  const at = { authority: '4210', person: id, tie: id }
  await expect(declareTie(noTransaction, at, declared, { id, now: new Date(0) })).rejects.toMatchObject({
    code: 'unfit',
    details: { errors: [{ at: 'body/detail' }, { at: 'body/other/name' }] },
  })
  const late = { id, person: id, kind: 'study', detail: invented, source: 'self' as const, at: new Date(0), by: id }
  await expect(declareLate(noTransaction, { ...late, official: id })).rejects.toMatchObject({
    code: 'unfit',
    details: { errors: [{ at: 'body/detail' }] },
  })
})

it.each(['other', 'detail'] as const)('an imported tie with an identity number in %s is a fault', (column) => {
  const { read } = tiesSheet('421003').columns[column]
  expect(read({ kind: 'text', text: invented }, false)).toMatchObject({ fault: { zh: '只记关系类型与单位，不写证件号' } })
  expect(read({ kind: 'number', number: Number('421003199013321200'), isDate: false }, false)).toHaveProperty('fault')
  expect(read({ kind: 'text', text: '郁青禾' }, false)).toEqual({ value: '郁青禾' })
})
