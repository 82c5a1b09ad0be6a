import { finishArrangement, type Arrangement } from '@shengmian/contract'
import { shortDay, shortInstant } from '../../lib/dates.ts'
import { useLanguage, useText } from '../../lib/language.tsx'
import { useAct } from '../../lib/use-endpoint.ts'
import { Button } from '../../ui/antd.ts'
import { Light } from '../../ui/light.tsx'
import { Refused } from '../../ui/refused.tsx'
import { arrangementKinds } from './words.ts'
import './liaison.css'

const texts = {
  done: { zh: '{by} {at}办妥', en: 'done by {by} {at}' },
  revoked: { zh: '已撤回：{reason}', en: 'Taken back: {reason}' },
  finish: { zh: '办妥', en: 'Done' },
  handedIn: { zh: '已提供', en: 'Handed in' },
}

/** Lines of a schedule, or documents asked for, with what is late marked red. */
export function ArrangementList({ lines }: { readonly lines: readonly Arrangement[] }) {
  const t = useText()
  const { language } = useLanguage()
  const finish = useAct(finishArrangement, (queries) => queries.invalidateQueries({ queryKey: ['readLogistics'] }))
  if (lines.length === 0) return null
  return (
    <>
      {finish.error === null ? null : <Refused error={finish.error} />}
      <ul className="arrangements">
        {lines.map((line) => (
          <li key={line.id} className={line.revokedAt === null ? '' : 'muted'}>
            <span className="number">
              {shortDay(line.day, language)} {line.time ?? ''}
            </span>
            <span>{t(arrangementKinds[line.kind])}</span>
            <span>
              {line.isOverdue ? <Light colour="red" /> : null} {line.title}
              {line.location === null ? null : <span className="muted"> {line.location}</span>}
              {line.revokedReason === null ? null : <div>{t(texts.revoked, { reason: line.revokedReason })}</div>}
              {line.doneAt === null ? null : (
                <div className="muted">
                  {t(texts.done, { by: line.doneBy ?? '', at: shortInstant(line.doneAt, language) })} {line.note ?? ''}
                </div>
              )}
            </span>
            {line.doneAt === null && line.revokedAt === null ? (
              <Button
                size="small"
                loading={finish.isPending && finish.variables.params.arrangement === line.id}
                onClick={() => finish.mutate({ params: { arrangement: line.id }, body: {} })}
              >
                {t(line.kind === 'documents' ? texts.handedIn : texts.finish)}
              </Button>
            ) : null}
          </li>
        ))}
      </ul>
    </>
  )
}
