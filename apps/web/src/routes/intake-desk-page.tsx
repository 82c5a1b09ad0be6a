import { readRound } from '@shengmian/contract'
import { useParams, useSearch } from '@tanstack/react-router'
import { DeskView } from '../features/desks/desk-view.tsx'
import { NoticeView } from '../features/desks/notices/notice-view.tsx'
import { PosterView } from '../features/desks/posters/poster-view.tsx'
import { PrintView } from '../features/desks/print/print-view.tsx'
import { useText } from '../lib/language.tsx'
import { useRead } from '../lib/use-endpoint.ts'
import { Loading } from '../ui/loading.tsx'
import { Refused } from '../ui/refused.tsx'

const texts = { title: { zh: '收件点', en: 'the desk' } }
const FRAME = '/frame/rounds/$round'

export function IntakeDeskPage() {
  const { round } = useParams({ from: FRAME })
  const t = useText()
  const { data, error, refetch } = useRead(readRound, { params: { round } })
  if (error !== null) return <Refused error={error} onRetry={() => void refetch()} />
  if (data === undefined) return <Loading what={t(texts.title)} rows={5} />
  const expected = { until: data.ends, sender: data.sending?.name ?? '', host: data.host?.name ?? '' }
  return <DeskView round={round} expected={expected} />
}

export function PostersPage() {
  return <PosterView round={useParams({ from: FRAME }).round} />
}

export function NoticesPage() {
  return <NoticeView round={useParams({ from: FRAME }).round} />
}

/** What is printed stands in the address. */
export interface PrintAsked {
  readonly medium: 'poster' | 'sheet' | 'card' | 'group'
  readonly code?: string
}

export function readPrintAsked(search: Record<string, unknown>): PrintAsked {
  const { medium, code } = search
  return {
    medium: medium === 'sheet' || medium === 'card' ? medium : 'poster',
    ...(typeof code === 'string' ? { code } : {}),
  }
}

export function PrintPage() {
  const { round } = useParams({ from: FRAME })
  const { medium, code } = useSearch({ from: '/frame/rounds/$round/desk/print' })
  return <PrintView round={round} medium={medium === 'group' ? 'poster' : medium} code={code ?? null} />
}
