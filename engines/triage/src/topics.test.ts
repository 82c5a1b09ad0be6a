import { describe, expect, it } from 'vitest'
import { rankTopics, topicsOf } from './topics.ts'

describe('topics', () => {
  it('S2-11 of 20 reports 12 name 拆迁 or 补偿: demolition compensation is on top with the 12 listed and a direction to look in', () => {
    const told = [
      ...Array.from({ length: 7 }, (_, at) => ({ id: `拆${at}`, text: `我家老屋拆迁时量少了${at + 2}平方。` })),
      ...Array.from({ length: 5 }, (_, at) => ({ id: `补${at}`, text: `第${at + 1}次问补偿什么时候到户。` })),
      ...['自来水停了三天', '低保评议没通知我', '路灯不亮', '村口垃圾没人收', '医保多收了钱'].map((text, at) => ({
        id: `别${at}`,
        text,
      })),
      ...['谢谢巡察组', '想见组长', '你们什么时候走'].map((text, at) => ({ id: `无${at}`, text })),
    ]
    expect(told).toHaveLength(20)
    const ranked = rankTopics(told)
    expect(ranked[0]?.topic).toMatchObject({ en: 'demolition compensation', zh: '拆迁补偿' })
    expect(ranked[0]?.topic.direction.zh).toContain('补偿花名册')
    expect(ranked[0]?.reports.map(({ id }) => id)).toEqual(told.slice(0, 12).map(({ id }) => id))
    expect(ranked[0]?.reports[0]?.words).toEqual(['拆迁'])
    expect(ranked.slice(1).every(({ reports }) => reports.length < 12)).toBe(true)
  })

  it('S2-75 a parent’s report of a changed school card is about school fees, a matter of livelihood', () => {
    const [first] = topicsOf('学校突然把食堂、小卖部用的一卡通换成另一家的，要家长重新交押金。')
    expect(first).toMatchObject({ topic: { en: 'school fees', kind: 'livelihood' }, words: ['学校', '一卡通', '食堂', '家长'] })
  })

  it('leave a text without a known word without a topic', () => {
    expect(topicsOf('谢谢你们来。')).toEqual([])
    expect(rankTopics([])).toEqual([])
  })
})
