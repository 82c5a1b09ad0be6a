import type { Problem } from '@shengmian/dispatch'
import { expect, it } from 'vitest'
import { nameFacts } from './fact-names.ts'

const [person, team, official] = [
  '019e0000-0000-7000-8000-000000000001',
  '019e0000-0000-7000-8000-000000000002',
  '019e0000-0000-7000-8000-000000000003',
]
const problem = { people: [{ id: person, name: '郑国平' }], targets: [], regions: [] } as unknown as Problem
const places: Readonly<Record<string, string>> = { '421024': '江陵县' }
const named = nameFacts(problem, [{ id: team, name: '第1组' }], (code) => ({
  code: String(code),
  name: places[String(code)] ?? String(code),
}))

it('a fact of the independent check is told with names', () => {
  expect(
    named({ zh: `2 人同来自 421024，最多 1 人：${person}、${official}`, en: `2 from 421024: ${person} in ${team}` }),
  ).toEqual({
    zh: '2人同来自江陵县，最多1人：郑国平、班子成员',
    en: '2 from 江陵县: 郑国平 in 第1组',
  })
})

it('an official, of whom the problem holds only the id, is called an official', () => {
  const fact = {
    zh: `与对象内部人员 ${official} 有亲属关系（来源：本人申报）`,
    en: `kin of the insider ${official} (source: 本人申报)`,
  }
  expect(named(fact)).toEqual({ zh: '与对象班子成员有亲属关系（来源：本人申报）', en: 'kin of an official (source: 本人申报)' })
})

it('years and strengths stay figures', () => {
  expect(named({ zh: '任职 2019-03 至 2024-08，强度 1000', en: '2019' }).zh).toBe('任职2019-03至2024-08，强度1000')
})

it('a seat that nobody can fill is called by its Chinese name', () => {
  const asks = (seat: string) => named({ zh: `岗位须配齐：${team} 需 ${seat} 1 人`, en: '' }).zh
  expect(asks('leader')).toBe('岗位须配齐：第1组需组长1人')
  expect(asks('liaison host')).toBe('岗位须配齐：第1组需被巡地的联络员1人')
  expect(asks('member audit sender')).toBe('岗位须配齐：第1组需派出地的审计组员1人')
})
