import { useText } from '../../../lib/language.tsx'
import { texts } from './texts.ts'

/** The facts of a person that nobody has verified, each by name, dashed and hatched. */
export function UnverifiedFacts({ facts }: { readonly facts: readonly string[] }) {
  const t = useText()
  const names = texts.facts as Readonly<Record<string, { zh: string; en: string }>>
  return facts.map((fact) => (
    <span key={fact} className="unverified fact">
      {t(names[fact] ?? { zh: fact, en: fact })}
    </span>
  ))
}
