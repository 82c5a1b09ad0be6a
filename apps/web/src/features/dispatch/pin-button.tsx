import { readPool, setPool } from '@shengmian/contract'
import { useText } from '../../lib/language.tsx'
import { refreshRound, useAct, useRead } from '../../lib/use-endpoint.ts'
import { Button } from '../../ui/antd.ts'
import { Refused } from '../../ui/refused.tsx'

const texts = {
  pin: { zh: '固定在本组', en: 'Fix to this team' },
  unpin: { zh: '取消固定', en: 'Release' },
  why: { zh: '固定的人，重新派遣时不动', en: 'Somebody fixed stays when the solver runs again' },
}

interface PinButtonProps {
  readonly round: string
  readonly person: string
  readonly team: string
}

/** Fixes somebody to his team before the solver runs again; the other pins and the pairs kept apart stay as they are. */
export function PinButton({ round, person, team }: PinButtonProps) {
  const t = useText()
  const pool = useRead(readPool, { params: { round } })
  const change = useAct(setPool, refreshRound(round))
  const members = pool.data?.items ?? []
  const isPinned = members.some((member) => member.person.id === person && member.pinned === team)
  const pins = members.flatMap((member) =>
    member.pinned === null || member.person.id === person ? [] : [{ person: member.person.id, team: member.pinned }],
  )
  return (
    <>
      <Button
        title={t(texts.why)}
        aria-pressed={isPinned}
        disabled={pool.data === undefined}
        loading={change.isPending}
        onClick={() =>
          change.mutate({
            params: { round },
            body: { people: members.map((member) => member.person.id), pins: isPinned ? pins : [...pins, { person, team }] },
          })
        }
      >
        {t(isPinned ? texts.unpin : texts.pin)}
      </Button>
      {change.error === null ? null : <Refused error={change.error} />}
    </>
  )
}
