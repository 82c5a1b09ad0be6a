import { OwnDue, TeamDue } from '../features/corrections/due-corrections.tsx'
import { Desk } from '../features/rounds/desk/desk.tsx'
import { OwnOrders } from '../features/rounds/desk/own-orders.tsx'
import { useHasRole, useSession } from '../features/session/api.ts'
import { useText } from '../lib/language.tsx'
import { Empty } from '../ui/empty.tsx'
import { Page, Sheet } from '../ui/page.tsx'
import { useAuthority } from './use-authority.ts'

const texts = {
  title: { zh: '工作台', en: 'My desk' },
  none: { zh: '没有等您办的事', en: 'Nothing waits for you' },
  why: {
    zh: '您现在没有巡察办或领导小组的身份。派给您的派遣令写明对象和期限，到期前在这里提醒。',
    en: 'You hold no role in an office or a leading group now. Orders given to you name their targets and window, and are recalled here.',
  },
}

export function DeskPage() {
  const t = useText()
  const authority = useAuthority()
  const isOffice = useHasRole('office')
  const { data: session } = useSession()
  const orders = session?.orders ?? []
  const isLiaison = session?.charges.some(({ kind }) => kind === 'liaison') ?? false
  if (authority !== null) return <Desk authority={authority.code} isOffice={isOffice} />
  const nothing = (
    <Sheet>
      <Empty title={t(texts.none)}>{t(texts.why)}</Empty>
    </Sheet>
  )
  const given = orders.length > 0 ? <OwnOrders orders={orders} waiting={(round) => <TeamDue round={round} />} /> : null
  return (
    <Page title={t(texts.title)}>
      {isLiaison ? <OwnDue otherwise={given === null ? nothing : null} /> : null}
      {given ?? (isLiaison ? null : nothing)}
    </Page>
  )
}
