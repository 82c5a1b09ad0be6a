import { listMeetings, recordMeeting } from '@shengmian/contract'
import { useState } from 'react'
import { useLanguage, useText } from '../../../lib/language.tsx'
import { longDay } from '../../../lib/dates.ts'
import { refreshRound, useAct, useRead } from '../../../lib/use-endpoint.ts'
import { Button } from '../../../ui/antd.ts'
import { Loading } from '../../../ui/loading.tsx'
import { Sheet } from '../../../ui/page.tsx'
import { Refused } from '../../../ui/refused.tsx'
import { texts } from '../overview/texts.ts'
import { MeetingDialog } from './meeting-dialog.tsx'

interface MeetingsPanelProps {
  readonly of: 'rounds' | 'programmes'
  readonly subject: string
  readonly canRecord: boolean
}

/** Meetings with date, attendees, decision and the opinions of bodies; an approval rests on one. */
export function MeetingsPanel({ of, subject, canRecord }: MeetingsPanelProps) {
  const t = useText()
  const { language } = useLanguage()
  const [isOpen, setOpen] = useState(false)
  const meetings = useRead(listMeetings, { params: { of, subject } })
  const record = useAct(recordMeeting, refreshRound(subject))
  return (
    <Sheet label={t(texts.meetings)}>
      <div className="block-head">
        <h2>{t(texts.meetings)}</h2>
        <span className="spring" />
        {canRecord ? (
          <Button size="small" onClick={() => setOpen(true)}>
            {t(texts.record)}
          </Button>
        ) : null}
      </div>
      {meetings.isPending ? <Loading what={t(texts.meetings)} rows={2} /> : null}
      {meetings.error === null ? null : <Refused error={meetings.error} onRetry={() => void meetings.refetch()} />}
      {meetings.data?.items.length === 0 ? <p className="block-body muted">{t(texts.noMeetings)}</p> : null}
      {meetings.data === undefined || meetings.data.items.length === 0 ? null : (
        <ul className="records">
          {meetings.data.items.map((meeting) => (
            <li key={meeting.id}>
              <strong>{meeting.title}</strong> <span className="muted">{t(texts.kinds[meeting.kind])}</span>{' '}
              <span className="number">{longDay(meeting.date, language)}</span>
              <p>{meeting.decision}</p>
              <p className="muted">
                {t(texts.attendees)}：{meeting.attendees.join('、')}
              </p>
              {meeting.opinions.map((opinion) => (
                <p key={`${opinion.body} ${opinion.target ?? ''} ${opinion.text}`}>
                  <span className="tag">{opinion.body}</span> {opinion.targetName} {opinion.text}
                </p>
              ))}
            </li>
          ))}
        </ul>
      )}
      {isOpen ? (
        <MeetingDialog
          isBusy={record.isPending}
          error={record.error}
          onClose={() => setOpen(false)}
          onDone={(body) => record.mutate({ params: { of, subject }, body }, { onSuccess: () => setOpen(false) })}
        />
      ) : null}
    </Sheet>
  )
}
