import { acknowledgeProgramme, approveProgramme, changeProgrammeDates, listMeetings, readProgramme } from '@shengmian/contract'
import { useState } from 'react'
import { longDay } from '../../../lib/dates.ts'
import { useLanguage, useText } from '../../../lib/language.tsx'
import { refreshRound, useAct, useRead } from '../../../lib/use-endpoint.ts'
import { Button, Form } from '../../../ui/antd.ts'
import { Loading } from '../../../ui/loading.tsx'
import { Page, Sheet } from '../../../ui/page.tsx'
import { Refused } from '../../../ui/refused.tsx'
import { CommentsPanel } from '../papers/comments-panel.tsx'
import { MeetingsPanel } from '../papers/meetings-panel.tsx'
import { SectionsPanel } from '../papers/sections-panel.tsx'
import { DayField } from '../../../ui/day-field.tsx'
import { ReasonDialog } from '../../../ui/reason-dialog.tsx'
import { Warnings } from '../parts/warnings.tsx'
import { BodyTable } from './body-table.tsx'
import { ProgrammeItems } from './programme-items.tsx'
import { texts } from './texts.ts'
import '../parts/rounds.css'
import '../parts/warnings.css'
import '../overview/overview.css'
import '../papers/papers.css'

interface ProgrammeViewProps {
  readonly programme: string
  readonly authority: string | null
  readonly isLeadingGroup: boolean
}

/** A programme: its bodies with receipts, demands and additions, sections, meetings, guidance. */
export function ProgrammeView({ programme: id, authority, isLeadingGroup }: ProgrammeViewProps) {
  const t = useText()
  const { language } = useLanguage()
  const params = { programme: id }
  const refresh = refreshRound(id)
  const programme = useRead(readProgramme, { params })
  const meetings = useRead(listMeetings, { params: { of: 'programmes', subject: id } })
  const acknowledge = useAct(acknowledgeProgramme, refresh)
  const approve = useAct(approveProgramme, refresh)
  const change = useAct(changeProgrammeDates, refresh)
  const [isChanging, setChanging] = useState(false)
  const [ends, setEnds] = useState<string | null>(null)
  if (programme.error !== null) return <Refused error={programme.error} onRetry={() => void programme.refetch()} />
  if (programme.isPending) return <Loading what={t(texts.what)} />
  const { data } = programme
  const isOwn = authority === data.authority.code
  const meeting = meetings.data?.items.find((one) => one.kind === 'leading-group')?.id
  const error = acknowledge.error ?? approve.error
  return (
    <Page
      title={data.title}
      note={
        <span className="number">
          {longDay(data.starts, language)}—{longDay(data.ends, language)} {t(texts.states[data.state])}
        </span>
      }
      acts={
        isOwn ? (
          <>
            <Button onClick={() => setChanging(true)}>{t(texts.changeDates)}</Button>
            {isLeadingGroup && data.state === 'draft' ? (
              <Button
                type="primary"
                title={t(texts.approveNote)}
                loading={approve.isPending}
                onClick={() => approve.mutate({ params, body: meeting === undefined ? {} : { meeting } })}
              >
                {t(texts.approve)}
              </Button>
            ) : null}
          </>
        ) : null
      }
      aside={
        <div className="side">
          <section>
            <h2>{t(texts.guidance)}</h2>
            <strong>{data.guidance.title}</strong>
            <p>{data.guidance.text}</p>
          </section>
          <section>
            <h2>{t(texts.roles)}</h2>
            {data.roles.map((role) => (
              <p key={role.level}>
                {role[language]} {role.responsible ? <span className="tag tag-good">{t(texts.responsible)}</span> : null}
              </p>
            ))}
          </section>
          {data.warnings.length === 0 ? null : (
            <section>
              <h2>{t(texts.warnings)}</h2>
              <Warnings items={data.warnings} />
            </section>
          )}
        </div>
      }
    >
      {error === null ? null : <Refused error={error} />}
      <Sheet label={t(texts.bodies)}>
        <BodyTable
          programme={data}
          authority={authority}
          isBusy={acknowledge.isPending}
          onAcknowledge={(body, what) => acknowledge.mutate({ params, body: { body, what } })}
        />
      </Sheet>
      <div className="stack">
        <ProgrammeItems programme={data} authority={authority} />
        <SectionsPanel of="programmes" subject={id} isLocked={!isOwn || data.state !== 'draft'} />
        <MeetingsPanel of="programmes" subject={id} canRecord={isOwn} />
        <CommentsPanel of="programmes" subject={id} isOwn={isOwn} mayWrite={!isOwn} />
      </div>
      <ReasonDialog
        title={t(texts.changeDates)}
        isOpen={isChanging}
        isBusy={change.isPending}
        error={change.error}
        isReady={ends !== null}
        onClose={() => setChanging(false)}
        onDone={(reason) =>
          ends === null ? undefined : change.mutate({ params, body: { ends, reason } }, { onSuccess: () => setChanging(false) })
        }
      >
        <Form.Item label={t(texts.ends)} extra={t(texts.changeNote)}>
          <DayField label={t(texts.ends)} value={ends ?? data.ends} onChange={setEnds} />
        </Form.Item>
      </ReasonDialog>
    </Page>
  )
}
