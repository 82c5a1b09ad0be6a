import { reportEmergency } from '@shengmian/contract'
import { useState } from 'react'
import { useText } from '../../lib/language.tsx'
import { useAct } from '../../lib/use-endpoint.ts'
import { ActDialog } from '../../ui/act-dialog.tsx'
import { Form, Input } from '../../ui/antd.ts'
import { refreshEmergencies } from './refresh.ts'
import { texts } from './texts.ts'

/** What was done: it ends the emergency at once. */
export function ReportDialog({ emergency, onClose }: { readonly emergency: string; readonly onClose: () => void }) {
  const t = useText()
  const [report, setReport] = useState('')
  const close = useAct(reportEmergency, refreshEmergencies)
  return (
    <ActDialog
      title={t(texts.report)}
      act={t(texts.report)}
      okButtonProps={{ disabled: report.trim().length < 10 }}
      isBusy={close.isPending}
      error={close.error}
      onClose={onClose}
      onAct={() => close.mutate({ params: { emergency }, body: { report: report.trim() } }, { onSuccess: onClose })}
    >
      <p className="muted">{t(texts.reportNote)}</p>
      <Form layout="vertical" requiredMark={false}>
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
    </ActDialog>
  )
}
