import type { CertificatePaper } from '../../documents/index.ts'
import { dayZh } from '../days.ts'
import type { CertificateView } from './certificate-view.ts'
import { targetsZh } from './certificate-view.ts'
import { roleZh } from './issuer.ts'

/** How much of a long list fits the one page of a certificate; the rest is counted. */
const FACTS_SHOWN = 3
const LABELS = { pass: '无', warn: '弱关系', unknown: '未核', bar: '应回避' } as const

/** The words of the paper form from what the page shows. */
export function certificatePaper(view: Omit<CertificateView, 'code'>): CertificatePaper {
  return {
    number: view.number ?? '（草稿）',
    round: view.round.title,
    person: view.person.name,
    post: [view.unit, view.person.title].filter((part) => part !== null).join('') || '未核',
    seat: `${view.teamName} ${roleZh(view.role)}`,
    targets: targetsZh(view.targets.map((target) => target.name)),
    order: view.order?.number ?? '—',
    window: view.order === null ? '—' : `${dayZh(view.order.from)}至${dayZh(view.order.until)}`,
    checks: view.checks.map((check, index) => ({
      index: String(index + 1),
      subject: check.title.zh,
      situation: check.situation.zh,
      facts: shortened(check.facts.map((fact) => fact.zh)),
      source: shortened([
        ...new Set(
          check.facts.map((fact) =>
            [fact.source ?? '来源未记', fact.date === null ? null : dayZh(fact.date)].filter((part) => part !== null).join('，'),
          ),
        ),
      ]),
      label: check.waived === null ? LABELS[check.result] : '已豁免',
      result: check.waived === null ? check.result : 'warn',
    })),
    conclusion: view.conclusion.zh,
    note: '',
    declaration: view.declaration.text.zh,
    declared:
      view.declaration.on === null
        ? '＿＿＿＿＿＿　　　　年　　月　　日'
        : `${view.declaration.by}　${dayZh(view.declaration.on)}`,
    signatories: [view.checkedBy, view.reviewedBy, view.approvedBy].map((signature) => ({
      remark: signature.remark,
      name: signature.name ?? '（未签）',
      on: signature.on === null ? '' : dayZh(signature.on),
    })),
    laterChanges:
      view.laterChanges.length === 0 ? '无' : view.laterChanges.map((change) => `${dayZh(change.on)}${change.text}`).join('；'),
    rules: view.ruleVersion,
    problem: grouped(view.problem.replace('sha256:', '')),
    seed: /^0+$/.test(view.seed) ? '全零（未抽签）' : grouped(view.seed),
    fingerprint: grouped(view.fingerprint),
    code: `sha256:${view.fingerprint}`,
  }
}

/** The first 16 digits in fours: enough to compare by eye, the code carries all. */
function grouped(hash: string): string {
  return (hash.slice(0, 16).match(/.{4}/g) ?? []).join(' ')
}

function shortened(lines: readonly string[]): string {
  const shown = lines.slice(0, FACTS_SHOWN).join('；')
  return lines.length > FACTS_SHOWN ? `${shown}；等${lines.length}项` : shown || '—'
}
