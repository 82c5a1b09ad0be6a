import { cancelComparison } from '@shengmian/contract'
import { useText } from '../../../lib/language.tsx'
import { refreshRound, useAct } from '../../../lib/use-endpoint.ts'
import { Button } from '../../../ui/antd.ts'
import { Sheet } from '../../../ui/page.tsx'
import { Refused } from '../../../ui/refused.tsx'
import type { Comparison } from './words.ts'

const texts = {
  label: { zh: '比选进度', en: 'Progress' },
  queued: { zh: '正在排队', en: 'Queued' },
  start: { zh: '正在准备', en: 'Preparing' },
  at: { zh: '正在算{mode}，第{n}种，共{of}种', en: 'Computing {mode}, {n} of {of}' },
  tries: { zh: '已试{n}次', en: '{n} tries' },
  stay: {
    zh: '可以离开本页，算完的结果会留在这里。编不成的方式要找出原因，用时较长。',
    en: 'You may leave this page; the result will be here. A mode without a plan takes longer, to find out why.',
  },
  cancel: { zh: '停止', en: 'Stop' },
}

interface ComparisonProgressProps {
  readonly round: string
  readonly comparison: Comparison
  readonly mayCancel: boolean
}

/** Which mode is being computed, how many are done, and the way to stop. */
export function ComparisonProgress({ round, comparison, mayCancel }: ComparisonProgressProps) {
  const t = useText()
  const cancel = useAct(cancelComparison, refreshRound(round))
  const { mode, done, of, iterations } = comparison.progress
  const line =
    comparison.state === 'queued'
      ? t(texts.queued)
      : mode === null
        ? t(texts.start)
        : t(texts.at, { mode: t(mode), n: done + 1, of })
  return (
    <Sheet label={t(texts.label)}>
      <div className="modes-progress" role="status">
        <div>
          <strong>{line}</strong>
          {iterations > 0 ? <span className="muted number">{t(texts.tries, { n: iterations.toLocaleString('en') })}</span> : null}
          <span className="spring" />
          {mayCancel ? (
            <Button
              size="small"
              loading={cancel.isPending}
              onClick={() => cancel.mutate({ params: { round, comparison: comparison.id } })}
            >
              {t(texts.cancel)}
            </Button>
          ) : null}
        </div>
        <progress max={of} value={done} aria-label={line} />
        <p className="muted">{t(texts.stay)}</p>
        {cancel.error === null ? null : <Refused error={cancel.error} />}
      </div>
    </Sheet>
  )
}
