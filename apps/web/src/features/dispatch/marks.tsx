import type { CheckName, CheckResult } from '@shengmian/contract'
import { useText, type Text } from '../../lib/language.tsx'
import { checkNames, checkResults } from '../../lib/round-words.ts'
import './marks.css'

const texts = {
  order: {
    zh: '六项依次：工作地、籍贯、任职、亲属、其他关系、重复巡察',
    en: 'Six checks in order: home, native place, postings, kin, other ties, repeat',
  },
  waived: { zh: '已批准例外', en: 'exception signed' },
}

interface MarkBoxProps {
  readonly check: CheckName
  readonly result: CheckResult
  readonly hint?: Text | null
  readonly isWaived?: boolean
}

/** One of the six: plain = checked, none; dashed and hatched = 未核; amber base = weak tie; solid red = forbidden. */
export function MarkBox({ check, result, hint = null, isWaived = false }: MarkBoxProps) {
  const t = useText()
  const name = checkNames[check]
  const said = `${t(name)}：${t(checkResults[result])}${isWaived ? `（${t(texts.waived)}）` : ''}${hint === null ? '' : `。${t(hint)}`}`
  return (
    <span className={`mark mark-${result}`} title={said} role="img" aria-label={said}>
      {name.mark}
    </span>
  )
}

/** What the four states look like. */
export function MarkLegend() {
  const t = useText()
  const shown = [
    { check: 'native', result: 'pass', text: checkResults.pass },
    { check: 'native', result: 'unknown', text: { zh: '未核，不等于无', en: 'unverified is not none' } },
    { check: 'tie', result: 'warn', text: checkResults.warn },
    { check: 'posting', result: 'bar', text: checkResults.bar },
  ] as const
  return (
    <div className="mark-legend">
      <span>{t(texts.order)}</span>
      {shown.map(({ check, result, text }) => (
        <span key={result} className="mark-legend-item">
          <MarkBox check={check} result={result} /> {t(text)}
        </span>
      ))}
    </div>
  )
}
