import { getRegion } from '@shengmian/contract'
import { SettingsStep } from '../features/rounds/settings/settings-step.tsx'
import { useText } from '../lib/language.tsx'
import { useRead } from '../lib/use-endpoint.ts'
import { Empty } from '../ui/empty.tsx'
import { useAuthority } from './use-authority.ts'

const texts = {
  title: { zh: '您不能新建轮次', en: 'You cannot set up a round' },
  why: {
    zh: '轮次由授权党委的巡察办建立。您现在没有巡察办的授权，这不是系统故障；需要时请安全管理员授予。',
    en: 'Rounds are set up by the inspection office of a commissioning body. You hold no such role now; this is not a fault. Ask the security administrator.',
  },
}

export function NewRoundPage() {
  const t = useText()
  const authority = useAuthority()
  // The role names the office; the round is commissioned by the body of the place itself.
  const place = useRead(getRegion, { params: { code: authority?.code ?? '' } }, { enabled: authority !== null })
  if (authority === null) return <Empty title={t(texts.title)}>{t(texts.why)}</Empty>
  return <SettingsStep authority={{ code: authority.code, name: place.data?.name ?? authority.name }} round={null} />
}
