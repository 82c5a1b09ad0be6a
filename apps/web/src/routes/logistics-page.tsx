import { downloadPacks, readLogistics, type TargetLogistics } from '@shengmian/contract'
import { useState } from 'react'
import { OwnCorrections } from '../features/corrections/own-corrections.tsx'
import { AddDialog } from '../features/liaison/add-dialog.tsx'
import { NoteDialog } from '../features/liaison/note-dialog.tsx'
import { OwnMessages } from '../features/liaison/own-messages.tsx'
import { PlaceLogistics } from '../features/liaison/place-logistics.tsx'
import { useSession } from '../features/session/api.ts'
import { addressOf } from '../lib/api.ts'
import { useText } from '../lib/language.tsx'
import { useRead } from '../lib/use-endpoint.ts'
import { Button } from '../ui/antd.ts'
import { Empty } from '../ui/empty.tsx'
import { Loading } from '../ui/loading.tsx'
import { Page, Sheet } from '../ui/page.tsx'
import { Refused } from '../ui/refused.tsx'

const texts = {
  title: { zh: '行程与调阅', en: 'Schedule and documents' },
  packs: { zh: '下载进驻资料包', en: 'Onboarding packs (Word)' },
  late: { zh: '逾期{n}项', en: '{n} late' },
  none: { zh: '现在没有要安排的地方', en: 'No place to arrange for' },
  why: {
    zh: '轮次授权以后，联络员、进驻的组员和巡察办在这里看到各自地方的行程和调阅清单。',
    en: 'Once a round is authorised, liaisons, ordered members and the office see the schedule and documents of their places here.',
  },
}

/** What has to be arranged where: for the liaison of a place, the members ordered there and the office. */
export function LogisticsPage() {
  const t = useText()
  const { data: session } = useSession()
  const { data, error, refetch } = useRead(readLogistics, {})
  const [adding, setAdding] = useState<TargetLogistics | null>(null)
  const [noting, setNoting] = useState<TargetLogistics | null>(null)
  const items = data?.items ?? []
  const late = items.flatMap((one) => [...one.schedule, ...one.documents]).filter((line) => line.isOverdue).length
  const holds = (role: string) => session?.roles.some((held) => held.role === role) ?? false
  const isLiaison = session?.charges.some((charge) => charge.kind === 'liaison') ?? false
  const arranges = holds('office') || holds('inspector')
  // Who arranges for one round takes its packs along; an office with several fetches each from its round.
  const rounds = [...new Set(items.map((one) => one.round))]
  const acts =
    arranges && rounds.length === 1 ? (
      <Button href={addressOf(downloadPacks, { round: rounds[0] })}>{t(texts.packs)}</Button>
    ) : null
  return (
    <Page title={t(texts.title)} note={late === 0 ? '' : t(texts.late, { n: late })} acts={acts}>
      {isLiaison ? <OwnCorrections /> : null}
      {isLiaison ? <OwnMessages /> : null}
      {error === null ? null : <Refused error={error} onRetry={() => void refetch()} />}
      {data === undefined && error === null ? <Loading what={t(texts.title)} rows={4} /> : null}
      {data !== undefined && items.length === 0 ? (
        <Sheet label={t(texts.title)}>
          <Empty title={t(texts.none)}>{t(texts.why)}</Empty>
        </Sheet>
      ) : null}
      {items.map((target) => (
        <PlaceLogistics
          key={`${target.round} ${target.unit}`}
          target={target}
          onAdd={arranges ? () => setAdding(target) : null}
          onNote={holds('office') || isLiaison ? () => setNoting(target) : null}
        />
      ))}
      {adding === null ? null : <AddDialog target={adding} onClose={() => setAdding(null)} />}
      {noting === null ? null : <NoteDialog target={noting} onClose={() => setNoting(null)} />}
    </Page>
  )
}
