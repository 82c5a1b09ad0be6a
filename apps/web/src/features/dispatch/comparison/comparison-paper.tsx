import { longDay, isoDay } from '../../../lib/dates.ts'
import { useLanguage, useText } from '../../../lib/language.tsx'
import type { Comparison } from './words.ts'

const texts = {
  annex: { zh: '附件', en: 'Annex' },
  title: { zh: '巡察方式比选表', en: 'Comparison of inspection modes' },
  by: { zh: '测算：{by}', en: 'Computed for {by}' },
  at: { zh: '测算日期：{day}', en: 'Computed on {day}' },
  print: { zh: '测算依据指纹：{hash}', en: 'Fingerprint of the input: {hash}' },
  office: { zh: '巡察办意见', en: 'Inspection office' },
  group: { zh: '领导小组意见', en: 'Leading group' },
  sign: { zh: '（签字）　　　年　　月　　日', en: '(signature, date)' },
}

interface PaperProps {
  readonly comparison: Comparison
  readonly round: string
}

/** The head of the printed annex. */
export function PaperHead({ comparison, round }: PaperProps) {
  const t = useText()
  const { language } = useLanguage()
  const day = longDay(isoDay(new Date(comparison.finishedAt ?? comparison.askedAt)), language)
  return (
    <div className="modes-paper">
      <p className="modes-annex">{t(texts.annex)}</p>
      <h1>{t(texts.title)}</h1>
      <p className="modes-round">{round}</p>
      <p className="modes-line">
        <span>{t(texts.by, { by: comparison.askedBy })}</span>
        <span>{t(texts.at, { day })}</span>
        <span>{t(texts.print, { hash: comparison.problem.replace('sha256:', '').slice(0, 16) })}</span>
      </p>
    </div>
  )
}

/** Room for what those who decide write and sign. */
export function PaperFoot() {
  const t = useText()
  return (
    <table className="modes-paper modes-opinions">
      <tbody>
        <tr>
          <th scope="row">{t(texts.office)}</th>
          <td>{t(texts.sign)}</td>
          <th scope="row">{t(texts.group)}</th>
          <td>{t(texts.sign)}</td>
        </tr>
      </tbody>
    </table>
  )
}
