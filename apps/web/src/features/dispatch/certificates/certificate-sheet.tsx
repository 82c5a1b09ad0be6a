import { useText } from '../../../lib/language.tsx'
import { CertificateBasis } from './certificate-basis.tsx'
import { CertificateChecks } from './certificate-checks.tsx'
import { CertificatePerson } from './certificate-person.tsx'
import { CertificateSignatures } from './certificate-signatures.tsx'
import { texts, type Certificate } from './texts.ts'
import './certificate-sheet.css'

/** The certificate as it prints: one A4 page, ink only, what nobody has checked dashed and hatched. */
export function CertificateSheet({ certificate }: { readonly certificate: Certificate }) {
  const t = useText()
  return (
    <article className="paper">
      <header className="paper-line">
        <span>{certificate.number === null ? t(texts.draft) : t(texts.number, { number: certificate.number })}</span>
        <span>{t(texts.kept)}</span>
      </header>
      <h1>{t(texts.title)}</h1>
      <p className="paper-round">{certificate.round.title}</p>
      <CertificatePerson certificate={certificate} />
      <CertificateChecks certificate={certificate} />
      <CertificateSignatures certificate={certificate} />
      <CertificateBasis certificate={certificate} />
      <p className="paper-note">{t(texts.note)}</p>
    </article>
  )
}
