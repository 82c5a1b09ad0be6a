import { takeProposal } from '@shengmian/contract'
import { useState } from 'react'
import { useText } from '../../../lib/language.tsx'
import { refreshRound, useAct } from '../../../lib/use-endpoint.ts'
import { Button } from '../../../ui/antd.ts'
import { ReasonDialog } from '../../../ui/reason-dialog.tsx'

const texts = {
  take: { zh: '采用修复', en: 'Take the repair' },
  what: {
    zh: '成为新的一版方案；不再成立的授权随之撤销，新换的人由领导小组补发授权。',
    en: 'It becomes a new version; orders that no longer hold end, and the leading group issues orders to those who came.',
  },
}

interface TakeRepairProps {
  readonly round: string
  readonly proposal: string
}

/** Takes the repair, with its reason. */
export function TakeRepair({ round, proposal }: TakeRepairProps) {
  const t = useText()
  const [isAsking, setAsking] = useState(false)
  const take = useAct(takeProposal, refreshRound(round))
  return (
    <>
      <Button size="small" type="primary" onClick={() => setAsking(true)}>
        {t(texts.take)}
      </Button>
      {isAsking ? (
        <ReasonDialog
          title={t(texts.take)}
          act={t(texts.take)}
          isBusy={take.isPending}
          error={take.error}
          onClose={() => setAsking(false)}
          onDone={(reason) =>
            take.mutate({ params: { round, proposal }, body: { reason } }, { onSuccess: () => setAsking(false) })
          }
        >
          <p>{t(texts.what)}</p>
        </ReasonDialog>
      ) : null}
    </>
  )
}
