import { readBoard, readRound } from '@shengmian/contract'
import { useParams, useSearch } from '@tanstack/react-router'
import { useCallback, useState } from 'react'
import { BoardExports } from '../features/dispatch/board-exports.tsx'
import { BoardNotices } from '../features/dispatch/board-notices.tsx'
import { BoardPages } from '../features/dispatch/board-pages.tsx'
import { BoardTable, type Seat } from '../features/dispatch/board-table.tsx'
import { MarkLegend } from '../features/dispatch/marks.tsx'
import { NoPlanYet } from '../features/dispatch/no-plan-yet.tsx'
import { ObjectiveStrip } from '../features/dispatch/objective-strip.tsx'
import { ProposalBar } from '../features/dispatch/proposal-bar.tsx'
import { SeatActs } from '../features/dispatch/seat-acts.tsx'
import { SeatDialog } from '../features/dispatch/seat-dialog.tsx'
import { SeatDrawer } from '../features/dispatch/seat-drawer.tsx'
import { swapOf, type Moves } from '../features/dispatch/seats.ts'
import { SwapDialog } from '../features/dispatch/swap-dialog.tsx'
import { useHasRole } from '../features/session/api.ts'
import { useText } from '../lib/language.tsx'
import { useRead } from '../lib/use-endpoint.ts'
import { Loading } from '../ui/loading.tsx'
import { Page } from '../ui/page.tsx'

const texts = {
  title: { zh: '派遣编组', en: 'Dispatch board' },
  counts: {
    zh: '第{version}版，{teams}组，{people}人，{targets}个党组织',
    en: 'Version {version}: {teams} teams, {people} people, {targets} targets',
  },
  proposed: { zh: '{teams}组，{people}人，{targets}个党组织', en: '{teams} teams, {people} people, {targets} targets' },
}

/** Teams by seats: the plan in force, an older version, or a proposal before it is taken. */
export function BoardPage() {
  const t = useText()
  const { round } = useParams({ from: '/frame/rounds/$round' })
  const { proposal, version } = useSearch({ from: '/frame/rounds/$round/board' })
  const isOffice = useHasRole('office')
  const { data: state } = useRead(readRound, { params: { round } })
  const query = { ...(proposal === undefined ? {} : { proposal }), ...(version === undefined ? {} : { version }) }
  const { data: board, error, refetch } = useRead(readBoard, { params: { round }, query })
  const [chosen, setChosen] = useState<Seat | null>(null)
  const [moves, setMoves] = useState<Moves | null>(null)
  const [isFilling, setFilling] = useState(false)
  const hasDialog = moves !== null || isFilling
  const closeDrawer = useCallback(() => {
    // Escape belongs to the dialog while one is open.
    if (!hasDialog) setChosen(null)
  }, [hasDialog])
  if (error !== null) return <NoPlanYet title={t(texts.title)} round={round} error={error} onRetry={() => void refetch()} />
  if (board === undefined) {
    return (
      <Page title={t(texts.title)}>
        <Loading what={t(texts.title)} rows={8} />
      </Page>
    )
  }
  const row = board.rows.find((candidate) => candidate.team === chosen?.team)
  const cell = row?.cells.find((candidate) => candidate.slot === chosen?.slot)
  const person = cell?.person ?? null
  const isOlder = version !== undefined && state !== undefined && version < state.planVersions
  const isInForce = proposal === undefined && !isOlder
  const mayChange = isInForce && isOffice && state?.state === 'draft'
  const choose = (seat: Seat) => {
    setChosen(seat)
    const isEmpty = board.rows.some(
      ({ team, cells }) => team === seat.team && cells.some(({ slot, person: sits }) => slot === seat.slot && sits === null),
    )
    if (isEmpty && mayChange) setFilling(true)
  }
  const counts = {
    version: board.version,
    teams: board.rows.length,
    people: board.rows.reduce((sum, { cells }) => sum + cells.filter((one) => one.person !== null).length, 0),
    targets: board.rows.reduce((sum, { targets }) => sum + targets.length, 0),
  }
  return (
    <Page
      title={t(texts.title)}
      note={t(proposal === undefined ? texts.counts : texts.proposed, counts)}
      acts={
        <>
          <BoardPages round={round} />
          {proposal === undefined ? <BoardExports round={round} version={board.version} isOffice={isOffice} /> : null}
        </>
      }
    >
      <div className={person === null ? 'board-page' : 'board-page board-with-drawer'}>
        <div className="board-main">
          <ObjectiveStrip objective={board.objective} />
          {proposal === undefined ? null : <ProposalBar round={round} proposal={proposal} mayTake={isOffice} />}
          <BoardNotices round={round} board={board} isOlder={isOlder} mayChange={mayChange} />
          <MarkLegend />
          <BoardTable rows={board.rows} chosen={chosen} onChoose={choose} />
        </div>
        {person === null || row === undefined ? null : (
          <SeatDrawer
            key={person.id}
            round={round}
            row={row}
            person={person}
            {...(proposal === undefined ? {} : { proposal })}
            onClose={closeDrawer}
            {...(mayChange ? { onSwap: (_team, other) => setMoves(swapOf(board, person.id, other)) } : {})}
            acts={
              <SeatActs
                round={round}
                person={person.id}
                team={row.team}
                {...(mayChange ? { onReplace: () => setFilling(true) } : {})}
              />
            }
          />
        )}
      </div>
      {moves === null ? null : <SwapDialog round={round} version={board.version} moves={moves} onClose={() => setMoves(null)} />}
      {isFilling && row !== undefined && cell !== undefined ? (
        <SeatDialog round={round} board={board} row={row} cell={cell} onClose={() => setFilling(false)} />
      ) : null}
    </Page>
  )
}
