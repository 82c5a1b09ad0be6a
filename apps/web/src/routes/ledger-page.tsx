import { downloadCheckpoint, downloadLedgerPolicy, downloadVerifier, readLedger } from '@shengmian/contract'
import { Link, useNavigate, useSearch } from '@tanstack/react-router'
import { useState } from 'react'
import { CheckpointList, WitnessList } from '../features/ledger/checkpoint-list.tsx'
import { ErasureList } from '../features/ledger/erasure-list.tsx'
import { LedgerFigures } from '../features/ledger/ledger-figures.tsx'
import { ProposeErasureDialog } from '../features/ledger/propose-erasure-dialog.tsx'
import { RecordProof } from '../features/ledger/record-proof.tsx'
import { Section } from '../features/ledger/section.tsx'
import { addressOf } from '../lib/api.ts'
import { useText } from '../lib/language.tsx'
import { useRead } from '../lib/use-endpoint.ts'
import { Alert, Button } from '../ui/antd.ts'
import { Loading } from '../ui/loading.tsx'
import { Page, Sheet } from '../ui/page.tsx'
import { Refused } from '../ui/refused.tsx'

const texts = {
  title: { zh: '存证日志', en: 'Ledger' },
  note: {
    zh: '每一次新增、修改、删除都在同一事务中登记，事后改动会被核验发现',
    en: 'Every change is logged in its own transaction; what is changed behind it is found',
  },
  checkpoint: { zh: '下载检查点', en: 'Checkpoint' },
  paper: { zh: '打印检查点', en: 'Print the checkpoint' },
  policy: { zh: '信任策略', en: 'Policy' },
  verifier: { zh: '离线核验页', en: 'Offline verifier' },
  state: { zh: '状态', en: 'State' },
  record: { zh: '一条记录的证明', en: 'Proof of one record' },
  witnesses: { zh: '见证方', en: 'Witnesses' },
  checkpoints: { zh: '最近的检查点', en: 'Latest checkpoints' },
  erasures: { zh: '依法销毁', en: 'Erasure by law' },
  propose: { zh: '提出销毁', en: 'Propose one' },
  off: { zh: '本服务器没有运行存证：改动正在等待登记', en: 'This server does not run the ledger: changes wait' },
  held: {
    zh: '改动已等待一分钟以上没有登记：登记程序停了，或有人占住了它。请系统管理员查看数据库的锁（pg_locks）和服务器日志。',
    en: 'Changes have waited for more than a minute: the sequencer has stopped, or somebody holds it up. Look at the database’s locks (pg_locks) and the server’s log.',
  },
}

/** It takes a fifth of a second when nothing is wrong. */
const HELD_MS = 60_000

/** Looks again as often as something can have come. */
const AGAIN_MS = 10_000

const isHeld = (since: string | null): boolean => since !== null && Date.now() - Date.parse(since) > HELD_MS

export function LedgerPage() {
  const t = useText()
  const asked = useSearch({ from: '/frame/ledger' })
  const navigate = useNavigate()
  const [isProposing, setProposing] = useState(false)
  const { data: state, error, refetch } = useRead(readLedger, {}, { again: () => AGAIN_MS })
  if (error !== null) return <Refused error={error} onRetry={() => void refetch()} />
  return (
    <Page
      title={t(texts.title)}
      note={t(texts.note)}
      acts={
        <>
          <Button href={addressOf(downloadVerifier, {})}>{t(texts.verifier)}</Button>
          <Button href={addressOf(downloadLedgerPolicy, {})}>{t(texts.policy)}</Button>
          <Button href={addressOf(downloadCheckpoint, {})}>{t(texts.checkpoint)}</Button>
          <Link to="/ledger/paper">
            <Button type="primary">{t(texts.paper)}</Button>
          </Link>
        </>
      }
    >
      {state === undefined ? (
        <Loading what={t(texts.title)} rows={4} />
      ) : (
        <>
          {state.fault === null ? null : <Alert type="error" showIcon title={state.fault} />}
          {state.isRunning ? null : <Alert type="warning" showIcon title={t(texts.off)} />}
          {isHeld(state.waitingSince) ? <Alert type="error" showIcon title={t(texts.held)} /> : null}
          <div className="ledger-section">
            <Sheet label={t(texts.state)}>
              <LedgerFigures state={state} />
            </Sheet>
          </div>
          <Section title={t(texts.record)}>
            <RecordProof asked={asked} onAsk={(search) => void navigate({ to: '/ledger', search })} />
          </Section>
          <div className="ledger-columns">
            <Section title={t(texts.witnesses)}>
              <WitnessList state={state} />
            </Section>
            <Section title={t(texts.checkpoints)}>
              <CheckpointList state={state} />
            </Section>
          </div>
          <Section
            title={t(texts.erasures)}
            act={
              <Button size="small" onClick={() => setProposing(true)}>
                {t(texts.propose)}
              </Button>
            }
          >
            <ErasureList />
          </Section>
        </>
      )}
      {isProposing ? <ProposeErasureDialog onClose={() => setProposing(false)} /> : null}
    </Page>
  )
}
