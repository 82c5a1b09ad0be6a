import { readLedger } from '@shengmian/contract'
import { CheckpointPaper } from '../features/ledger/checkpoint-paper.tsx'
import { useText } from '../lib/language.tsx'
import { useRead } from '../lib/use-endpoint.ts'
import { Button } from '../ui/antd.ts'
import { Empty } from '../ui/empty.tsx'
import { Loading } from '../ui/loading.tsx'
import { Page } from '../ui/page.tsx'
import { Refused } from '../ui/refused.tsx'

const texts = {
  title: { zh: '检查点', en: 'Checkpoint' },
  print: { zh: '打印', en: 'Print' },
  none: { zh: '还没有检查点', en: 'No checkpoint yet' },
  why: { zh: '有改动登记后十秒内签署。', en: 'One is signed within ten seconds of the first change.' },
}

export function LedgerPaperPage() {
  const t = useText()
  const { data: state, error, refetch } = useRead(readLedger, {})
  if (error !== null) return <Refused error={error} onRetry={() => void refetch()} />
  return (
    <Page
      title={t(texts.title)}
      acts={
        <Button type="primary" onClick={() => window.print()}>
          {t(texts.print)}
        </Button>
      }
    >
      {state === undefined ? <Loading what={t(texts.title)} rows={4} /> : null}
      {state?.last === null ? <Empty title={t(texts.none)}>{t(texts.why)}</Empty> : null}
      {state === undefined ? null : <CheckpointPaper state={state} />}
    </Page>
  )
}
