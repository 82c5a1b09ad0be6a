import { judgeCorrection, type Correction } from '@shengmian/contract'
import { useState } from 'react'
import { useText } from '../../lib/language.tsx'
import { newId } from '../../lib/new-id.ts'
import { useAct } from '../../lib/use-endpoint.ts'
import { Button } from '../../ui/antd.ts'
import { ReasonDialog } from '../../ui/reason-dialog.tsx'
import { afresh } from './afresh.ts'
import { texts } from './texts.ts'

type Judged = 'verify' | 'return' | 'withdraw'

/** Verifies, sends back or takes back, each with words that stay. */
export function JudgeActs({ correction }: { readonly correction: Correction }) {
  const t = useText()
  const [kind, setKind] = useState<Judged | null>(null)
  const [id, setId] = useState(newId)
  const judge = useAct(judgeCorrection, afresh)
  const { state, canVerify } = correction
  if (!canVerify || (state !== 'open' && state !== 'answered')) return null
  const open = (chosen: Judged) => {
    judge.reset()
    setId(newId())
    setKind(chosen)
  }
  return (
    <div className="correction-acts">
      {state === 'answered' ? (
        <>
          <Button size="small" type="primary" onClick={() => open('verify')}>
            {t(texts.verify)}
          </Button>
          <Button size="small" onClick={() => open('return')}>
            {t(texts.return)}
          </Button>
        </>
      ) : null}
      <Button size="small" onClick={() => open('withdraw')}>
        {t(texts.withdraw)}
      </Button>
      {kind === null ? null : (
        <ReasonDialog
          title={t(texts[kind])}
          note={correction.what}
          isBusy={judge.isPending}
          error={judge.error}
          onClose={() => setKind(null)}
          onDone={(text) =>
            judge.mutate({ params: { correction: correction.id }, body: { id, kind, text } }, { onSuccess: () => setKind(null) })
          }
        />
      )}
    </div>
  )
}
