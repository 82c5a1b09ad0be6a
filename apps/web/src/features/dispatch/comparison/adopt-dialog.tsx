import { adoptMode } from '@shengmian/contract'
import { useText } from '../../../lib/language.tsx'
import { refreshRound, useAct } from '../../../lib/use-endpoint.ts'
import { ReasonDialog } from '../../../ui/reason-dialog.tsx'
import type { AdoptableMode, Comparison } from './words.ts'

const texts = {
  title: { zh: '采用{mode}', en: 'Take over {mode}' },
  act: { zh: '采用', en: 'Take over' },
  what: {
    zh: '本轮的方式、随之而来的规则、各组的派出地和岗位来源，改成测算时那样；对象、人员和固定不变。之后要重新求解编组。没有再改动之前可以撤销。',
    en: 'Mode, the rules that go with it, and homes and seats of the teams become what was computed; targets, people and pins stay. Teams must be planned anew. It can be put back until something else is changed.',
  },
  changes: { zh: '改动', en: 'Changes' },
}

interface AdoptDialogProps {
  readonly round: string
  readonly comparison: Comparison
  readonly mode: AdoptableMode
  readonly onClose: () => void
}

/** Says what will change before a mode is taken over, and keeps why. */
export function AdoptDialog({ round, comparison, mode, onClose }: AdoptDialogProps) {
  const t = useText()
  const adopt = useAct(adoptMode, refreshRound(round))
  const column = comparison.columns.find((one) => one.mode === mode)
  if (column === undefined) return null
  return (
    <ReasonDialog
      title={t(texts.title, { mode: t(column.name) })}
      act={t(texts.act)}
      isBusy={adopt.isPending}
      error={adopt.error}
      onClose={onClose}
      onDone={(reason) =>
        adopt.mutate({ params: { round, comparison: comparison.id }, body: { mode, reason } }, { onSuccess: onClose })
      }
    >
      <p>{t(texts.what)}</p>
      {column.changes.length === 0 ? null : (
        <p>
          <strong>{t(texts.changes)}</strong>：{column.changes.map((change) => t(change)).join('；')}
        </p>
      )}
    </ReasonDialog>
  )
}
