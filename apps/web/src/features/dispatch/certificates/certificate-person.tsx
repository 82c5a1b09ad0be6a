import { longDay } from '../../../lib/dates.ts'
import { useLanguage, useText } from '../../../lib/language.tsx'
import { seatRole } from '../../../lib/round-words.ts'
import { texts, type Certificate } from './texts.ts'

/** More targets than this stand in the order alone: the certificate stays one page. */
const NAMED = 6

/** Who, to serve as what, where, by which order. */
export function CertificatePerson({ certificate }: { readonly certificate: Certificate }) {
  const t = useText()
  const { language } = useLanguage()
  const { order, targets } = certificate
  const names = targets
    .slice(0, NAMED)
    .map((target) => target.name)
    .join(language === 'zh' ? '、' : ', ')
  return (
    <table className="paper-table">
      <colgroup>
        {['name', 'name-value', 'unit', 'unit-value'].map((column, index) => (
          <col key={column} style={{ width: `${[14, 32, 16, 38][index]}%` }} />
        ))}
      </colgroup>
      <tbody>
        <tr>
          <th>{t(texts.name)}</th>
          <td>
            <b>{certificate.person.name}</b>
          </td>
          <th>{t(texts.unit)}</th>
          <td>{[certificate.unit, certificate.person.title].filter((part) => part !== null && part !== '').join(' ')}</td>
        </tr>
        <tr>
          <th>{t(texts.seat)}</th>
          <td>
            {certificate.teamName} {t(seatRole(certificate.role))}
          </td>
          <th>{t(texts.targets)}</th>
          <td>{targets.length > NAMED ? t(texts.some, { names, n: targets.length }) : names}</td>
        </tr>
        <tr>
          <th>{t(texts.order)}</th>
          <td>{order?.number ?? t(texts.notIssued)}</td>
          <th>{t(texts.window)}</th>
          <td>{order === null ? t(texts.notIssued) : `${longDay(order.from, language)}—${longDay(order.until, language)}`}</td>
        </tr>
      </tbody>
    </table>
  )
}
