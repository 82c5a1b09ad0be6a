import { readOwnPerson } from '@shengmian/contract'
import { PersonFacts } from '../features/registry/person-facts.tsx'
import { TiesOfPerson } from '../features/registry/ties-of-person.tsx'
import { useSession } from '../features/session/api.ts'
import { useText } from '../lib/language.tsx'
import { useRead } from '../lib/use-endpoint.ts'
import { Button } from '../ui/antd.ts'
import { Empty } from '../ui/empty.tsx'
import { Loading } from '../ui/loading.tsx'
import { Page, Sheet } from '../ui/page.tsx'
import { Refused } from '../ui/refused.tsx'
import '../features/registry/registry.css'

const texts = {
  title: { zh: '我的关系', en: 'My ties' },
  note: {
    zh: '自己申报，另一人核实；核实前可以撤回',
    en: 'You declare, another reviews; until then you can take it back',
  },
  ties: { zh: '申报的关系', en: 'Declared ties' },
  facts: { zh: '人才库中登记的本人情况', en: 'What the pool holds of you' },
  wrong: { zh: '有误的，请管理人才库的巡察办更正。', en: 'Where it is wrong, the office that keeps the pool mends it.' },
  nobody: { zh: '账号没有对应人才库人员', en: 'The account belongs to nobody of the talent pool' },
  why: { zh: '由安全保密管理员或巡察办在开立账号时关联。', en: 'Whoever makes the account says whose it is.' },
  print: { zh: '打印', en: 'Print' },
}

/** The reader's own ties and what the pool holds of him. */
export function OwnPersonPage() {
  const t = useText()
  const { data: session } = useSession()
  const { data, error, refetch } = useRead(readOwnPerson, {})
  const person = data?.person ?? null
  return (
    <Page
      title={t(texts.title)}
      note={t(texts.note)}
      acts={person === null ? null : <Button onClick={() => window.print()}>{t(texts.print)}</Button>}
    >
      {error === null ? null : <Refused error={error} onRetry={() => void refetch()} />}
      {data === undefined && error === null ? <Loading what={t(texts.title)} rows={4} /> : null}
      {data !== undefined && person === null ? (
        <Sheet label={t(texts.title)}>
          <Empty title={t(texts.nobody)}>{t(texts.why)}</Empty>
        </Sheet>
      ) : null}
      {person === null ? null : (
        <Sheet label={t(texts.title)}>
          <div className="block">
            <h2>{t(texts.ties)}</h2>
            <TiesOfPerson
              authority={person.authority}
              person={person.id}
              isSelf
              isKeeper={false}
              reader={session?.account.name ?? ''}
            />
          </div>
          <div className="block">
            <h2>{t(texts.facts)}</h2>
            <PersonFacts person={person} />
            <p className="muted block-body">{t(texts.wrong)}</p>
          </div>
        </Sheet>
      )}
    </Page>
  )
}
