import { useState } from 'react'
import { useText } from '../../../lib/language.tsx'
import { seatRole, skillName } from '../../../lib/round-words.ts'
import { App, Button } from '../../../ui/antd.ts'
import { Empty } from '../../../ui/empty.tsx'
import { LoadMore } from '../../../ui/load-more.tsx'
import { Loading } from '../../../ui/loading.tsx'
import { Refused } from '../../../ui/refused.tsx'
import { Unverified } from '../../../ui/unverified.tsx'
import { experiences, texts } from './texts.ts'
import { fetchAllPeople, memberOf, usePeople, type PeopleAsked } from './use-people.ts'
import type { PoolDraft } from './use-pool-draft.ts'

interface FoundPeopleProps {
  readonly asked: PeopleAsked
  readonly draft: PoolDraft
  readonly isLocked: boolean
}

/** People of the talent pool who meet the conditions, to be added one by one or all at once. */
export function FoundPeople({ asked, draft, isLocked }: FoundPeopleProps) {
  const t = useText()
  const { message } = App.useApp()
  const [isAdding, setAdding] = useState(false)
  const found = usePeople(asked)
  const people = found.data?.pages.flatMap((page) => page.items.map((item) => item.person)) ?? []
  const addAll = async () => {
    setAdding(true)
    try {
      const all = (await fetchAllPeople(asked)).filter((person) => person.state !== 'out')
      draft.add(all.map(memberOf))
      void message.success(t(texts.addedAll, { n: all.length }))
    } finally {
      setAdding(false)
    }
  }
  return (
    <section aria-label={t(texts.found)}>
      <div className="block-head">
        <h2>{t(texts.found)}</h2>
        <span className="spring" />
        <Button size="small" disabled={isLocked || people.length === 0} loading={isAdding} onClick={() => void addAll()}>
          {t(texts.addAll)}
        </Button>
      </div>
      <div className="pane-scroll">
        {found.isPending ? <Loading what={t(texts.people)} /> : null}
        {found.error === null ? null : <Refused error={found.error} onRetry={() => void found.refetch()} />}
        {found.isSuccess && people.length === 0 ? <Empty title={t(texts.nobody)}>{t(texts.nobodyWhy)}</Empty> : null}
        {people.length === 0 ? null : (
          <table className="list">
            <tbody>
              {people.map((person) => (
                <tr key={person.id}>
                  <td>
                    <strong>{person.name}</strong>
                    <br />
                    <span className="muted">{person.employer ?? <Unverified />}</span>
                  </td>
                  <td>{person.home?.name ?? <Unverified />}</td>
                  <td>
                    {person.roles.map((role) => t(seatRole(role))).join('、')}
                    <br />
                    <span className="muted">{(person.skills ?? []).map((skill) => t(skillName(skill))).join('、')}</span>
                  </td>
                  <td>{person.experience === null ? <Unverified /> : t(experiences[person.experience])}</td>
                  <td>
                    {draft.members.has(person.id) ? (
                      <span className="muted">{t(texts.added)}</span>
                    ) : (
                      <button
                        type="button"
                        className="button-link"
                        disabled={isLocked}
                        aria-label={`${t(texts.add)} ${person.name}`}
                        onClick={() => draft.add([memberOf(person)])}
                      >
                        {t(texts.add)}
                      </button>
                    )}
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        )}
        {people.length === 0 ? null : (
          <LoadMore
            shown={people.length}
            hasMore={found.hasNextPage}
            isLoading={found.isFetchingNextPage}
            onMore={() => void found.fetchNextPage()}
            step={200}
          />
        )}
      </div>
    </section>
  )
}
