import { describe, expect, it } from 'vitest'
import { aPerson, aSetting, aTarget, aTie, HOST, SENDER, type Given } from '../testing/builders.ts'
import { drawCertificate } from './certificate.ts'
import { prepareExposure } from './exposure.ts'
import { prepareReview } from './review.ts'

/** The certificate of one assignment, drawn as the server draws it. */
function certificateOf({ person: givenPerson, target: givenTarget, seat = SENDER, setting: givenSetting }: Given = {}) {
  const setting = aSetting(givenSetting)
  const [person, target] = [aPerson(givenPerson), aTarget(givenTarget)]
  const answers = prepareReview(setting)(person, target, seat)
  const exposure = prepareExposure(setting.ties).exposure(person.id, target.insiders)
  return drawCertificate({ person, target, seat, answers, exposure, rules: setting.rules })
}

const course = aTie({ strength: 64, degree: 'course', detail: '党校同学', source: '党校名册', date: '2026-09-04' })
const waiver = { person: 'p1', target: 'u1', by: '罗启明', why: '唯一懂审计的人' }

describe('the certificate of recusal', () => {
  it('has the six checks 地 籍 任 亲 系 复 in order, each with situation, fact, source and label', () => {
    const { rows } = certificateOf()
    expect(rows.map((row) => [row.number, row.char, row.subject.zh, row.label.zh])).toEqual([
      [1, '地', '工作地', '无'],
      [2, '籍', '籍贯、成长地', '无'],
      [3, '任', '任职经历', '无'],
      [4, '亲', '亲属', '无'],
      [5, '系', '其他关系', '无'],
      [6, '复', '重复巡察', '无'],
    ])
    expect(rows.map((row) => row.situation.zh)).toEqual([
      '在被巡察县区任职',
      '属被巡察县区',
      '离任未满3年，或任职满3年',
      '夫妻、直系、三代以内旁系、近姻亲在班子内',
      '直接关系强度满500，或被巡察党组织提出异议',
      '近2轮巡察过该县区',
    ])
    expect(rows.every((row) => row.facts.length > 0 && row.situation.en !== '')).toBe(true)
  })

  it('concludes in one sentence: a missing fact and a weak tie do not stop the person, and are not called none', () => {
    const { conclusion, sourced, rows } = certificateOf({ person: { unverified: ['native'] }, setting: { ties: [course] } })
    expect(conclusion.sentence).toEqual({
      zh: '应回避0项，未核1项，弱关系1项（暴露0.064人），准予参加。',
      en: '0 to recuse; 1 not verified; 1 weak (exposure 0.064 persons); may take part.',
    })
    expect(conclusion.note.zh).toBe('未核不视为无：第2项核实前每周催核一次，核实后如属应回避，授权即时停止，另行派员。')
    expect(conclusion).toMatchObject({ decision: 'admit', bars: 0, unknowns: 1, weak: 1, exposure: 64 })
    expect(rows.map((row) => row.label.zh)).toEqual(['无', '未核', '无', '无', '弱关系', '无'])
    expect(sourced).toBe(6)
  })

  it('refuses on a bar and names the check', () => {
    const { conclusion } = certificateOf({ person: { home: '421003', native: '421003' } })
    expect(conclusion).toMatchObject({ decision: 'refuse', bars: 2, note: { zh: '', en: '' } })
    expect(conclusion.sentence.zh).toBe('应回避2项（工作地；籍贯、成长地），未核0项，弱关系0项，不予参加。')
  })

  it('admits by a waiver with the name and reason of who gave it', () => {
    const setting = { waivers: [{ ...waiver, rule: 'home' }] }
    const { rows, conclusion } = certificateOf({ person: { home: '421003' }, setting })
    expect(rows[0]).toMatchObject({ result: 'bar', isWaived: true, label: { zh: '已豁免' } })
    expect(conclusion.decision).toBe('admit-by-waiver')
    expect(conclusion.sentence.zh).toBe('应回避0项，豁免1项，未核0项，弱关系0项，经豁免准予参加。')
    expect(conclusion.note.zh).toBe('罗启明批准豁免：唯一懂审计的人。')
  })

  it('keeps a mark barred when only one of its two bars is waived', () => {
    const ties = [aTie({ strength: 600 })]
    const barred = [{ person: 'p1', target: 'u1', why: '申请更换', source: '函' }]
    const { rows, conclusion } = certificateOf({ setting: { ties, barred, waivers: [{ ...waiver, rule: 'tie' }] } })
    expect(rows[4]).toMatchObject({ result: 'bar', isWaived: false })
    expect(conclusion.decision).toBe('refuse')
  })

  it('holds the person where the rules bar the unverified, unless that is waived', () => {
    const given = { person: { native: null }, setting: { rules: { unverified: 'bar' } } } as const
    expect(certificateOf(given).conclusion.decision).toBe('hold')
    const setting = { ...given.setting, waivers: [{ ...waiver, rule: 'unknown' }] }
    expect(certificateOf({ ...given, setting }).conclusion.decision).toBe('admit-by-waiver')
  })

  it('judges a local member by unit and township and says so in the other rows', () => {
    const { rows } = certificateOf({ person: { home: '421003', native: '421003105', postings: [], unit: 'bureau' }, seat: HOST })
    expect(rows[0]).toMatchObject({ result: 'bar', situation: { zh: '本单位，或工作地、成长地、任职地在本乡镇' } })
    expect(rows[1]?.result).toBe('pass')
    expect(rows[1]?.situation.zh).toContain('本地组员')
  })

  it('holds no identity number and no name of an official', () => {
    const tie = aTie({ kind: 'kinship', strength: 1000, detail: '妻兄 42100319800101123X', source: '申报表 421003198001011' })
    const text = JSON.stringify(certificateOf({ setting: { ties: [tie] } }))
    expect(text).not.toMatch(/\d{15}/)
    expect(text).not.toContain('"o1"')
  })
})
