import type { LedgerState } from '@shengmian/contract'
import { shortInstant } from '../../lib/dates.ts'
import { useLanguage, useText } from '../../lib/language.tsx'
import './ledger.css'

const texts = {
  label: { zh: '存证状态', en: 'State of the ledger' },
  entries: { zh: '已登记', en: 'Entries' },
  waiting: { zh: '待登记', en: 'Waiting' },
  since: { zh: '自{at}起', en: 'since {at}' },
  signed: { zh: '最近检查点', en: 'Last checkpoint' },
  none: { zh: '还没有', en: 'none yet' },
  covers: { zh: '覆盖{n}条', en: 'covers {n}' },
  witnessed: { zh: '见证', en: 'Witnessed' },
  of: { zh: '{n}方，法定{quorum}方', en: '{n}, quorum {quorum}' },
  short: { zh: '见证不足', en: 'too few' },
  nobody: { zh: '未设见证方', en: 'no witness configured' },
}

/** The four figures that a reader looks for first. */
export function LedgerFigures({ state }: { readonly state: LedgerState }) {
  const t = useText()
  const { language } = useLanguage()
  const { last } = state
  const hasWitnesses = state.witnesses.length > 0
  return (
    <dl className="ledger-figures" aria-label={t(texts.label)}>
      <Figure label={t(texts.entries)} value={state.size.toLocaleString('zh-CN')} />
      <Figure
        label={t(texts.waiting)}
        value={state.waiting.toLocaleString('zh-CN')}
        note={state.waitingSince === null ? null : t(texts.since, { at: shortInstant(state.waitingSince, language) })}
      />
      <Figure
        label={t(texts.signed)}
        value={last === null ? t(texts.none) : shortInstant(last.signedAt, language)}
        note={last === null ? null : t(texts.covers, { n: last.size.toLocaleString('zh-CN') })}
      />
      <Figure
        label={t(texts.witnessed)}
        value={hasWitnesses ? t(texts.of, { n: last?.cosigned ?? 0, quorum: state.quorum }) : t(texts.nobody)}
        note={hasWitnesses && last !== null && !last.isQuorum ? t(texts.short) : null}
        isBad={last !== null && !last.isQuorum}
      />
    </dl>
  )
}

interface FigureProps {
  readonly label: string
  readonly value: string
  readonly note?: string | null
  readonly isBad?: boolean
}

function Figure({ label, value, note = null, isBad = false }: FigureProps) {
  return (
    <div className={isBad ? 'ledger-figure ledger-bad' : 'ledger-figure'}>
      <dt>{label}</dt>
      <dd>{value}</dd>
      {note === null ? null : <dd className="muted">{note}</dd>}
    </div>
  )
}
