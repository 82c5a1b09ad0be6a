import { revokeOrder } from '@shengmian/contract'
import { useText } from '../../lib/language.tsx'
import { refreshRound, useAct } from '../../lib/use-endpoint.ts'
import type { Order } from './order-table.tsx'
import { ReasonDialog } from '../../ui/reason-dialog.tsx'

const texts = {
  title: { zh: '撤销 {number}', en: 'Revoke {number}' },
  what: { zh: '{name}将立即失去对这些对象的一切查看和办理权限。', en: '{name} loses every right over these targets at once.' },
  revoke: { zh: '撤销授权', en: 'Revoke' },
}

interface RevokeDialogProps {
  readonly round: string
  readonly order: Order
  readonly onClose: () => void
}

export function RevokeDialog({ round, order, onClose }: RevokeDialogProps) {
  const t = useText()
  const revoke = useAct(revokeOrder, refreshRound(round))
  return (
    <ReasonDialog
      title={t(texts.title, { number: order.number })}
      act={t(texts.revoke)}
      isDanger
      isBusy={revoke.isPending}
      error={revoke.error}
      onClose={onClose}
      onDone={(reason) => revoke.mutate({ params: { round, order: order.id }, body: { reason } }, { onSuccess: onClose })}
    >
      <p>{t(texts.what, { name: order.person.name })}</p>
    </ReasonDialog>
  )
}
