import { revokeOrder } from '@shengmian/contract'
import { useText } from '../../lib/language.tsx'
import { refreshRound, useAct } from '../../lib/use-endpoint.ts'
import { Button, Form, Input, Modal } from '../../ui/antd.ts'
import { Refused } from '../../ui/refused.tsx'
import type { Order } from './order-table.tsx'

const texts = {
  title: { zh: '撤销 {number}', en: 'Revoke {number}' },
  what: { zh: '{name}将立即失去对这些对象的一切查看和办理权限。', en: '{name} loses every right over these targets at once.' },
  reason: { zh: '理由', en: 'Reason' },
  reasonMissing: { zh: '未写理由，不能撤销授权', en: 'Without a reason no order is revoked' },
  revoke: { zh: '撤销授权', en: 'Revoke' },
}

export function RevokeDialog({
  round,
  order,
  onClose,
}: {
  readonly round: string
  readonly order: Order
  readonly onClose: () => void
}) {
  const t = useText()
  const revoke = useAct(revokeOrder, refreshRound(round))
  return (
    <Modal open title={t(texts.title, { number: order.number })} footer={null} onCancel={onClose} destroyOnHidden>
      <p>{t(texts.what, { name: order.person.name })}</p>
      <Form
        layout="vertical"
        requiredMark={false}
        onFinish={({ reason }: { reason: string }) =>
          revoke.mutate({ params: { round, order: order.id }, body: { reason } }, { onSuccess: onClose })
        }
      >
        <Form.Item name="reason" label={t(texts.reason)} rules={[{ required: true, min: 2, message: t(texts.reasonMissing) }]}>
          <Input.TextArea rows={3} maxLength={1000} autoFocus />
        </Form.Item>
        {revoke.error === null ? null : <Refused error={revoke.error} />}
        <Button danger type="primary" htmlType="submit" loading={revoke.isPending}>
          {t(texts.revoke)}
        </Button>
      </Form>
    </Modal>
  )
}
