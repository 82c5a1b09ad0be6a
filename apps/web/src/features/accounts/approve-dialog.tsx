import { approveCredentialChange, approveRole } from '@shengmian/contract'
import { useText } from '../../lib/language.tsx'
import { roleNames } from '../../lib/roles.ts'
import { useAct } from '../../lib/use-endpoint.ts'
import { ActDialog } from '../../ui/act-dialog.tsx'
import { refreshAccounts } from './api.ts'
import { texts } from './texts.ts'
import type { Waiting } from './waiting-list.tsx'

/** The second hand: what it brings with it is said before it signs. */
export function ApproveDialog({ one, onClose }: { readonly one: Waiting; readonly onClose: () => void }) {
  const t = useText()
  const role = useAct(approveRole, refreshAccounts)
  const change = useAct(approveCredentialChange, refreshAccounts)
  const account = one.kind === 'role' ? one.waiting.account : one.change.account
  const what =
    one.kind === 'role'
      ? t(texts.giveWhat, { role: t(roleNames[one.waiting.role.role]), body: one.waiting.role.authority.name })
      : t(texts.passphraseWhat)
  const approve = () =>
    one.kind === 'role'
      ? role.mutate({ params: { account: account.id, role: one.waiting.role.id } }, { onSuccess: onClose })
      : change.mutate({ params: { change: one.change.id } }, { onSuccess: onClose })
  return (
    <ActDialog
      title={t(texts.approve)}
      act={t(texts.approve)}
      isBusy={role.isPending || change.isPending}
      error={role.error ?? change.error}
      onAct={approve}
      onClose={onClose}
    >
      <p>{t(texts.approveWhat, { name: account.name, account: account.signInName, what })}</p>
    </ActDialog>
  )
}
