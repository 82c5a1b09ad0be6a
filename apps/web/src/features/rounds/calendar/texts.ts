/** Words of the calendar. */
export const texts = {
  title: { zh: '全盘日历', en: 'Calendar' },
  what: { zh: '各地轮次', en: 'the rounds' },
  year: { zh: '{n}年', en: '{n}' },
  before: { zh: '上一年', en: 'Year before' },
  after: { zh: '下一年', en: 'Year after' },
  print: { zh: '打印', en: 'Print' },
  none: { zh: '{n}年没有轮次', en: 'No round in {n}' },
  noneWhy: {
    zh: '本级和各下级巡察办的轮次都排在这一张表上。',
    en: 'Rounds of this office and of those below it stand on one sheet.',
  },
  month: { zh: '{n}月', en: '{n}' },
  today: { zh: '今天', en: 'Today' },
  load: { zh: '{people}人 {targets}个对象', en: '{people} people, {targets} targets' },
  more: { zh: '还有{n}条', en: '{n} more' },
  conflicts: { zh: '冲突', en: 'Clashes' },
  noConflicts: { zh: '没有查到同一人或同一对象在重叠期间被两轮占用。', en: 'No person or target is in two overlapping rounds.' },
  kinds: { person: { zh: '同一人', en: 'Same person' }, target: { zh: '同一对象', en: 'Same target' } },
  total: { zh: '全年', en: 'The year' },
  totals: {
    zh: '{bodies}个党委 {rounds}轮，{people}人次，{targets}个对象',
    en: '{bodies} bodies, {rounds} rounds, {people} people, {targets} targets',
  },
  legend: { zh: '图例', en: 'Legend' },
  draft: { zh: '编制中、待审批', en: 'draft, submitted' },
  firm: { zh: '已批准及以后', en: 'approved or later' },
}
