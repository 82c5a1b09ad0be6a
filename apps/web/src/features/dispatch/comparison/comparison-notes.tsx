import { useText } from '../../../lib/language.tsx'
import { definitionsOf, type Comparison } from './words.ts'

const texts = {
  how: { zh: '各方式怎么算', en: 'How each mode was computed' },
  mode: { zh: '方式', en: 'Mode' },
  changed: { zh: '与本轮现有设置的不同', en: 'What differs from the round as set' },
  same: { zh: '与本轮现有设置相同', en: 'The round as it is set' },
  why: { zh: '编不成的原因', en: 'Why there is no plan' },
  unproven: { zh: '在给定的工作量内没有找到', en: 'none was found within the effort given' },
  more: { zh: '等共{n}条', en: '{n} in all' },
  means: { zh: '指标含义', en: 'Definitions' },
  best: {
    zh: '粗体是可以采用的方式中此项最好的；各项不相加，也不排总名次。“已证最小（最多）”指此方式不可能更好，“下界”“至多”指最好也只能到多少；没有注明的，是找到的这份方案的数。',
    en: 'Bold is the best of the modes that may be taken; figures are not added up and there is no overall rank. “Proven least (most)”: this mode cannot do better; “bound”, “at most”: as good as it could still get; otherwise the figure is of the plan that was found.',
  },
  rates: { zh: '费用标准出自{source}。', en: 'Rates: {source}.' },
  noRates: {
    zh: '没有填写费用标准，所以没有费用，只有路程。',
    en: 'No rates were given, so there is travel and no cost.',
  },
}

/** What stands under the table: how each mode was computed, why one has no plan, and what every figure means. */
export function ComparisonNotes({ comparison }: { readonly comparison: Comparison }) {
  const t = useText()
  const { columns, rows, ratesSource } = comparison
  const notesOf = (mode: string) =>
    rows.flatMap(({ name, cells }) => {
      const cell = cells.find((one) => one.mode === mode)
      return cell === undefined || cell.note === null || cell.value === null ? [] : [`${t(name)}：${t(cell.note)}`]
    })
  return (
    <div className="modes-notes">
      <h2>{t(texts.how)}</h2>
      <dl>
        {columns.map(({ mode, name, changes, clash }) => (
          <div key={mode}>
            <dt>{t(name)}</dt>
            <dd>
              {changes.length === 0 ? t(texts.same) : changes.map((change) => t(change)).join('；')}
              {notesOf(mode).map((note) => (
                <p key={note} className="muted">
                  {note}
                </p>
              ))}
              {clash === null ? null : (
                <div className="modes-clash">
                  <strong>{t(texts.why)}</strong>
                  {clash.proven ? '' : `（${t(texts.unproven)}）`}：{t(clash.summary)}
                  <ul>
                    {clash.facts.map((fact) => (
                      <li key={fact.zh}>{t(fact)}</li>
                    ))}
                  </ul>
                  {clash.count > clash.facts.length ? <span className="muted">{t(texts.more, { n: clash.count })}</span> : null}
                </div>
              )}
            </dd>
          </div>
        ))}
      </dl>
      <h2>{t(texts.means)}</h2>
      <p>
        {t(texts.best)}
        {ratesSource === null ? t(texts.noRates) : t(texts.rates, { source: ratesSource })}
      </p>
      <dl className="modes-means">
        {definitionsOf(rows).map(({ names, means }) => (
          <div key={means.zh}>
            <dt>{names.map((name) => t(name)).join('、')}</dt>
            <dd>{t(means)}</dd>
          </div>
        ))}
      </dl>
    </div>
  )
}
