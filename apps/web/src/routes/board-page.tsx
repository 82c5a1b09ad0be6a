import { downloadPlan, downloadProblem, readBoard } from '@shengmian/contract'
import { useParams, useSearch } from '@tanstack/react-router'
import { useState } from 'react'
import { BoardTable, type Seat } from '../features/dispatch/board-table.tsx'
import { MarkLegend } from '../features/dispatch/marks.tsx'
import { ObjectiveStrip } from '../features/dispatch/objective-strip.tsx'
import { addressOf } from '../lib/api.ts'
import { useText } from '../lib/language.tsx'
import { useRead } from '../lib/use-endpoint.ts'
import { Button, Skeleton } from '../ui/antd.ts'
import { Page } from '../ui/page.tsx'
import { Refused } from '../ui/refused.tsx'

const texts = {
  title: { zh: '派遣编组', en: 'Dispatch board' },
  counts: { zh: '{teams}组，{people}人，{targets}个党组织', en: '{teams} teams, {people} people, {targets} targets' },
  problem: { zh: '问题文件', en: 'Problem file' },
  plan: { zh: '方案文件', en: 'Plan file' },
  print: { zh: '打印', en: 'Print' },
}

export function BoardPage() {
  const t = useText()
  const { round } = useParams({ from: '/frame/rounds/$round' })
  const { proposal } = useSearch({ from: '/frame/rounds/$round/board' })
  const {
    data: board,
    error,
    refetch,
  } = useRead(readBoard, { params: { round }, query: proposal === undefined ? {} : { proposal } })
  const [chosen, setChosen] = useState<Seat | null>(null)
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
  const version = { round, version: board.version }
  return (
    <Page
      title={t(texts.title)}
      note={t(texts.counts, { teams: board.rows.length, people, targets })}
      acts={
        <>
          <Button href={addressOf(downloadProblem, version)}>{t(texts.problem)}</Button>
          <Button href={addressOf(downloadPlan, version)}>{t(texts.plan)}</Button>
          <Button onClick={() => window.print()}>{t(texts.print)}</Button>
        </>
      }
    >
      <ObjectiveStrip objective={board.objective} />
      <MarkLegend />
      <BoardTable rows={board.rows} chosen={chosen} onChoose={setChosen} />
    </Page>
  )
}
