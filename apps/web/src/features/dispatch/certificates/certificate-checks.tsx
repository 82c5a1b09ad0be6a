import { longDay } from '../../../lib/dates.ts'
import { useLanguage, useText } from '../../../lib/language.tsx'
import { checkResults } from '../../../lib/round-words.ts'
import { texts, type Certificate } from './texts.ts'

type Check = Certificate['checks'][number]

const widths = [
  ['number', 6],
  ['check', 15],
  ['situation', 19],
  ['facts', 30],
  ['source', 17],
  ['result', 13],
] as const

/** Six checks, one bold conclusion, the person's own declaration. */
export function CertificateChecks({ certificate }: { readonly certificate: Certificate }) {
  const t = useText()
  const { language } = useLanguage()
  const { declaration } = certificate
  return (
    <table className="paper-table paper-joined">
      <colgroup>
        {widths.map(([column, width]) => (
          <col key={column} style={{ width: `${width}%` }} />
        ))}
      </colgroup>
      <tbody>
        <tr className="paper-heads">
          {texts.headings.map((heading) => (
            <th key={heading.en}>{t(heading)}</th>
          ))}
        </tr>
        {certificate.checks.map((check, index) => (
          <CheckRow key={check.check} check={check} number={index + 1} />
        ))}
        <tr>
          <th colSpan={2}>{t(texts.conclusion)}</th>
          <td colSpan={4}>
            <b>{t(certificate.conclusion)}</b>
          </td>
        </tr>
        <tr>
          <th colSpan={2}>{t(texts.declaration)}</th>
          <td colSpan={4}>
            {t(declaration.text)}
            <div className="paper-sign">
              {t(texts.signature)}
              {declaration.on === null ? <span className="unverified">{t(texts.unsigned)}</span> : <b>{declaration.by}</b>}{' '}
              {declaration.on === null ? '' : longDay(declaration.on, language)}
            </div>
          </td>
        </tr>
      </tbody>
    </table>
  )
}

function CheckRow({ check, number }: { readonly check: Check; readonly number: number }) {
  const t = useText()
  const { language } = useLanguage()
  const semicolon = language === 'zh' ? '；' : '; '
  const sources = new Map(
    check.facts
      .filter(({ source, date }) => source !== null || date !== null)
      .map(({ source, date }) => [`${source} ${date}`, { source, date }]),
  )
  return (
    <tr className="paper-check">
      <td className="paper-center">{number}</td>
      <th>{t(check.title)}</th>
      <td>{t(check.situation)}</td>
      <td>{check.facts.map((fact) => t(fact)).join(semicolon)}</td>
      <td>
        {[...sources].map(([key, { source, date }]) => (
          <div key={key}>
            {source} {date === null ? null : <span className="number">{longDay(date, language)}</span>}
          </div>
        ))}
      </td>
      <td className="paper-center">
        <span className={`paper-result paper-${check.result}`}>
          {check.result === 'pass' ? t(texts.pass) : t(checkResults[check.result])}
        </span>
      </td>
    </tr>
  )
}
