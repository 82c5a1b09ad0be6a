import { useState } from 'react'
import type { RoundDetail } from '../settings/settings-form.ts'
import { ApartPairs } from './apart-pairs.tsx'
import { ChosenPeople } from './chosen-people.tsx'
import { FoundPeople } from './found-people.tsx'
import { PeopleSearch } from './people-search.tsx'
import type { PeopleAsked } from './use-people.ts'
import type { PoolDraft } from './use-pool-draft.ts'
import './pool.css'

interface PoolPanelProps {
  readonly round: RoundDetail
  readonly draft: PoolDraft
  readonly teams: readonly { readonly id: string; readonly name: string }[]
  readonly isLocked: boolean
}

/** From the talent pool on the left to the people of the round on the right. */
export function PoolPanel({ round, draft, teams, isLocked }: PoolPanelProps) {
  const [asked, setAsked] = useState<PeopleAsked>({ authority: round.authority.code })
  return (
    <>
      <PeopleSearch
        asked={asked}
        host={round.host?.code ?? null}
        window={{ from: round.starts, to: round.ends }}
        onAsk={setAsked}
      />
      <div className="panes">
        <FoundPeople asked={asked} draft={draft} isLocked={isLocked} />
        <ChosenPeople draft={draft} teams={teams} isLocked={isLocked} />
      </div>
      <ApartPairs draft={draft} isLocked={isLocked} />
    </>
  )
}
