import { longDay } from '../../../lib/dates.ts'
import { useLanguage, useText } from '../../../lib/language.tsx'
import { texts, type Certificate } from './texts.ts'

const signers = ['checkedBy', 'reviewedBy', 'approvedBy'] as const

/** Three people, three signatures; a line nobody has signed is dashed and hatched. */
export function CertificateSignatures({ certificate }: { readonly certificate: Certificate }) {
  const t = useText()
  const { language } = useLanguage()
  return (
    <table className="paper-table paper-joined paper-signatures">
      <tbody>
        <tr className="paper-heads">
          {signers.map((signer) => (
            <th key={signer}>{t(texts[signer])}</th>
          ))}
        </tr>
        <tr>
          {signers.map((signer) => {
            const { name, on, remark } = certificate[signer]
            return (
              <td key={signer}>
                {remark}
                <div className="paper-sign">
                  {name === null ? <span className="unverified">{t(texts.unsigned)}</span> : <b>{name}</b>}
                  <br />
                  {on === null ? '' : longDay(on, language)}
                </div>
              </td>
            )
          })}
        </tr>
      </tbody>
    </table>
  )
}
