import { useText } from '../../../lib/language.tsx'
import { kinds, type EventList } from './words.ts'

const texts = {
  title: { zh: '历年次数', en: 'Year by year' },
  year: { zh: '年份', en: 'Year' },
  total: { zh: '合计', en: 'Total' },
  means: {
    zh: '一次协作计一次，计入开始的那一年；撤回的不计。',
    en: 'An event counts once, in the year in which it starts; withdrawn ones do not count.',
  },
}

/** How many there were in every year, with what is counted. */
export function YearCounts({ byYear }: { readonly byYear: EventList['byYear'] }) {
  const t = useText()
  if (byYear.length === 0) return null
  return (
    <section className="side">
      <h2>{t(texts.title)}</h2>
      <table className="list" aria-label={t(texts.title)}>
        <thead>
          <tr>
            <th>{t(texts.year)}</th>
            <th className="right">{t(kinds.pairing)}</th>
            <th className="right">{t(kinds.area)}</th>
            <th className="right">{t(texts.total)}</th>
          </tr>
        </thead>
        <tbody>
          {byYear.map(({ year, pairing, area, total }) => (
            <tr key={year}>
              <td className="number">{year}</td>
              <td className="right number">{pairing}</td>
              <td className="right number">{area}</td>
              <td className="right number">
                <strong>{total}</strong>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      <p>{t(texts.means)}</p>
    </section>
  )
}
