import { longDay } from '../../../lib/dates.ts'
import { useLanguage, useText } from '../../../lib/language.tsx'
import { texts, type Certificate } from './texts.ts'

/** Later changes, and what anybody needs to recompute the sheet: rule version, roster, seed, own fingerprint, code. */
export function CertificateBasis({ certificate }: { readonly certificate: Certificate }) {
  const t = useText()
  const { language } = useLanguage()
  const changes = certificate.laterChanges.map((change) => `${longDay(change.on, language)} ${change.text}`)
  return (
    <table className="paper-table paper-joined paper-basis">
      <tbody>
        <tr>
          <th>{t(texts.later)}</th>
          <td>{changes.length === 0 ? t(texts.none) : changes.join(language === 'zh' ? '；' : '; ')}</td>
          <td rowSpan={2} className="paper-code">
            <img alt={t(texts.scan)} src={`data:image/svg+xml;charset=utf-8,${encodeURIComponent(certificate.code)}`} />
            {t(texts.scan)}
          </td>
        </tr>
        <tr>
          <th>{t(texts.basis)}</th>
          <td className="paper-hashes">
            {t(texts.rules, { rules: certificate.ruleVersion })}
            <br />
            {t(texts.problem, { hash: grouped(certificate.problem) })}
            <br />
            {t(texts.seed, { seed: grouped(certificate.seed) })}
            <br />
            {t(texts.own, { hash: grouped(certificate.fingerprint) })}
          </td>
        </tr>
      </tbody>
    </table>
  )
}

/** The first 16 hexadecimal digits in fours: enough to compare by eye; the file and the code carry all of it. */
function grouped(hash: string): string {
  const digits = hash.replace(/^sha256:/, '').slice(0, 16)
  return (digits.match(/.{4}/g) ?? []).join(' ')
}
