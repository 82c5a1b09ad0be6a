import { SettingsStep } from '../features/rounds/settings/settings-step.tsx'
import { useText } from '../lib/language.tsx'
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
  if (authority === null) return <Empty title={t(texts.title)}>{t(texts.why)}</Empty>
  return <SettingsStep authority={authority} round={null} />
}
