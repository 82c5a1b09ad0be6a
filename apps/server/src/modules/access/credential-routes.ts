import { approveCredentialChange, listCredentialChanges, resetPassphrase } from '@shengmian/contract'
import { serve, type Route } from '../../http/serve.ts'
import * as changes from './change-credential.ts'
import type { Hash } from './manage-accounts.ts'

/** The endpoints of what gives somebody else's account a new way in. */
export function credentialRoutes(hash: Hash): readonly Route[] {
  return [
    serve(resetPassphrase, ({ tx, params, body, caller }) =>
      changes.askPassphrase(tx, { id: body.id, account: params.account, by: caller.id }, body.passphrase, hash),
    ),
    serve(listCredentialChanges, ({ tx }) => changes.listCredentialChanges(tx)),
    serve(approveCredentialChange, ({ tx, params, caller }) => changes.approveCredentialChange(tx, params.change, caller.id)),
  ]
}
