import { downloadPlan, downloadProblem, readBoard } from '@shengmian/contract'
import { Link, useParams, useSearch } from '@tanstack/react-router'
import { useCallback, useState } from 'react'
import { BoardNotices } from '../features/dispatch/board-notices.tsx'
import { BoardTable, type Seat } from '../features/dispatch/board-table.tsx'
import { MarkLegend } from '../features/dispatch/marks.tsx'
import { ObjectiveStrip } from '../features/dispatch/objective-strip.tsx'
import { SeatDrawer } from '../features/dispatch/seat-drawer.tsx'
import { swapOf } from '../features/dispatch/seats.ts'
import { SwapDialog, type Moves } from '../features/dispatch/swap-dialog.tsx'
import { useHasRole } from '../features/session/api.ts'
import { addressOf, RefusedError } from '../lib/api.ts'
import { useText } from '../lib/language.tsx'
import { useRead } from '../lib/use-endpoint.ts'
import { Button, Skeleton } from '../ui/antd.ts'
import { Empty } from '../ui/empty.tsx'
import { Page } from '../ui/page.tsx'
import { Refused } from '../ui/refused.tsx'

const texts = {
  title: { zh: '派遣编组', en: 'Dispatch board' },
  counts: {
    zh: '第{version}版，{teams}组，{people}人，{targets}个党组织',
    en: 'Version {version}: {teams} teams, {people} people, {targets} targets',
  },
  problem: { zh: '问题文件', en: 'Problem file' },
  plan: { zh: '方案文件', en: 'Plan file' },
  print: { zh: '打印', en: 'Print' },
  certificate: { zh: '回避审查表', en: 'Certificate of recusal' },
  none: { zh: '还没有派遣方案', en: 'There is no plan yet' },
  hint: {
    zh: '选定对象、组与席位、抽调人员后，由求解器提出方案。',
    en: 'Once targets, teams and people are chosen, the solver proposes a plan.',
  },
  go: { zh: '去编制', en: 'Go to planning' },
}

export function BoardPage() {
  const t = useText()
  const { round } = useParams({ from: '/frame/rounds/$round' })
  const { proposal } = useSearch({ from: '/frame/rounds/$round/board' })
  const isOffice = useHasRole('office')
  const {
    data: board,
    error,
    refetch,
  } = useRead(readBoard, { params: { round }, query: proposal === undefined ? {} : { proposal } })
  const [chosen, setChosen] = useState<Seat | null>(null)
  const [moves, setMoves] = useState<Moves | null>(null)
  const closeDrawer = useCallback(() => setChosen(null), [])
  if (error instanceof RefusedError && error.refusal.code === 'not-found') {
    return (
      <Page title={t(texts.title)}>
        <Empty
          title={t(texts.none)}
          act={
            <Link to="/rounds/$round/plan" params={{ round }}>
              {t(texts.go)}
            </Link>
          }
        >
          {t(texts.hint)}
        </Empty>
      </Page>
    )
  }
  if (error !== null) return <Refused error={error} onRetry={() => void refetch()} />
  if (board === undefined) {
    return (
      <Page title={t(texts.title)}>
        <Skeleton active />
      </Page>
    )
  }
  const people = board.rows.reduce((sum, row) => sum + row.cells.filter((cell) => cell.person !== null).length, 0)
  const targets = board.rows.reduce((sum, row) => sum + row.targets.length, 0)
  const row = board.rows.find((candidate) => candidate.team === chosen?.team)
  const cell = row?.cells.find((candidate) => candidate.slot === chosen?.slot)
  const person = cell?.person ?? null
  const isPreview = proposal !== undefined
  const file = { round, version: board.version }
  return (
    <Page
      title={t(texts.title)}
      note={t(texts.counts, { version: board.version, teams: board.rows.length, people, targets })}
      acts={
        isPreview ? null : (
          <>
            <Button href={addressOf(downloadProblem, file)}>{t(texts.problem)}</Button>
            <Button href={addressOf(downloadPlan, file)}>{t(texts.plan)}</Button>
            <Button onClick={() => window.print()}>{t(texts.print)}</Button>
          </>
        )
      }
    >
      <div className={person === null ? '' : 'board-with-drawer'}>
        <div>
          <ObjectiveStrip objective={board.objective} />
          <BoardNotices round={round} board={board} isPreview={isPreview} mayChange={isOffice} />
          <MarkLegend />
          <BoardTable rows={board.rows} chosen={chosen} onChoose={setChosen} />
        </div>
        {person === null || row === undefined ? null : (
          <SeatDrawer
            key={person.id}
            round={round}
            row={row}
            person={person}
            {...(proposal === undefined ? {} : { proposal })}
            onClose={closeDrawer}
            {...(isPreview || !isOffice ? {} : { onSwap: (_team, other) => setMoves(swapOf(board, person.id, other)) })}
            acts={
              <Link to="/rounds/$round/certificates/$person" params={{ round, person: person.id }}>
                {t(texts.certificate)}
              </Link>
            }
          />
        )}
      </div>
      {moves === null ? null : <SwapDialog round={round} version={board.version} moves={moves} onClose={() => setMoves(null)} />}
    </Page>
  )
}
