import { RecusalsOfPerson } from '../features/recusals/recusals-of-person.tsx'
import { useSession } from '../features/session/api.ts'
import { useText } from '../lib/language.tsx'
import { Empty } from '../ui/empty.tsx'
import { Page, Sheet } from '../ui/page.tsx'

const texts = {
  title: { zh: '我的回避', en: 'My recusals' },
  note: {
    zh: '到了认识人的地方，自己登记，立即生效',
    en: 'Where you know people, close the place to yourself; it holds at once',
  },
  nobody: { zh: '账号没有对应人才库人员', en: 'The account belongs to nobody of the talent pool' },
  why: { zh: '由安全保密管理员或巡察办在开立账号时关联。', en: 'Whoever makes the account says whose it is.' },
}

/** What is closed to the reader; he records it himself, and the office that keeps him lifts it. */
export function OwnRecusalsPage() {
  const t = useText()
  const { data: session } = useSession()
  const person = session?.person ?? null
  return (
    <Page title={t(texts.title)} note={t(texts.note)}>
      <Sheet label={t(texts.title)}>
        {person === null ? (
          <Empty title={t(texts.nobody)}>{t(texts.why)}</Empty>
        ) : (
          <RecusalsOfPerson person={person} mayRecord mayLift={false} />
        )}
      </Sheet>
    </Page>
  )
}
