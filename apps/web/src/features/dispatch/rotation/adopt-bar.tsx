import { adoptRotation, undoRotation } from '@shengmian/contract'
import { useState } from 'react'
import { useText } from '../../../lib/language.tsx'
import { newId } from '../../../lib/new-id.ts'
import { refreshRound, useAct } from '../../../lib/use-endpoint.ts'
import { Button, Segmented } from '../../../ui/antd.ts'
import { Refused } from '../../../ui/refused.tsx'
import type { Rotation, RotationAsked } from './words.ts'

const texts = {
  adopt: { zh: '采用第{n}轮为本轮派出', en: 'Take round {n} for this round' },
  whole: { zh: '整建制', en: 'Whole teams' },
  half: { zh: '半建制', en: 'Half-teams' },
  wholeNote: { zh: '全组由派出地派出', en: 'everybody from the sender' },
  halfNote: {
    zh: '组长、组员由派出地派出，副组长、联络员由被巡地派出',
    en: 'leader and members from the sender, deputy and liaison from the host',
  },
  undo: { zh: '撤销采用', en: 'Undo' },
  adopted: { zh: '{by}已采用第{n}轮', en: '{by} took round {n}' },
  undone: { zh: '{by}已撤销采用第{n}轮', en: '{by} undid round {n}' },
}

interface AdoptBarProps {
  readonly round: string
  readonly rotation: Rotation
  readonly asked: RotationAsked
  readonly chosen: number
}

/** Makes the chosen round the homes and hosts of the round's teams, and takes that back. */
export function AdoptBar({ round, rotation, asked, chosen }: AdoptBarProps) {
  const t = useText()
  const [pattern, setPattern] = useState<'whole-team' | 'half-team'>('whole-team')
  const adopt = useAct(adoptRotation, refreshRound(round))
  const undo = useAct(undoRotation, refreshRound(round))
  const { canUndo, whyNot } = rotation
  const [newest] = rotation.adoptions
  const error = adopt.error ?? undo.error
  const seed = rotation.schedule?.seed
  return (
    <>
      <Segmented
        value={pattern}
        onChange={setPattern}
        options={[
          { value: 'whole-team', label: t(texts.whole) },
          { value: 'half-team', label: t(texts.half) },
        ]}
      />
      <Button
        type="primary"
        disabled={whyNot !== null}
        loading={adopt.isPending}
        onClick={() =>
          seed === undefined
            ? undefined
            : adopt.mutate({ params: { round }, body: { ...asked, id: newId(), seed, ordinal: chosen + 1, pattern } })
        }
      >
        {t(texts.adopt, { n: chosen + 1 })}
      </Button>
      <span className="why-not">
        {whyNot === null ? t(pattern === 'whole-team' ? texts.wholeNote : texts.halfNote) : t(whyNot)}
      </span>
      <span className="rotation-spring" />
      {newest === undefined ? null : (
        <span className="muted">
          {t(newest.origin === 'adopted' ? texts.adopted : texts.undone, { by: newest.by, n: newest.ordinal })}
        </span>
      )}
      {canUndo === null ? null : (
        <Button
          loading={undo.isPending}
          onClick={() => undo.mutate({ params: { round, adoption: canUndo }, body: { id: newId() } })}
        >
          {t(texts.undo)}
        </Button>
      )}
      {error === null ? null : <Refused error={error} />}
    </>
  )
}
