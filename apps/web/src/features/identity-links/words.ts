import type { IdentityLink } from '@shengmian/contract'
import type { Text } from '../../lib/language.tsx'

export const states: Readonly<Record<IdentityLink['state'], Text>> = {
  proposed: { zh: '待本人确认', en: 'waits for its person' },
  expired: { zh: '逾期未确认', en: 'not confirmed in time' },
  linked: { zh: '已关联', en: 'linked' },
  ended: { zh: '已解除', en: 'ended' },
}
