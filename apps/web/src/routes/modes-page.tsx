import { downloadComparison, readRound } from '@shengmian/contract'
import { useParams } from '@tanstack/react-router'
import { useState } from 'react'
import { AdoptDialog } from '../features/dispatch/comparison/adopt-dialog.tsx'
import { AdoptionLine } from '../features/dispatch/comparison/adoption-line.tsx'
import { AskDialog } from '../features/dispatch/comparison/ask-dialog.tsx'
import { ComparisonNotes } from '../features/dispatch/comparison/comparison-notes.tsx'
import { PaperFoot, PaperHead } from '../features/dispatch/comparison/comparison-paper.tsx'
import { ComparisonProgress } from '../features/dispatch/comparison/comparison-progress.tsx'
import { ComparisonTable } from '../features/dispatch/comparison/comparison-table.tsx'
import { useComparisons } from '../features/dispatch/comparison/use-comparisons.ts'
import { isUnderWay, type AdoptableMode } from '../features/dispatch/comparison/words.ts'
import '../features/dispatch/comparison/comparison.css'
import '../features/dispatch/comparison/comparison-print.css'
import { addressOf } from '../lib/api.ts'
import { shortInstant } from '../lib/dates.ts'
import { useLanguage, useText } from '../lib/language.tsx'
import { useRead } from '../lib/use-endpoint.ts'
import { Alert, Button } from '../ui/antd.ts'
import { Empty } from '../ui/empty.tsx'
import { Loading } from '../ui/loading.tsx'
import { Page, Sheet } from '../ui/page.tsx'
import { Refused } from '../ui/refused.tsx'

const texts = {
  title: { zh: '方式比选', en: 'Compare modes' },
  note: { zh: '{at}由{by}测算', en: 'computed {at} for {by}' },
  export: { zh: '导出 Excel', en: 'Export to Excel' },
  print: { zh: '打印', en: 'Print' },
  ask: { zh: '开始比选', en: 'Compare' },
  again: { zh: '重新比选', en: 'Compare again' },
  none: { zh: '本轮还没有比选过方式', en: 'The modes of this round have not been compared' },
  why: {
    zh: '把本地、轮换、统配、提级、帮扶、分散六种方式，用同样的人员、对象和关系各编一遍，并排列出熟人关系、回避、路程费用和还能持续几轮，供领导小组决定。',
    en: 'All six modes are planned from the same people, targets and ties, and stand side by side with acquaintance, recusals, travel, cost and rounds to come, for the leading group to decide.',
  },
  byOffice: { zh: '由巡察办发起比选。', en: 'The inspection office starts it.' },
  stale: {
    zh: '比选之后本轮有改动：下表是改动以前的数，不能再据此采用；要采用请重新比选。',
    en: 'The round was changed since: the table is of what it was, and no mode is taken over from it; compare again.',
  },
  adopted: {
    zh: '已采用{mode}：下表是采用以前测算的。撤销采用，或重新比选，才能另选方式。',
    en: '{mode} was taken over; the table was computed before. Undo, or compare again, to choose another mode.',
  },
  failed: { zh: '比选没有完成', en: 'The comparison failed' },
  stopped: { zh: '上一次比选已停止，没有结果', en: 'The last comparison was stopped without a result' },
}

/** The modes of a round side by side, for a leading group to decide on and for the office to take one over. */
export function ModesPage() {
  const t = useText()
  const { language } = useLanguage()
  const { round } = useParams({ from: '/frame/rounds/$round' })
  const { data: record } = useRead(readRound, { params: { round } })
  const { data, error, refetch } = useComparisons(round)
  const [isAsking, setAsking] = useState(false)
  const [mode, setMode] = useState<AdoptableMode | null>(null)
  const newest = data?.items[0]
  const shown = data?.items.find(({ state }) => state === 'done')
  const mayAsk = data?.mayAsk === true
  const held = shown?.adoptions[0]?.origin === 'adopted' ? shown.adoptions[0] : undefined
  const ask = mayAsk ? (
    <Button type="primary" disabled={isUnderWay(newest)} onClick={() => setAsking(true)}>
      {t(shown === undefined ? texts.ask : texts.again)}
    </Button>
  ) : null
  return (
    <Page
      title={t(texts.title)}
      note={shown === undefined ? '' : t(texts.note, { at: shortInstant(shown.askedAt, language), by: shown.askedBy })}
      acts={
        shown === undefined ? null : (
          <>
            <Button href={addressOf(downloadComparison, { round, comparison: shown.id })}>{t(texts.export)}</Button>
            <Button onClick={() => window.print()}>{t(texts.print)}</Button>
            {ask}
          </>
        )
      }
      {...(shown === undefined || shown.adoptions.length === 0
        ? {}
        : { foot: <AdoptionLine round={round} comparison={shown} /> })}
    >
      <div className="modes">
        {error === null ? null : <Refused error={error} onRetry={() => void refetch()} />}
        {data === undefined && error === null ? <Loading what={t(texts.title)} /> : null}
        {newest !== undefined && isUnderWay(newest) ? (
          <ComparisonProgress round={round} comparison={newest} mayCancel={mayAsk} />
        ) : null}
        {newest?.state === 'failed' ? (
          <Alert type="error" title={t(texts.failed)} description={newest.message === null ? null : t(newest.message)} />
        ) : null}
        {newest?.state === 'cancelled' ? <Alert type="info" title={t(texts.stopped)} /> : null}
        {data !== undefined && shown === undefined && !isUnderWay(newest) ? (
          <Sheet>
            <Empty title={t(texts.none)} act={ask}>
              {t(texts.why)}
              {mayAsk ? '' : t(texts.byOffice)}
            </Empty>
          </Sheet>
        ) : null}
        {shown?.stale === true ? (
          <Alert
            type="warning"
            title={held !== undefined && shown.mayUndo ? t(texts.adopted, { mode: t(held.name) }) : t(texts.stale)}
          />
        ) : null}
        {shown === undefined ? null : (
          <>
            <PaperHead comparison={shown} round={record?.title ?? ''} />
            <Sheet label={t(texts.title)}>
              <ComparisonTable comparison={shown} onAdopt={shown.mayAdopt ? setMode : null} />
            </Sheet>
            <PaperFoot />
            <Sheet>
              <ComparisonNotes comparison={shown} />
            </Sheet>
          </>
        )}
      </div>
      {isAsking ? <AskDialog round={round} onClose={() => setAsking(false)} /> : null}
      {mode === null || shown === undefined ? null : (
        <AdoptDialog round={round} comparison={shown} mode={mode} onClose={() => setMode(null)} />
      )}
    </Page>
  )
}
