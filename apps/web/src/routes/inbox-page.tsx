import { readRound } from '@shengmian/contract'
import { useParams } from '@tanstack/react-router'
import { lazy, Suspense, useState } from 'react'
import { MatterPart } from '../features/corrections/matter-part.tsx'
import { DropForm } from '../features/leads/drop-form.tsx'
import { Receipt } from '../features/leads/receipt.tsx'
import { useIsLocked, useSession } from '../features/session/api.ts'
import { useText } from '../lib/language.tsx'
import { roundModes } from '../lib/round-words.ts'
import { useRead } from '../lib/use-endpoint.ts'
import { Loading } from '../ui/loading.tsx'
import { Refused } from '../ui/refused.tsx'

// What opens reports is fetched by those alone who come here.
const Inbox = lazy(async () => ({ default: (await import('../features/inbox/inbox.tsx')).Inbox }))

const texts = { title: { zh: '收件箱', en: 'the inbox' } }

export function InboxPage() {
  const t = useText()
  const { round: id } = useParams({ from: '/frame/rounds/$round' })
  const isLocked = useIsLocked()
  const { data: round, error, refetch } = useRead(readRound, { params: { round: id } })
  // Behind the lock everything else stays as it was left; what was opened here does not.
  if (isLocked) return null
  if (error !== null) return <Refused error={error} onRetry={() => void refetch()} />
  if (round === undefined) return <Loading what={t(texts.title)} />
  return (
    <Suspense fallback={<Loading what={t(texts.title)} />}>
      <Inbox
        key={id}
        round={id}
        begins={round.startedOn ?? round.starts}
        mode={t(roundModes[round.mode])}
        matterPart={(report) => <MatterPart round={id} {...report} />}
        leadForm={(matter, onDropped) => <LeadForm round={id} matter={matter} onDropped={onDropped} />}
      />
    </Suspense>
  )
}

interface LeadFormProps {
  readonly round: string
  readonly matter: string
  readonly onDropped: (number: string) => void
}

function LeadForm({ round, matter, onDropped }: LeadFormProps) {
  const { data: session } = useSession()
  const [number, setNumber] = useState<string | null>(null)
  if (number !== null) return <Receipt number={number} onAnother={() => onDropped(number)} />
  return (
    <DropForm orders={(session?.orders ?? []).filter((order) => order.round === round)} matter={matter} onDropped={setNumber} />
  )
}
