import { useLanguage, useText } from '../lib/language.tsx'
import { RefusedError } from '../lib/api.ts'
import { Button } from './antd.ts'
import './refused.css'

const texts = {
  bug: { zh: '页面出错，已填内容没有提交', en: 'The page failed; nothing was sent' },
  number: { zh: '编号 {number}', en: 'No. {number}' },
  again: { zh: '重试', en: 'Try again' },
}

interface RefusedProps {
  readonly error: unknown
  readonly onRetry?: () => void
  /** Where the form has one field, its place need not be named. */
  readonly isOfOneField?: boolean
}

/** Codes of rules (`leader-level`) say nothing to a reader; places of a form or a sheet do. */
const ruleCode = /^[a-z]+(-[a-z]+)+$/

/** What happened, what is safe, what to do: the server's own words, with the place of every error. */
export function Refused({ error, onRetry, isOfOneField = false }: RefusedProps) {
  const { language } = useLanguage()
  const t = useText()
  if (!(error instanceof RefusedError)) {
    return (
      <div className="refused" role="alert">
        <strong>{t(texts.bug)}</strong>
        {onRetry === undefined ? null : <Button onClick={onRetry}>{t(texts.again)}</Button>}
      </div>
    )
  }
  const { refusal } = error
  const zh = language === 'zh'
  const detail = zh ? refusal.detail : refusal.detailEn
  return (
    <div className="refused" role="alert">
      <strong>{zh ? refusal.title : refusal.titleEn}</strong>
      {detail === undefined ? null : <p>{detail}</p>}
      {refusal.errors === undefined || refusal.errors.length === 0 ? null : (
        <ul>
          {refusal.errors.map((item) => (
            <li key={`${item.at} ${item.zh}`}>
              {isOfOneField || ruleCode.test(item.at) ? null : <code>{item.at} </code>}
              {zh ? item.zh : item.en}
            </li>
          ))}
        </ul>
      )}
      {refusal.instance === undefined ? null : <p className="muted">{t(texts.number, { number: refusal.instance })}</p>}
      {onRetry === undefined ? null : <Button onClick={onRetry}>{t(texts.again)}</Button>}
    </div>
  )
}
