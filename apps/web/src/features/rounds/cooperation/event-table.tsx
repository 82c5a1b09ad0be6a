import { longDay, shortDay } from '../../../lib/dates.ts'
import { useLanguage, useText } from '../../../lib/language.tsx'
import { Unverified } from '../../../ui/unverified.tsx'
import { Warnings } from '../parts/warnings.tsx'
import { kinds, namesOf, type CooperationEvent } from './words.ts'

const texts = {
  label: { zh: '结对与片区协作', en: 'Pairing and area cooperation' },
  days: { zh: '日期', en: 'Days' },
  kind: { zh: '类别', en: 'Kind' },
  name: { zh: '名称', en: 'Title' },
  people: { zh: '参加人员', en: 'Who took part' },
  units: { zh: '对象', en: 'Units' },
  exposure: { zh: '预计认识（人）', en: 'Known (persons)' },
  exposureMeans: {
    zh: '参加人员预计认识对象班子成员的人数，按至多三步的最强关系链，各人各对象相加',
    en: 'insiders of the units that those who take part are expected to know over the strongest path of at most three ties, summed',
  },
  by: { zh: '登记', en: 'Recorded by' },
  all: { zh: '等{n}人', en: ' and others, {n} in all' },
  allUnits: { zh: '等{n}个', en: ' and others, {n} in all' },
  withdraw: { zh: '撤回', en: 'Withdraw' },
  withdrawn: { zh: '已撤回，不计数：{reason}', en: 'withdrawn, not counted: {reason}' },
}

interface EventTableProps {
  readonly events: readonly CooperationEvent[]
  /** Null where the reader may take nothing back. */
  readonly onWithdraw: ((event: CooperationEvent) => void) | null
}

/** One line an event, newest first; what it was warned of stands under it. */
export function EventTable({ events, onWithdraw }: EventTableProps) {
  const t = useText()
  return (
    <div className="events-scroll">
      <table className="list events" aria-label={t(texts.label)}>
        <thead>
          <tr>
            <th>{t(texts.days)}</th>
            <th>{t(texts.kind)}</th>
            <th>{t(texts.name)}</th>
            <th>{t(texts.people)}</th>
            <th>{t(texts.units)}</th>
            <th className="right" title={t(texts.exposureMeans)}>
              {t(texts.exposure)}
            </th>
            <th>{t(texts.by)}</th>
            {onWithdraw === null ? null : <th />}
          </tr>
        </thead>
        {events.map((event) => (
          <EventRows key={event.id} event={event} onWithdraw={onWithdraw} />
        ))}
      </table>
    </div>
  )
}

function EventRows({
  event,
  onWithdraw,
}: {
  readonly event: CooperationEvent
  readonly onWithdraw: EventTableProps['onWithdraw']
}) {
  const t = useText()
  const { language } = useLanguage()
  const { starts, ends, kind, title, people, units, exposure, warnings, recordedBy, withdrawnReason } = event
  const [who, where] = [namesOf(people), namesOf(units)]
  const isGone = withdrawnReason !== null
  const isUnverified = warnings.some(({ rule }) => rule === 'unverified')
  const days = starts === ends ? shortDay(starts, language) : `${shortDay(starts, language)}—${shortDay(ends, language)}`
  return (
    <tbody className={isGone ? 'event-gone' : ''}>
      <tr>
        <td className="number" title={longDay(starts, language)}>
          {days}
        </td>
        <td className="number">{t(kinds[kind])}</td>
        <td>{title}</td>
        <td title={people.map(({ name, home }) => (home === null ? name : `${name}（${home.name}）`)).join('、')}>
          {who.names}
          {who.all === null ? '' : t(texts.all, { n: who.all })}
        </td>
        <td title={units.map(({ name, place }) => (place === null ? name : `${place.name}${name}`)).join('、')}>
          {where.names}
          {where.all === null ? '' : t(texts.allUnits, { n: where.all })}
        </td>
        <td className="right number">
          {isUnverified ? <Unverified /> : null} {exposure === 0 ? '0' : (exposure / 1000).toFixed(3)}
        </td>
        <td className="number">{recordedBy}</td>
        {onWithdraw === null ? null : (
          <td className="right number">
            {isGone ? null : (
              <button
                type="button"
                className="button-link"
                aria-label={`${t(texts.withdraw)} ${title}`}
                onClick={() => onWithdraw(event)}
              >
                {t(texts.withdraw)}
              </button>
            )}
          </td>
        )}
      </tr>
      {warnings.length > 0 || isGone ? (
        <tr className="event-notes">
          <td />
          <td colSpan={onWithdraw === null ? 6 : 7}>
            {isGone ? <p className="muted">{t(texts.withdrawn, { reason: withdrawnReason })}</p> : <Warnings items={warnings} />}
          </td>
        </tr>
      ) : null}
    </tbody>
  )
}
