import { readPool, type BodyOf, type ReplyOf, type setPool } from '@shengmian/contract'
import { useState } from 'react'
import { useRead } from '../../../lib/use-endpoint.ts'

export type PoolMember = ReplyOf<typeof readPool>['items'][number]
/** What the table shows of a person chosen but not saved yet. */
export type Member = Omit<PoolMember, 'withdrawal' | 'unavailable'>

interface Draft {
  readonly members: ReadonlyMap<string, Member>
  readonly apart: readonly (readonly [string, string])[]
}

/** The people of the round as saved until the first change, then the draft. */
export function usePoolDraft(round: string) {
  const saved = useRead(readPool, { params: { round } })
  const [draft, setDraft] = useState<Draft | null>(null)
  const now: Draft = draft ?? {
    members: new Map((saved.data?.items ?? []).map((member) => [member.person.id, member])),
    apart: saved.data?.apart ?? [],
  }
  return {
    saved,
    members: now.members,
    apart: now.apart,
    isChanged: draft !== null,
    add: (people: readonly Member[]) =>
      setDraft({ ...now, members: new Map([...people.map((one) => [one.person.id, one] as const), ...now.members]) }),
    remove: (person: string) =>
      setDraft({
        members: new Map([...now.members].filter(([id]) => id !== person)),
        apart: now.apart.filter((pair) => !pair.includes(person)),
      }),
    pin: (person: string, team: string | null) =>
      setDraft({
        ...now,
        members: new Map([...now.members].map(([id, member]) => [id, id === person ? { ...member, pinned: team } : member])),
      }),
    keepApart: (pairs: Draft['apart']) => setDraft({ ...now, apart: pairs }),
    forget: () => setDraft(null),
  }
}

export type PoolDraft = ReturnType<typeof usePoolDraft>

/** The whole pool as the server takes it; a pin on a team that is gone is dropped. */
export function poolBody(draft: Pick<PoolDraft, 'members' | 'apart'>, teams: readonly string[]): BodyOf<typeof setPool> {
  return {
    people: [...draft.members.keys()],
    pins: [...draft.members.values()].flatMap(({ person, pinned }) =>
      pinned !== null && teams.includes(pinned) ? [{ person: person.id, team: pinned }] : [],
    ),
    apart: draft.apart.map(([one, other]) => [one, other]),
  }
}
