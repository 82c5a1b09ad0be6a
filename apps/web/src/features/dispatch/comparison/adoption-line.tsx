import { undoMode } from '@shengmian/contract'
import { shortInstant } from '../../../lib/dates.ts'
import { useLanguage, useText } from '../../../lib/language.tsx'
import { refreshRound, useAct } from '../../../lib/use-endpoint.ts'
import { Button } from '../../../ui/antd.ts'
import { Refused } from '../../../ui/refused.tsx'
import type { Comparison } from './words.ts'

const texts = {
  adopted: { zh: '{at} {by}采用了{mode}：{reason}', en: '{at} {by} took over {mode}: {reason}' },
  undone: { zh: '{at} {by}撤销了采用{mode}', en: '{at} {by} put {mode} back' },
  undo: { zh: '撤销采用', en: 'Undo' },
}

/** The newest taking over or putting back, and the way back while nothing else was changed. */
export function AdoptionLine({ round, comparison }: { readonly round: string; readonly comparison: Comparison }) {
  const t = useText()
  const { language } = useLanguage()
  const undo = useAct(undoMode, refreshRound(round))
  const [newest] = comparison.adoptions
  if (newest === undefined) return null
  const { origin, by, at, name, reason } = newest
  return (
    <>
      <span>
        {t(origin === 'adopted' ? texts.adopted : texts.undone, { by, at: shortInstant(at, language), mode: t(name), reason })}
      </span>
      <span className="spring" />
      {comparison.mayUndo ? (
        <Button loading={undo.isPending} onClick={() => undo.mutate({ params: { round, comparison: comparison.id } })}>
          {t(texts.undo)}
        </Button>
      ) : null}
      {undo.error === null ? null : <Refused error={undo.error} />}
    </>
  )
}
