import { reportEmergency } from '@shengmian/contract'
import { useState } from 'react'
import { useText } from '../../lib/language.tsx'
import { useAct } from '../../lib/use-endpoint.ts'
import { Form, Input, Modal } from '../../ui/antd.ts'
import { Refused } from '../../ui/refused.tsx'
import { refreshEmergencies } from './refresh.ts'
import { texts } from './texts.ts'

/** What was done: it ends the emergency at once. */
export function ReportDialog({ emergency, onClose }: { readonly emergency: string; readonly onClose: () => void }) {
  const t = useText()
  const [report, setReport] = useState('')
  const close = useAct(reportEmergency, refreshEmergencies)
  return (
    <Modal
      title={t(texts.report)}
      open
      okText={t(texts.report)}
      cancelText={t(texts.cancel)}
      okButtonProps={{ disabled: report.trim().length < 10 }}
      confirmLoading={close.isPending}
      onCancel={onClose}
      onOk={() => close.mutate({ params: { emergency }, body: { report: report.trim() } }, { onSuccess: onClose })}
    >
      <p className="muted">{t(texts.reportNote)}</p>
      <Form layout="vertical">
        <Form.Item label={t(texts.reportText)} htmlFor="emergency-report">
          <Input.TextArea
            id="emergency-report"
            rows={5}
            maxLength={4000}
            value={report}
            onChange={(event) => setReport(event.target.value)}
          />
        </Form.Item>
      </Form>
      {close.error === null ? null : <Refused error={close.error} />}
    </Modal>
  )
}
