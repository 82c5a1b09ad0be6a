import type { SurveyResults } from '@shengmian/contract'
import { useLanguage, useText } from '../../lib/language.tsx'
import { Button } from '../../ui/antd.ts'
import './questionnaires.css'

const texts = {
  village: { zh: '村（社区）', en: 'Village' },
  all: { zh: '合计', en: 'All' },
  issued: { zh: '发放', en: 'Issued' },
  returned: { zh: '已录入', en: 'Returned' },
  valid: { zh: '有效', en: 'Valid' },
  invalid: { zh: '无效', en: 'Spoilt' },
  returnedRate: { zh: '回收率', en: 'Returned rate' },
  awareness: { zh: '知晓率', en: 'Awareness' },
  satisfaction: { zh: '满意率', en: 'Satisfaction' },
  participation: { zh: '参与率', en: 'Participation' },
  review: { zh: '三方点评', en: 'Three-sided review' },
  record: { zh: '记录评价', en: 'Record' },
  basis: { zh: '依据：{basis}（{by}记录）', en: 'Rests on {basis} (recorded by {by})' },
  indicator: { zh: '正式指标：{words}', en: 'Official indicator: {words}' },
  chose: { zh: '{question}（选“{choice}”）', en: '{question} (“{choice}”)' },
  counted: { valid: { zh: '有效份数', en: 'Valid sheets' }, asked: { zh: '被问份数', en: 'Asked' } },
  hidden: {
    zh: '<5：1至4人，不列出；*：为不致推算出小数而一并隐去；—：未知，或列出会泄露隐去的数。合计只含列出份数的村：有效份数隐去的村不计入任何合计，某题整行为*的村不计入该题合计。',
    en: '<5: one to four people, not shown; *: hidden so that those stay hidden; —: unknown, or it would give a hidden count away. Totals are of the villages whose sheets are shown: one whose valid sheets are hidden is in no total, one with * throughout a question is not in the total of that question.',
  },
}
const rateOf = (percent: number | null) => (percent === null ? '—' : `${percent.toFixed(1)}%`)

type Lined = Omit<SurveyResults['villages'][number], 'unit' | 'review'>
const figures = (line: Lined): readonly (number | string)[] => [
  line.issued,
  line.returned,
  line.valid,
  line.invalid,
  rateOf(line.returnedRate),
  rateOf(line.awareness),
  rateOf(line.satisfaction),
  rateOf(line.participation),
]

interface ResultTablesProps {
  readonly results: SurveyResults
  /** `null`: the caller records none. */
  readonly onReview: ((village: SurveyResults['villages'][number]) => void) | null
}

/** Returns and rates by village, then each question; hidden cells are hidden by the server. */
export function ResultTables({ results, onReview }: ResultTablesProps) {
  const t = useText()
  const { language } = useLanguage()
  const heads = [
    texts.issued,
    texts.returned,
    texts.valid,
    texts.invalid,
    texts.returnedRate,
    texts.awareness,
    texts.satisfaction,
    texts.participation,
  ]
  const names = [...results.villages.map(({ unit }) => unit.name), t(texts.all)]
  return (
    <>
      <div className="sheet survey-scroll">
        <table className="list survey-results">
          <thead>
            <tr>
              <th>{t(texts.village)}</th>
              {heads.map((head) => (
                <th key={head.en} className="survey-figure">
                  {t(head)}
                </th>
              ))}
              <th>{t(texts.review)}</th>
            </tr>
          </thead>
          <tbody>
            {results.villages.map((village) => (
              <tr key={village.unit.id}>
                <th scope="row">{village.unit.name}</th>
                <Figures cells={figures(village)} />
                <td className={village.review?.verdict === 'not-passed' ? 'survey-failed' : ''}>
                  {village.review === null ? '' : language === 'zh' ? village.review.zh : village.review.en}
                  {village.review === null ? null : (
                    <div className="muted">{t(texts.basis, { basis: village.review.basis, by: village.review.recordedBy })}</div>
                  )}
                  {onReview === null ? null : (
                    <Button size="small" type="link" onClick={() => onReview(village)}>
                      {t(texts.record)}
                    </Button>
                  )}
                </td>
              </tr>
            ))}
            <tr className="survey-all">
              <th scope="row">{t(texts.all)}</th>
              <Figures cells={figures(results.total)} />
              <td />
            </tr>
          </tbody>
        </table>
      </div>
      <p className="muted survey-means">{t(texts.hidden)}</p>
      <p className="muted survey-means">
        {results.definitions.map((one) => one[language]).join(language === 'zh' ? '；' : '; ')}
      </p>
      {results.questions.map(({ question, choice, label, indicator, counted, columns, rows }) => (
        <section key={`${question} ${choice ?? ''}`} className="sheet survey-scroll survey-result">
          <h2>{choice === null ? label : t(texts.chose, { question: label, choice })}</h2>
          <p className="survey-indicator">{t(texts.indicator, { words: indicator })}</p>
          <table className="list survey-results">
            <thead>
              <tr>
                <th>{t(texts.village)}</th>
                {[...columns, t(texts.counted[counted])].map((column, index) => (
                  <th key={index} className="survey-figure">
                    {column}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {rows.map((row, index) => (
                <tr key={names[index]} className={index === rows.length - 1 ? 'survey-all' : ''}>
                  <th scope="row">{names[index]}</th>
                  <Figures cells={row} />
                </tr>
              ))}
            </tbody>
          </table>
        </section>
      ))}
    </>
  )
}

function Figures({ cells }: { readonly cells: readonly (number | string)[] }) {
  return cells.map((cell, index) => (
    <td key={index} className={cell === '<5' || cell === '*' ? 'survey-figure survey-hidden' : 'survey-figure'}>
      {cell}
    </td>
  ))
}
