import { listPosters, readDeskOfRound, type Medium } from '@shengmian/contract'
import { useText } from '../../../lib/language.tsx'
import { useRead } from '../../../lib/use-endpoint.ts'
import { Button } from '../../../ui/antd.ts'
import { Empty } from '../../../ui/empty.tsx'
import { Loading } from '../../../ui/loading.tsx'
import { Page } from '../../../ui/page.tsx'
import { Refused } from '../../../ui/refused.tsx'
import { DeskLinks } from '../desk-links.tsx'
import { media } from '../words.ts'
import { CardSheets } from './card-sheets.tsx'
import { FlyerSheet } from './flyer-sheet.tsx'
import { PosterSheet } from './poster-sheet.tsx'
import './print.css'

const texts = {
  print: { zh: '打印或存为 PDF', en: 'Print, or save as PDF' },
  how: {
    zh: '纸张{medium}，边距选“无”；卡片双面打印，沿长边翻转',
    en: '{medium}; no margins; cards on both sides, turned on the long edge',
  },
  none: { zh: '没有可印的', en: 'Nothing to print' },
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
  const { data, error, refetch } = useRead(listPosters, { params: { round } })
  const { data: seen, error: deskError } = useRead(readDeskOfRound, { params: { round } })
  const failed = error ?? deskError
  if (failed !== null) return <Refused error={failed} onRetry={() => void refetch()} />
  if (data === undefined || seen === undefined) return <Loading what={t(media[medium])} rows={5} />
  const { desk } = seen
  const posters = data.items.filter(
    (one) => one.medium === medium && one.revoked === null && (code === null || one.code === code),
  )
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
      {desk === null || posters.length === 0 ? <Empty title={t(texts.none)}>{t(texts.why)}</Empty> : null}
      <div className="print-sheets">
        {desk === null ? null : posters.map((poster) => <Sheet key={poster.code} desk={desk} poster={poster} />)}
      </div>
    </Page>
  )
}
