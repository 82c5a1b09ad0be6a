import { decideReport, type Verdict } from '@shengmian/contract'
import { useState } from 'react'
import { useText } from '../../lib/language.tsx'
import { newId } from '../../lib/new-id.ts'
import { useAct } from '../../lib/use-endpoint.ts'
import { Form, Input, Modal, Radio } from '../../ui/antd.ts'
import { Refused } from '../../ui/refused.tsx'
import { texts, verdictNames } from './texts.ts'

interface DecisionDialogProps {
  readonly desk: string
  readonly number: number
  readonly onClose: () => void
}

export function DecisionDialog({ desk, number, onClose }: DecisionDialogProps) {
  const t = useText()
  const [key] = useState(newId)
  const [verdict, setVerdict] = useState<Verdict>('accept')
  const [reason, setReason] = useState('')
  const [addressee, setAddressee] = useState('')
  const decide = useAct(decideReport, (queries) =>
    Promise.all(
      ['listInboxDesks', 'listSealedReports', 'listDecisions'].map((id) => queries.invalidateQueries({ queryKey: [id] })),
    ),
  )
  const isRedirect = verdict === 'redirect'
  const isReady = reason.trim().length >= 2 && (!isRedirect || addressee.trim().length >= 2)
  return (
    <Modal
      title={`${t(texts.decide)}　${t(texts.no, { n: number })}`}
      open
      okText={t(verdictNames[verdict])}
      cancelText={t(texts.cancel)}
      confirmLoading={decide.isPending}
      okButtonProps={{ disabled: !isReady }}
      onCancel={onClose}
      onOk={() =>
        decide.mutate(
          {
            params: { desk, number },
            body: { verdict, reason: reason.trim(), addressee: isRedirect ? addressee.trim() : null },
            key,
          },
          { onSuccess: onClose },
        )
      }
    >
      <p className="muted">{t(texts.decideWhy)}</p>
      <Form layout="vertical">
        <Form.Item>
          <Radio.Group
            value={verdict}
            onChange={(event) => setVerdict(event.target.value as Verdict)}
            options={(Object.keys(verdictNames) as Verdict[]).map((value) => ({ value, label: t(verdictNames[value]) }))}
          />
        </Form.Item>
        {isRedirect ? (
          <Form.Item label={t(texts.addressee)} htmlFor="decision-addressee" required>
            <Input
              id="decision-addressee"
              maxLength={200}
              value={addressee}
              onChange={(event) => setAddressee(event.target.value)}
            />
          </Form.Item>
        ) : null}
        <Form.Item label={t(texts.reason)} htmlFor="decision-reason" required>
          <Input.TextArea
            id="decision-reason"
            rows={2}
            maxLength={1000}
            value={reason}
            onChange={(event) => setReason(event.target.value)}
          />
        </Form.Item>
      </Form>
      {decide.error === null ? null : <Refused error={decide.error} />}
    </Modal>
  )
}
