import { listMeetings, type Warning } from '@shengmian/contract'
import { useState } from 'react'
import { useLanguage, useText } from '../../../lib/language.tsx'
import { longDay } from '../../../lib/dates.ts'
import { useRead } from '../../../lib/use-endpoint.ts'
import { ActDialog } from '../../../ui/act-dialog.tsx'
import { Form, Input, Radio } from '../../../ui/antd.ts'
import { Warnings } from '../parts/warnings.tsx'
import { texts } from './texts.ts'

interface ApproveDialogProps {
  readonly round: string
  readonly missing: readonly Warning[]
  /** What is wrong with the plan yet may be approved. */
  readonly warnings: readonly Warning[]
  readonly isBusy: boolean
  readonly error: unknown
  readonly onDone: (approval: { readonly meeting: string; readonly reason?: string }) => void
  readonly onClose: () => void
}

/** Warnings that the law lets stand only with an approval that says why. */
const toAnswer: readonly string[] = ['leader-level']

/** Approval by the leading group, on the record of one of its meetings; a warning that stands is answered with a reason. */
export function ApproveDialog({ round, missing, warnings, isBusy, error, onDone, onClose }: ApproveDialogProps) {
  const t = useText()
  const { language } = useLanguage()
  const meetings = useRead(listMeetings, { params: { of: 'rounds', subject: round } })
  const items = (meetings.data?.items ?? []).filter((meeting) => meeting.kind === 'leading-group')
  const [chosen, setChosen] = useState<string | null>(null)
  const meeting = chosen ?? items[0]?.id ?? null
  const [text, setText] = useState('')
  const [tried, setTried] = useState(false)
  const reason = text.trim()
  const approved = warnings.filter((one) => one.level === 'warn')
  const isNeeded = approved.some((one) => toAnswer.includes(one.rule))
  // The record takes no reason of one sign.
  const isLacking = reason.length < 2 && (isNeeded || reason !== '')
  const approve = () => {
    if (isLacking) setTried(true)
    else if (meeting !== null) onDone({ meeting, ...(reason === '' ? {} : { reason }) })
  }
  // A missing meeting is said by the list itself.
  const others = missing.filter((one) => one.rule !== 'meeting')
  return (
    <ActDialog
      title={t(texts.approve)}
      act={t(texts.approve)}
      isBusy={isBusy}
      error={error}
      okButtonProps={{ disabled: meeting === null || others.length > 0 }}
      onAct={approve}
      onClose={onClose}
    >
      <p>{t(texts.meeting)}</p>
      {items.length === 0 ? <p className="why-not">{t(texts.needMeeting)}</p> : null}
      <Radio.Group
        className="meeting-choice"
        value={meeting}
        onChange={(event) => setChosen(event.target.value as string)}
        options={items.map((one) => ({ value: one.id, label: `${longDay(one.date, language)} ${one.title}：${one.decision}` }))}
      />
      <Warnings items={[...others, ...approved]} />
      <Form layout="vertical" requiredMark={false}>
        <Form.Item
          label={t(texts.reason)}
          htmlFor="approve-reason"
          required={isNeeded}
          {...(tried && isLacking
            ? { validateStatus: 'error' as const, help: t(texts.needReason) }
            : isNeeded
              ? { extra: t(texts.whyReason) }
              : {})}
        >
          <Input.TextArea
            id="approve-reason"
            rows={3}
            maxLength={1000}
            value={text}
            onChange={(event) => setText(event.target.value)}
          />
        </Form.Item>
      </Form>
    </ActDialog>
  )
}
