import type { Finding } from '@shengmian/contract'
import { shortInstant } from '../../lib/dates.ts'
import { useLanguage, useText } from '../../lib/language.tsx'
import { Button } from '../../ui/antd.ts'
import './findings.css'

const texts = {
  unit: { zh: '被巡察党组织', en: 'Unit' },
  what: { zh: '问题', en: 'Finding' },
  sources: { zh: '依据', en: 'Rests on' },
  by: { zh: '记录', en: 'Written' },
  count: { zh: '材料{records}份，群众反映{reports}件', en: '{records} records, {reports} reports' },
  noRecord: { zh: '尚无材料印证', en: 'No record bears it out yet' },
  noReport: { zh: '尚无群众反映', en: 'No report speaks of it yet' },
  report: { zh: '来件{number}号（{desk}）', en: 'Report {number} ({desk})' },
  revoked: { zh: '已撤回：{reason}', en: 'Taken back: {reason}' },
  add: { zh: '加依据', en: 'Add a source' },
  withdraw: { zh: '撤回', en: 'Take back' },
  withdrawSource: { zh: '撤回“{name}”', en: 'Take “{name}” back' },
}

export interface Withdrawn {
  readonly finding: Finding
  /** `null`: the finding itself. */
  readonly source: Finding['sources'][number] | null
}

interface FindingListProps {
  readonly items: readonly Finding[]
  readonly onAdd: (finding: Finding) => void
  readonly onWithdraw: (withdrawn: Withdrawn) => void
}

/** Findings with what each rests on: records looked at from above beside reports sent from below. */
export function FindingList({ items, onAdd, onWithdraw }: FindingListProps) {
  const t = useText()
  const { language } = useLanguage()
  return (
    <table className="list findings">
      <thead>
        <tr>
          <th>{t(texts.unit)}</th>
          <th>{t(texts.what)}</th>
          <th>{t(texts.sources)}</th>
          <th>{t(texts.by)}</th>
          <th />
        </tr>
      </thead>
      <tbody>
        {items.map((finding) => (
          <tr key={finding.id} className={finding.revokedReason === null ? '' : 'muted'}>
            <td>{finding.unit.name}</td>
            <td>
              {finding.title}
              {finding.revokedReason === null ? null : <div>{t(texts.revoked, { reason: finding.revokedReason })}</div>}
            </td>
            <td>
              <Sources finding={finding} onWithdraw={onWithdraw} />
            </td>
            <td className="number">
              {shortInstant(finding.at, language)} {finding.by}
            </td>
            <td className="finding-acts">
              {finding.canWrite ? (
                <>
                  <Button size="small" onClick={() => onAdd(finding)}>
                    {t(texts.add)}
                  </Button>
                  <Button size="small" type="text" onClick={() => onWithdraw({ finding, source: null })}>
                    {t(texts.withdraw)}
                  </Button>
                </>
              ) : null}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

function Sources({ finding, onWithdraw }: Pick<FindingListProps, 'onWithdraw'> & { readonly finding: Finding }) {
  const t = useText()
  const { records, reports } = finding
  const nameOf = useSourceName()
  return (
    <>
      <div className="finding-count">
        <strong className="number">{t(texts.count, { records, reports })}</strong>
        {records === 0 ? <span className="unverified">{t(texts.noRecord)}</span> : null}
        {reports === 0 ? <span className="muted">{t(texts.noReport)}</span> : null}
      </div>
      <ul className="finding-sources">
        {finding.sources.map((source) => (
          <li key={source.id} className={source.revokedReason === null ? '' : 'muted'}>
            {nameOf(source)}
            {source.revokedReason === null ? (
              finding.canWrite ? (
                <button
                  type="button"
                  className="button-link"
                  aria-label={t(texts.withdrawSource, { name: nameOf(source) })}
                  onClick={() => onWithdraw({ finding, source })}
                >
                  {t(texts.withdraw)}
                </button>
              ) : null
            ) : (
              <span>{t(texts.revoked, { reason: source.revokedReason })}</span>
            )}
          </li>
        ))}
      </ul>
    </>
  )
}

/** How a source is called on the page. */
export function useSourceName(): (source: Finding['sources'][number]) => string {
  const t = useText()
  return ({ record, report }) => record ?? t(texts.report, { number: report?.number ?? '', desk: report?.desk ?? '' })
}
