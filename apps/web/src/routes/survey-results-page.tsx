import { downloadSurveyResults, readQuestionnaire, readSurveyResults, type SurveyResults } from '@shengmian/contract'
import { useParams } from '@tanstack/react-router'
import { useState } from 'react'
import { CloseButton } from '../features/questionnaires/close-button.tsx'
import { ResultTables } from '../features/questionnaires/result-tables.tsx'
import { ReviewDialog } from '../features/questionnaires/review-dialog.tsx'
import { SurveyTabs } from '../features/questionnaires/survey-tabs.tsx'
import { addressOf } from '../lib/api.ts'
import { useText } from '../lib/language.tsx'
import { useRead } from '../lib/use-endpoint.ts'
import { Button } from '../ui/antd.ts'
import { Empty } from '../ui/empty.tsx'
import { Loading } from '../ui/loading.tsx'
import { Page } from '../ui/page.tsx'
import { Refused } from '../ui/refused.tsx'

const texts = {
  title: { zh: '结果', en: 'Results' },
  excel: { zh: '导出 Excel', en: 'Excel' },
  print: { zh: '打印', en: 'Print' },
  none: { zh: '还没有结果', en: 'No results yet' },
  why: {
    zh: '发布、发放、录入并封卷以后，这里按村统计。分几次看的结果相减就能推出个别答卷，所以只在封卷时一次算出。',
    en: 'Results by village stand here once papers are issued, entered and closed. Readings taken from one another tell single sheets, so there is one.',
  },
  older: { zh: '这是第{n}版的结果；第{newest}版还没有封卷。', en: 'Results of version {n}; version {newest} is not closed yet.' },
}

/** Results by village, with small cells hidden. */
export function SurveyResultsPage() {
  const t = useText()
  const { questionnaire, round } = useParams({ from: '/frame/rounds/$round/questionnaires/$questionnaire/results' })
  const { data: built } = useRead(readQuestionnaire, { params: { questionnaire } })
  const newest = built?.versions.at(-1)
  const isClosed = built?.versions.some(({ closedAt }) => closedAt !== null) === true
  const canClose = built?.canEdit === true && newest !== undefined && newest.closedAt === null
  const { data, error, refetch } = useRead(readSurveyResults, { params: { questionnaire } }, { enabled: isClosed })
  const [reviewed, setReviewed] = useState<SurveyResults['villages'][number] | null>(null)
  const hasResults = data !== undefined && data.villages.length > 0
  const acts = (
    <>
      {canClose ? <CloseButton questionnaire={questionnaire} version={newest.version} /> : null}
      {hasResults ? <ResultActs questionnaire={questionnaire} /> : null}
    </>
  )
  return (
    <Page title={built?.title ?? ''} note={<SurveyTabs round={round} questionnaire={questionnaire} />} acts={acts}>
      {error === null ? null : <Refused error={error} onRetry={() => void refetch()} />}
      {built === undefined || (isClosed && data === undefined && error === null) ? (
        <Loading what={t(texts.title)} rows={8} />
      ) : hasResults ? (
        <>
          {newest === undefined || data.version === newest.version ? null : (
            <p className="muted">{t(texts.older, { n: data.version, newest: newest.version })}</p>
          )}
          <ResultTables results={data} onReview={built.canEdit ? setReviewed : null} />
        </>
      ) : (
        <Empty title={t(texts.none)}>{t(texts.why)}</Empty>
      )}
      {reviewed === null ? null : (
        <ReviewDialog questionnaire={questionnaire} village={reviewed} onClose={() => setReviewed(null)} />
      )}
    </Page>
  )
}

function ResultActs({ questionnaire }: { readonly questionnaire: string }) {
  const t = useText()
  return (
    <>
      <Button onClick={() => window.print()}>{t(texts.print)}</Button>
      <Button href={addressOf(downloadSurveyResults, { questionnaire })}>{t(texts.excel)}</Button>
    </>
  )
}
