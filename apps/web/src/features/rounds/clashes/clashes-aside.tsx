import { readClashes } from '@shengmian/contract'
import { useText } from '../../../lib/language.tsx'
import { useRead } from '../../../lib/use-endpoint.ts'
import { Unverified } from '../../../ui/unverified.tsx'
import { texts } from './texts.ts'

/** The clashes in four lines: who can go nowhere, what is unverified, where people are short. */
export function ClashesAside({ round }: { readonly round: string }) {
  const t = useText()
  const { data } = useRead(readClashes, { params: { round } }, { keep: true })
  if (data === undefined) return null
  const nowhere = data.persons.filter((one) => one.freeRegions === 0 && one.barredRegions > 0).length
  const unknown = data.persons.filter((one) => one.unverified.length > 0).length
  const short = data.capacity.filter((one) => !one.holds).length
  return (
    <section>
      <h2>{t(texts.result)}</h2>
      <p>{nowhere === 0 ? t(texts.allFree) : <strong>{t(texts.nowhere, { n: nowhere })}</strong>}</p>
      <p>{short === 0 ? t(texts.noShortage) : <span className="late">{t(texts.shortages, { n: short })}</span>}</p>
      {unknown === 0 ? null : (
        <p>
          <Unverified /> <strong>{t(texts.withUnknown, { n: unknown })}</strong>
          <br />
          {t(texts.unknownNote)}
        </p>
      )}
    </section>
  )
}
