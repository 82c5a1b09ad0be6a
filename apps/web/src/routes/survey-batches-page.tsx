import { issueBatches, listBatches, readQuestionnaire } from '@shengmian/contract'
import { useParams } from '@tanstack/react-router'
import { BatchTable } from '../features/questionnaires/batch-table.tsx'
import { SurveyTabs } from '../features/questionnaires/survey-tabs.tsx'
import { useLanguage, useText } from '../lib/language.tsx'
import { useAct, useRead } from '../lib/use-endpoint.ts'
import { Empty } from '../ui/empty.tsx'
import { Loading } from '../ui/loading.tsx'
import { Page, Sheet } from '../ui/page.tsx'
import { Refused } from '../ui/refused.tsx'

const texts = {
  title: { zh: '发放与录入', en: 'Issue and entry' },
  none: { zh: '本轮还没有巡察对象', en: 'The round has no target yet' },
  why: { zh: '先在“编制”里选定巡察的村，再按村发放。', en: 'Choose the villages in planning, then issue by village.' },
  formula: { zh: '建议数的算法：{words}', en: 'How the number is suggested: {words}' },
}

/** What was issued to which village. */
export function SurveyBatchesPage() {
  const t = useText()
  const { language } = useLanguage()
  const { questionnaire, round } = useParams({ from: '/frame/rounds/$round/questionnaires/$questionnaire/batches' })
  const params = { questionnaire }
  const { data: built } = useRead(readQuestionnaire, { params })
  const { data, error, refetch } = useRead(listBatches, { params })
  const issue = useAct(issueBatches, (queries) => queries.invalidateQueries({ queryKey: ['listBatches'] }))
  const newest = built?.versions.at(-1)
  const canIssue = built?.canEdit === true && newest !== undefined && newest.closedAt === null
  return (
    <Page title={built?.title ?? ''} note={<SurveyTabs round={round} questionnaire={questionnaire} />}>
      {error === null ? null : <Refused error={error} onRetry={() => void refetch()} />}
      {issue.error === null ? null : <Refused error={issue.error} />}
      <Sheet label={t(texts.title)}>
        {data === undefined && error === null ? <Loading what={t(texts.title)} rows={6} /> : null}
        {data?.targets.length === 0 ? <Empty title={t(texts.none)}>{t(texts.why)}</Empty> : null}
        {data === undefined || data.targets.length === 0 ? null : (
          <BatchTable
            batches={data}
            isBusy={issue.isPending}
            onIssue={canIssue ? (batches, onDone) => issue.mutate({ params, body: { batches } }, { onSuccess: onDone }) : null}
          />
        )}
      </Sheet>
      {data === undefined ? null : <p className="muted survey-means">{t(texts.formula, { words: data.formula[language] })}</p>}
    </Page>
  )
}
