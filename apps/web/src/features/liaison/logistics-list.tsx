import { finishArrangement, type Arrangement, type TargetLogistics } from '@shengmian/contract'
import { shortDay } from '../../lib/dates.ts'
import { useLanguage, useText } from '../../lib/language.tsx'
import { useAct } from '../../lib/use-endpoint.ts'
import { Button } from '../../ui/antd.ts'
import { Light } from '../../ui/light.tsx'
import { Refused } from '../../ui/refused.tsx'
import './liaison.css'

const texts = {
  schedule: { zh: '日程', en: 'Schedule' },
  documents: { zh: '调阅资料', en: 'Documents asked for' },
  none: { zh: '暂无', en: 'Nothing yet' },
  done: { zh: '办妥', en: 'Done' },
  doneBy: { zh: '{name}已办妥', en: 'done by {name}' },
  withdrawn: { zh: '已撤回：{reason}', en: 'taken back: {reason}' },
  liaison: { zh: '联络员 {name} {phone}', en: 'Liaison {name} {phone}' },
  nobody: { zh: '未指定联络员', en: 'No liaison is named' },
}
const kinds = {
  arrival: { zh: '到达', en: 'Arrival' },
  lodging: { zh: '食宿', en: 'Lodging' },
  transport: { zh: '用车', en: 'Transport' },
  venue: { zh: '场所', en: 'Venue' },
  meeting: { zh: '会议', en: 'Meeting' },
  departure: { zh: '离开', en: 'Departure' },
  documents: { zh: '调阅', en: 'Documents' },
}

/** A target with its schedule and the documents asked for; each line can be said to be done. */
export function TargetCard({ target }: { readonly target: TargetLogistics }) {
  const t = useText()
  const finish = useAct(finishArrangement, (queries) => queries.invalidateQueries({ queryKey: ['readLogistics'] }))
  const lines = (label: string, items: readonly Arrangement[]) => (
    <>
      <h3>{label}</h3>
      {items.length === 0 ? <p className="muted">{t(texts.none)}</p> : null}
      <ul className="liaison-lines">
        {items.map((item) => (
          <ArrangementLine
            key={item.id}
            item={item}
            isBusy={finish.isPending}
            onDone={() => finish.mutate({ params: { arrangement: item.id }, body: {} })}
          />
        ))}
      </ul>
    </>
  )
  const { liaison } = target
  return (
    <article className="liaison-card">
      <h2>
        {target.name} <span className="muted">{target.place.name}</span>
      </h2>
      <p className="muted">
        {liaison === null ? t(texts.nobody) : t(texts.liaison, { name: liaison.name, phone: liaison.phone ?? '' })}
      </p>
      {lines(t(texts.schedule), target.schedule)}
      {lines(t(texts.documents), target.documents)}
      {finish.error === null ? null : <Refused error={finish.error} />}
    </article>
  )
}

interface LineProps {
  readonly item: Arrangement
  readonly isBusy: boolean
  readonly onDone: () => void
}

function ArrangementLine({ item, isBusy, onDone }: LineProps) {
  const t = useText()
  const { language } = useLanguage()
  const isOpen = item.doneAt === null && item.revokedAt === null
  return (
    <li>
      <span className="number">
        <Light colour={item.isOverdue ? 'red' : 'none'} /> {shortDay(item.day, language)} {item.time ?? ''}
      </span>
      <span>
        {t(kinds[item.kind])} {item.title} {item.location ?? ''}{' '}
        {item.doneBy === null ? null : <span className="muted">{t(texts.doneBy, { name: item.doneBy })}</span>}
        {item.revokedReason === null ? null : <span className="muted">{t(texts.withdrawn, { reason: item.revokedReason })}</span>}
      </span>
      {isOpen ? (
        <Button size="small" disabled={isBusy} onClick={onDone}>
          {t(texts.done)}
        </Button>
      ) : null}
    </li>
  )
}
