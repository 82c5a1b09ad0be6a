import { useParams } from '@tanstack/react-router'
import { useState } from 'react'
import { RecusalsOfPerson } from '../features/recusals/recusals-of-person.tsx'
import { usePerson } from '../features/registry/api.ts'
import { PersonDialog } from '../features/registry/person-dialog.tsx'
import { PersonFacts } from '../features/registry/person-facts.tsx'
import { StateDialog } from '../features/registry/state-dialog.tsx'
import { TiesOfPerson } from '../features/registry/ties-of-person.tsx'
import { personTexts } from '../features/registry/person-texts.ts'
import { personStates } from '../features/registry/texts.ts'
import { useSession } from '../features/session/api.ts'
import { useText } from '../lib/language.tsx'
import { Button, Skeleton } from '../ui/antd.ts'
import { Page, Sheet } from '../ui/page.tsx'
import { Refused } from '../ui/refused.tsx'

const texts = {
  loading: { zh: '人才库', en: 'Talent pool' },
  facts: { zh: '用于回避审查的事实', en: 'Facts that recusal reads' },
  recusals: { zh: '回避', en: 'Recusals' },
  ties: { zh: '申报的关系', en: 'Declared ties' },
  because: { zh: '{state}：{reason}', en: '{state}: {reason}' },
  print: { zh: '打印', en: 'Print' },
}

export function PersonPage() {
  const t = useText()
  const { authority, person: id } = useParams({ from: '/frame/people/$authority/$person' })
  const { data: person, error, refetch } = usePerson(authority, id)
  const { data: session } = useSession()
  const [asked, setAsked] = useState<'edit' | 'state' | null>(null)
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
      note={
        person.stateReason === null
          ? t(personStates[person.state])
          : t(texts.because, { state: t(personStates[person.state]), reason: person.stateReason })
      }
      acts={
        <>
          <Button onClick={() => window.print()}>{t(texts.print)}</Button>
          {isKeeper ? (
            <>
              <Button onClick={() => setAsked('state')}>{t(personTexts.setState)}</Button>
              <Button type="primary" onClick={() => setAsked('edit')}>
                {t(personTexts.editAct)}
              </Button>
            </>
          ) : null}
        </>
      }
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
          <TiesOfPerson
            authority={authority}
            person={person.id}
            isSelf={session?.person === person.id}
            isKeeper={isKeeper}
            reader={session?.account.name ?? ''}
          />
        </div>
      </Sheet>
      {asked === 'edit' ? (
        <PersonDialog authority={authority} person={person} onDone={() => setAsked(null)} onClose={() => setAsked(null)} />
      ) : null}
      {asked === 'state' ? <StateDialog person={person} onClose={() => setAsked(null)} /> : null}
    </Page>
  )
}
