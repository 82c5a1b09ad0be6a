import { listMeetings, type Warning } from '@shengmian/contract'
import { useState } from 'react'
import { useLanguage, useText } from '../../../lib/language.tsx'
import { longDay } from '../../../lib/dates.ts'
import { useRead } from '../../../lib/use-endpoint.ts'
import { Modal, Radio } from '../../../ui/antd.ts'
import { Refused } from '../../../ui/refused.tsx'
import { Warnings } from '../parts/warnings.tsx'
import { texts } from './texts.ts'

interface ApproveDialogProps {
  readonly round: string
  readonly missing: readonly Warning[]
  readonly isBusy: boolean
  readonly error: unknown
  readonly onDone: (meeting: string) => void
  readonly onClose: () => void
}

/** Approval by the leading group, on the record of one of its meetings. */
export function ApproveDialog({ round, missing, isBusy, error, onDone, onClose }: ApproveDialogProps) {
  const t = useText()
  const { language } = useLanguage()
  const meetings = useRead(listMeetings, { params: { of: 'rounds', subject: round } })
  const items = (meetings.data?.items ?? []).filter((meeting) => meeting.kind === 'leading-group')
  const [chosen, setChosen] = useState<string | null>(null)
  const meeting = chosen ?? items[0]?.id ?? null
  // A missing meeting is said by the list itself.
  const others = missing.filter((one) => one.rule !== 'meeting')
  return (
    <Modal
      title={t(texts.approve)}
      open
      okText={t(texts.approve)}
      confirmLoading={isBusy}
      okButtonProps={{ disabled: meeting === null || others.length > 0 }}
      onOk={() => (meeting === null ? undefined : onDone(meeting))}
      onCancel={onClose}
    >
      <p>{t(texts.meeting)}</p>
      {items.length === 0 ? <p className="why-not">{t(texts.needMeeting)}</p> : null}
      <Radio.Group
        className="meeting-choice"
        value={meeting}
        onChange={(event) => setChosen(event.target.value as string)}
        options={items.map((one) => ({ value: one.id, label: `${longDay(one.date, language)} ${one.title}：${one.decision}` }))}
      />
      <Warnings items={others} />
      {error === null || error === undefined ? null : <Refused error={error} />}
    </Modal>
  )
}
