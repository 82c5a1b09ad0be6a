import { listPosters, readDeskOfRound, type Desk, type Medium, type Poster } from '@shengmian/contract'
import { useState } from 'react'
import { useText } from '../../../lib/language.tsx'
import { useRead } from '../../../lib/use-endpoint.ts'
import { Button } from '../../../ui/antd.ts'
import { Empty } from '../../../ui/empty.tsx'
import { Loading } from '../../../ui/loading.tsx'
import { Page } from '../../../ui/page.tsx'
import { Refused } from '../../../ui/refused.tsx'
import { BatchForm, type MadeBatch } from '../cards/batch-form.tsx'
import { DeskLinks } from '../desk-links.tsx'
import { media } from '../words.ts'
import { CardSheets } from './card-sheets.tsx'
import { FlyerSheet } from './flyer-sheet.tsx'
import { HandingOut } from './handing-out.tsx'
import { PosterSheet } from './poster-sheet.tsx'
import './print.css'

const texts = {
  print: { zh: '打印或存为 PDF', en: 'Print, or save as PDF' },
  how: {
    zh: '纸张{medium}，边距选“无”；卡片双面打印，沿长边翻转',
    en: '{medium}; no margins; cards on both sides, turned on the long edge',
  },
  none: { zh: '没有可印的', en: 'Nothing to print' },
  now: {
    zh: '{n}张卡码只在这一页。现在打印；离开就没有了，印坏了把这一批作废，另印一批。',
    en: 'These {n} codes are on this page alone. Print now; if a sheet is spoilt, withdraw the batch and print another.',
  },
  why: { zh: '先生成码；停用的码不再印。', en: 'Make codes first; closed ones are not printed.' },
}

interface PrintViewProps {
  readonly round: string
  readonly medium: Exclude<Medium, 'group'>
  /** One code alone; null: all of the medium that are in use. */
  readonly code: string | null
}

/** Sheets as they come out of the printer, one after the other. */
export function PrintView({ round, medium, code }: PrintViewProps) {
  const t = useText()
  const [batch, setBatch] = useState<MadeBatch | null>(null)
  const { data, error, refetch } = useRead(listPosters, { params: { round } })
  const { data: seen, error: deskError } = useRead(readDeskOfRound, { params: { round } })
  const failed = error ?? deskError
  if (failed !== null) return <Refused error={failed} onRetry={() => void refetch()} />
  if (data === undefined || seen === undefined) return <Loading what={t(media[medium])} rows={5} />
  const { desk, mayRun } = seen
  const posters = data.items.filter(
    (one) => one.medium === medium && one.revoked === null && (code === null || one.code === code),
  )
  // Codes are printed for one place at a time.
  const only = code === null ? undefined : posters[0]
  const Sheet = medium === 'poster' ? PosterSheet : medium === 'sheet' ? FlyerSheet : CardSheets
  return (
    <Page
      title={t(media[medium])}
      note={t(texts.how, { medium: medium === 'poster' ? 'A3' : 'A4' })}
      acts={
        <>
          <DeskLinks round={round} here="desk" />
          <Button type="primary" disabled={posters.length === 0} onClick={() => window.print()}>
            {t(texts.print)}
          </Button>
        </>
      }
    >
      {desk === null || !mayRun || medium !== 'card' || only === undefined || batch !== null ? null : (
        <BatchForm round={round} desk={desk} poster={only.code} onMade={setBatch} />
      )}
      {batch === null ? null : <p className="batch-now">{t(texts.now, { n: batch.codes.length })}</p>}
      {desk === null || posters.length === 0 ? <Empty title={t(texts.none)}>{t(texts.why)}</Empty> : null}
      <div className="print-sheets">
        {desk === null ? null : only !== undefined && batch !== null ? (
          <CodedCards desk={desk} poster={only} batch={batch} />
        ) : (
          posters.map((poster) => <Sheet key={poster.code} desk={desk} poster={poster} />)
        )}
      </div>
    </Page>
  )
}

function CodedCards({ desk, poster, batch }: { readonly desk: Desk; readonly poster: Poster; readonly batch: MadeBatch }) {
  return (
    <>
      <HandingOut desk={desk} poster={poster} batch={batch} />
      <CardSheets desk={desk} poster={poster} codes={batch.codes} />
    </>
  )
}
