import { readRoster } from '@shengmian/contract'
import { useParams } from '@tanstack/react-router'
import { BoardPages } from '../features/dispatch/board-pages.tsx'
import { NoPlanYet } from '../features/dispatch/no-plan-yet.tsx'
import { RosterFigures } from '../features/dispatch/roster/roster-figures.tsx'
import { RosterTable } from '../features/dispatch/roster/roster-table.tsx'
import { useText } from '../lib/language.tsx'
import { useRead } from '../lib/use-endpoint.ts'
import { Button } from '../ui/antd.ts'
import { Loading } from '../ui/loading.tsx'
import { Page, Sheet } from '../ui/page.tsx'

const texts = {
  title: { zh: '成员名单', en: 'Roster' },
  counts: {
    zh: '{people}人，{tied}人与进驻地有关系，{unknown}人有未核事项',
    en: '{people} people, {tied} with ties to the place, {unknown} with unverified facts',
  },
  print: { zh: '打印', en: 'Print' },
}

/** Who goes where, with every tie to the place inspected or a counted 0. */
export function RosterPage() {
  const t = useText()
  const { round } = useParams({ from: '/frame/rounds/$round' })
  const { data, error, refetch } = useRead(readRoster, { params: { round } })
  if (error !== null) return <NoPlanYet title={t(texts.title)} round={round} error={error} onRetry={() => void refetch()} />
  if (data === undefined) {
    return (
      <Page title={t(texts.title)}>
        <Loading what={t(texts.title)} />
      </Page>
    )
  }
  return (
    <Page
      title={t(texts.title)}
      note={t(texts.counts, {
        people: data.members.length,
        tied: data.members.filter((member) => member.ties.length > 0).length,
        unknown: data.members.filter((member) => member.unknown.length > 0).length,
      })}
      acts={
        <>
          <BoardPages round={round} />
          <Button onClick={() => window.print()}>{t(texts.print)}</Button>
        </>
      }
      aside={<RosterFigures roster={data} />}
    >
      <Sheet label={t(texts.title)}>
        <RosterTable members={data.members} />
      </Sheet>
    </Page>
  )
}
