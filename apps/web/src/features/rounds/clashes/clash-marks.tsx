import type { Mark } from '@shengmian/contract'
import { useLanguage, useText } from '../../../lib/language.tsx'
import { checkNames, checkResults } from '../../../lib/round-words.ts'
import { texts } from './texts.ts'

/** The checks that are not clear, each with its facts, their source and date. */
export function ClashMarks({ marks }: { readonly marks: readonly Mark[] }) {
  const t = useText()
  const { language } = useLanguage()
  return (
    <ul className="clash-marks">
      {marks
        .filter((mark) => mark.result !== 'pass')
        .map((mark) => (
          <li key={mark.check}>
            <span className={mark.result === 'unknown' ? 'unverified' : `tag tag-${mark.result === 'bar' ? 'bar' : 'warn'}`}>
              {t(checkNames[mark.check])} {t(checkResults[mark.result])}
            </span>
            {mark.facts.map((fact) => (
              <span key={fact.zh}>
                {fact[language]}
                {fact.source === null ? null : (
                  <span className="muted"> {t(texts.source, { source: fact.source, date: fact.date ?? '' })}</span>
                )}
              </span>
            ))}
          </li>
        ))}
    </ul>
  )
}
