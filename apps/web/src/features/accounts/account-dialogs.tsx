import { disableAccount, revokeRole, type RoleName } from '@shengmian/contract'
import { useText } from '../../lib/language.tsx'
import { roleNames } from '../../lib/roles.ts'
import { useAct } from '../../lib/use-endpoint.ts'
import { ReasonDialog } from '../../ui/reason-dialog.tsx'
import type { AccountAct } from './account-table.tsx'
import { refreshAccounts } from './api.ts'
import { ResetDialog } from './reset-dialog.tsx'
import { RoleDialog } from './role-dialog.tsx'
import { texts } from './texts.ts'

interface AccountDialogsProps {
  readonly asked: AccountAct
  readonly roles: readonly RoleName[]
  readonly within: string | null
  readonly onPassphrase: (passphrase: string) => void
  readonly onClose: () => void
}

/** The dialog of the act that was chosen for an account. */
export function AccountDialogs({ asked, roles, within, onPassphrase, onClose }: AccountDialogsProps) {
  const t = useText()
  const disable = useAct(disableAccount, refreshAccounts)
  const revoke = useAct(revokeRole, refreshAccounts)
  const { account } = asked
  const who = { name: account.name, account: account.signInName }
  switch (asked.act) {
    case 'give':
      return <RoleDialog account={account} roles={roles} within={within} onClose={onClose} />
    case 'reset':
      return <ResetDialog account={account} onAsked={onPassphrase} onClose={onClose} />
    case 'disable':
      return (
        <ReasonDialog
          title={t(texts.disable)}
          note={t(texts.disableWhat, who)}
          isDanger
          isBusy={disable.isPending}
          error={disable.error}
          onClose={onClose}
          onDone={(reason) => disable.mutate({ params: { account: account.id }, body: { reason } }, { onSuccess: onClose })}
        />
      )
    case 'revoke':
      return (
        <ReasonDialog
          title={t(texts.revokeTitle)}
          note={t(texts.revokeWhat, { ...who, role: t(roleNames[asked.role.role]), body: asked.role.authority.name })}
          isDanger
          isBusy={revoke.isPending}
          error={revoke.error}
          onClose={onClose}
          onDone={(reason) =>
            revoke.mutate({ params: { account: account.id, role: asked.role.id }, body: { reason } }, { onSuccess: onClose })
          }
        />
      )
  }
}
