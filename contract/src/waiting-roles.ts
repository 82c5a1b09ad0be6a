// Standing roles that one proposed and nobody approved yet: what a second hand has to look at.
import { Type, type Static } from 'typebox'
import { StandingRole } from './access.ts'
import { defineEndpoint } from './endpoint.ts'
import { Id, orUnknown, pageOf, PageQuery } from './forms.ts'

const WaitingRole = Type.Object(
  {
    account: Type.Object({ id: Id, name: Type.String(), signInName: Type.String() }, { additionalProperties: false }),
    role: StandingRole,
    /** Who proposed it; `null` where the caller does not see that account. */
    proposedBy: orUnknown(Type.String()),
    /** Why the caller cannot approve it; `null`: he can. */
    stop: orUnknown(Type.Enum(['own-account', 'own-proposal', 'not-yours'], { title: 'ApprovalStop' })),
  },
  { additionalProperties: false, title: 'WaitingRole' },
)

export const listWaitingRoles = defineEndpoint({
  method: 'GET',
  path: '/waiting-roles',
  id: 'listWaitingRoles',
  zh: '查看待批准的角色',
  tag: 'accounts',
  summary:
    'Standing roles that wait for the approval of a second person and have not ended, in the order in which they were proposed, with whether the caller can approve: those within the range of an office or an administrator of security or audit, and the caller’s own.',
  query: PageQuery,
  reply: pageOf(WaitingRole),
  problems: ['bad-cursor'],
})

export type WaitingRole = Static<typeof WaitingRole>
