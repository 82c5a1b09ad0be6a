// The suite that each rule must be needed for: pairs with the verdict of the whole engine. Every rule bars at least one pair that no
// other rule bars, so taking it out of the list turns a case red.
import { aPerson, aSetting, aTarget, aTie, HOST, LEADER, SENDER, type GivenSetting } from './builders.ts'
import type { ReviewPerson, RuleName, Seat, Setting } from '../src/types.ts'

type Case = {
  readonly title: string
  readonly setting: Setting
  readonly person: ReviewPerson
  readonly seat: Seat
  /** The only rule that bars, `null` where none does. */
  readonly barredBy: RuleName | null
}

const aCase = (
  title: string,
  barredBy: RuleName | null,
  person: Partial<ReviewPerson> = {},
  setting: GivenSetting = {},
  seat: Seat = SENDER,
): Case => ({ title, barredBy, person: aPerson(person), setting: aSetting(setting), seat })

const local = { home: '421003', native: '421003101', postings: [] }

export const CASES: readonly Case[] = [
  aCase('a stranger of another county', null),
  aCase('a city officer', null, { home: '4210' }, {}, LEADER),
  aCase('a local of another township', null, local, {}, HOST),
  aCase('a weak tie', null, {}, { ties: [aTie()] }),
  aCase('an employee of the county', 'home', { home: '421003' }),
  aCase('a native of the county', 'native', { native: '421003105' }),
  aCase('a former official of the town', 'posting', { postings: [{ region: '421003105', from: '2021-03', to: '2024-05' }] }),
  aCase('an inspector of the last round', 'repeat', {}, { history: [{ round: '2026-2', person: 'p1', region: '421003' }] }),
  aCase('a local of the same township', 'local', { ...local, native: '421003105202' }, {}, HOST),
  aCase('a local employee of the target', 'own-unit', { ...local, unit: 'u1' }, {}, HOST),
  aCase('a relative of an official', 'kin', {}, { ties: [aTie({ kind: 'kinship', strength: 1000, degree: 'K3' })] }),
  aCase('a classmate of an official', 'study', {}, { ties: [aTie({ kind: 'study', strength: 600 })] }),
  aCase('a former superior of an official', 'shared-leadership', {}, { ties: [aTie({ kind: 'superior', strength: 800 })] }),
  aCase('a creditor of an official', 'declared-tie', {}, { ties: [aTie({ kind: 'favour', strength: 700 })] }),
  aCase(
    'a person to whom the unit objected',
    'objection',
    {},
    { barred: [{ person: 'p1', target: 'u1', why: '申请更换', source: '函' }] },
  ),
]

export const TARGET = aTarget()
