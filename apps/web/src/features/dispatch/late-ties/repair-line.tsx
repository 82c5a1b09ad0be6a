import { readProposal } from '@shengmian/contract'
import { Link } from '@tanstack/react-router'
import { useText } from '../../../lib/language.tsx'
import { useRead } from '../../../lib/use-endpoint.ts'
import { Button } from '../../../ui/antd.ts'
import { Refused } from '../../../ui/refused.tsx'
import { TakeRepair } from './take-repair.tsx'

const texts = {
  title: { zh: '修复方案', en: 'Repair' },
  running: { zh: '正在求改动最小的方案…', en: 'Looking for the plan with the fewest changes…' },
  done: { zh: '改动 {n} 处，其余席位不动', en: '{n} changes; every other seat stays' },
  taken: { zh: '已采用，为第{version}版', en: 'taken as version {version}' },
  none: { zh: '排不出修复方案', en: 'No repair exists' },
  failed: { zh: '求解出错，请重新派遣', en: 'The solver failed; propose again' },
  cancelled: { zh: '已停止', en: 'Stopped' },
  look: { zh: '看编组', en: 'Look at the board' },
}

interface RepairLineProps {
  readonly round: string
  readonly proposal: string
  readonly mayTake: boolean
}

/** The repair that a late tie queued: while it runs it is looked at every second; then who moves, and the act. */
export function RepairLine({ round, proposal: id, mayTake }: RepairLineProps) {
  const t = useText()
  const { data, error, refetch } = useRead(
    readProposal,
    { params: { round, proposal: id } },
    { again: (answer) => (answer === undefined || answer.state === 'queued' || answer.state === 'running' ? 1000 : false) },
  )
  if (error !== null) return <Refused error={error} onRetry={() => void refetch()} />
  if (data === undefined) return null
  const isRunning = data.state === 'queued' || data.state === 'running'
  return (
    <section className="repair" aria-label={t(texts.title)} aria-busy={isRunning}>
      <div className="repair-head">
        <strong>{t(texts.title)}</strong>
        <span role="status">
          {isRunning ? t(texts.running) : null}
          {data.state === 'done' ? t(texts.done, { n: data.changes.length }) : null}
          {data.state === 'no-plan' ? t(data.noPlan?.summary ?? texts.none) : null}
          {data.state === 'failed' ? t(data.message ?? texts.failed) : null}
          {data.state === 'cancelled' ? t(texts.cancelled) : null}
        </span>
        {data.version === null ? null : <strong className="repair-taken">{t(texts.taken, { version: data.version })}</strong>}
        {data.state === 'done' ? (
          <span className="repair-acts">
            <Link
              to="/rounds/$round/board"
              params={{ round }}
              search={data.version === null ? { proposal: id } : { version: data.version }}
            >
              <Button size="small" tabIndex={-1}>
                {t(texts.look)}
              </Button>
            </Link>
            {mayTake && data.version === null ? <TakeRepair round={round} proposal={id} /> : null}
          </span>
        ) : null}
      </div>
      {data.state === 'done' && data.message !== null ? <p className="muted">{t(data.message)}</p> : null}
      <ul>
        {data.changes.map((change) => (
          <li key={change.zh}>{t(change)}</li>
        ))}
        {data.noPlan?.clashes.map((clash) => (
          <li key={clash.fact.zh}>{t(clash.fact)}</li>
        ))}
      </ul>
    </section>
  )
}
