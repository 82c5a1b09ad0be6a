import type { Decision, InboxTally, Verdict } from '@shengmian/contract'
import type { DecisionRow } from './decision-store.ts'

const WORDS: Readonly<Record<Verdict, string>> = { accept: '受理', redirect: '转办', decline: '不予受理' }

/** The number runs by desk and verdict and carries the year of the decision: `受理〔2026〕12号`. */
export function decisionView(row: DecisionRow): Decision {
  return {
    report: row.report,
    verdict: row.verdict,
    number: `${WORDS[row.verdict]}〔${row.decided_on.slice(0, 4)}〕${row.running}号`,
    addressee: row.addressee,
    reason: row.reason,
    by: row.by_name,
    on: row.decided_on,
  }
}

export function tallyView(
  held: { readonly reports: number; readonly messages: number },
  verdicts: ReadonlyMap<Verdict, number>,
): InboxTally {
  const of = (verdict: Verdict) => verdicts.get(verdict) ?? 0
  const [accepted, redirected, declined] = [of('accept'), of('redirect'), of('decline')]
  const { reports, messages } = held
  return { reports, messages, accepted, redirected, declined, undecided: Math.max(0, reports - accepted - redirected - declined) }
}
