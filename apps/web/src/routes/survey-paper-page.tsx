import { readBatch } from '@shengmian/contract'
import { useParams } from '@tanstack/react-router'
import { BlankPaper } from '../features/questionnaires/blank-paper.tsx'
import { useText } from '../lib/language.tsx'
import { useRead } from '../lib/use-endpoint.ts'
import { Button } from '../ui/antd.ts'
import { Loading } from '../ui/loading.tsx'
import { Page } from '../ui/page.tsx'
import { Refused } from '../ui/refused.tsx'

const texts = {
  title: { zh: '空白问卷', en: 'Blank questionnaire' },
  print: { zh: '打印', en: 'Print' },
}

/** The blank questionnaire of one village, to print. */
export function SurveyPaperPage() {
  const t = useText()
  const { batch } = useParams({ from: '/frame/questionnaire-batches/$batch/paper' })
  const { data, error, refetch } = useRead(readBatch, { params: { batch } })
  if (error !== null) return <Refused error={error} onRetry={() => void refetch()} />
  if (data === undefined) return <Loading what={t(texts.title)} rows={8} />
  return (
    <Page
      title={t(texts.title)}
      acts={
        <Button type="primary" onClick={() => window.print()}>
          {t(texts.print)}
        </Button>
      }
    >
      <BlankPaper batch={data} />
    </Page>
  )
}
