import { shortInstant } from '../../../lib/dates.ts'
import { useLanguage, useText } from '../../../lib/language.tsx'
import type { TermCalendar } from './matrix.ts'
import { texts } from './texts.ts'

/** What the calendar costs, figure by figure with its definition, and how far from the best it can be. */
export function FiguresLine({ version }: { readonly version: NonNullable<TermCalendar['version']> }) {
  const t = useText()
  const { language } = useLanguage()
  return (
    <div className="term-calendar-figures">
      {version.figures.map(({ figure, value, bound }) => (
        <span key={figure} title={t(texts.figureWhy[figure])}>
          {t(texts.figures[figure])} <strong className="number">{value.toLocaleString('en')}</strong>{' '}
          <span className="muted">{value === bound ? t(texts.proven) : t(texts.bound, { n: bound.toLocaleString('en') })}</span>
        </span>
      ))}
      <span className="spring" />
      <span className="muted">
        {t(texts.version, {
          n: version.version,
          by: version.by,
          at: shortInstant(version.at, language),
          origin: t(texts.origins[version.origin]),
        })}
        {version.reason === null ? '' : t(texts.versionWhy, { why: version.reason })}
        {language === 'zh' ? '，' : ', '}
        {t(texts.verified)}
      </span>
    </div>
  )
}
