import { useParams } from '@tanstack/react-router'
import { RecusalsOfPerson } from '../features/recusals/recusals-of-person.tsx'
import { usePerson, useTies } from '../features/registry/api.ts'
import { PersonFacts } from '../features/registry/person-facts.tsx'
import { TieTable } from '../features/registry/tie-table.tsx'
import { personStates } from '../features/registry/texts.ts'
import { useSession } from '../features/session/api.ts'
import { useText } from '../lib/language.tsx'
import { Button, Skeleton } from '../ui/antd.ts'
import { Loading } from '../ui/loading.tsx'
import { Page, Sheet } from '../ui/page.tsx'
import { Refused } from '../ui/refused.tsx'

const texts = {
  loading: { zh: '人才库', en: 'Talent pool' },
  facts: { zh: '用于回避审查的事实', en: 'Facts that recusal reads' },
  recusals: { zh: '回避', en: 'Recusals' },
  ties: { zh: '申报的关系', en: 'Declared ties' },
  print: { zh: '打印', en: 'Print' },
}

export function PersonPage() {
  const t = useText()
  const { authority, person: id } = useParams({ from: '/frame/people/$authority/$person' })
  const { data: person, error, refetch } = usePerson(authority, id)
  const ties = useTies(authority, id)
  const { data: session } = useSession()
  // Recusals are shown to the office that keeps the person alone: nobody else may take an empty list for none.
  const isKeeper = (session?.roles ?? []).some((held) => held.role === 'office' && authority.startsWith(held.authority.code))
  if (error !== null) return <Refused error={error} onRetry={() => void refetch()} />
  if (person === undefined) {
    return (
      <Page title={t(texts.loading)}>
        <Skeleton active />
      </Page>
    )
  }
  return (
    <Page
      title={person.name}
      note={t(personStates[person.state])}
      acts={<Button onClick={() => window.print()}>{t(texts.print)}</Button>}
    >
      <Sheet>
        <div className="block">
          <h2>{t(texts.facts)}</h2>
          <PersonFacts person={person} />
        </div>
        {isKeeper ? (
          <div className="block">
            <h2>{t(texts.recusals)}</h2>
            <RecusalsOfPerson person={person.id} mayRecord mayLift={session?.person !== person.id} />
          </div>
        ) : null}
        <div className="block">
          <h2>{t(texts.ties)}</h2>
          {ties.error === null ? (
            ties.data === undefined ? (
              <Loading what={t(texts.ties)} rows={2} />
            ) : (
              <TieTable ties={ties.data.items} />
            )
          ) : (
            <Refused error={ties.error} onRetry={() => void ties.refetch()} />
          )}
        </div>
      </Sheet>
    </Page>
  )
}
