import { adoptRotation, undoRotation } from '@shengmian/contract'
import { useState } from 'react'
import { useText, type Text } from '../../../lib/language.tsx'
import { newId } from '../../../lib/new-id.ts'
import { roundModes } from '../../../lib/round-words.ts'
import { refreshRound, useAct } from '../../../lib/use-endpoint.ts'
import { Button, Segmented } from '../../../ui/antd.ts'
import { Refused } from '../../../ui/refused.tsx'
import type { Rotation, RotationAsked, RotationPattern } from './words.ts'

const texts = {
  adopt: { zh: '采用第{n}轮为本轮派出', en: 'Take round {n} for this round' },
  pattern: { zh: '派出方式', en: 'Pattern' },
  mode: { zh: '本轮方式由{from}改为{to}', en: 'the mode of the round changes from {from} to {to}' },
  undo: { zh: '撤销采用', en: 'Undo' },
  adopted: { zh: '{by}已采用第{n}轮（{pattern}）', en: '{by} took round {n} ({pattern})' },
  undone: { zh: '{by}已撤销采用第{n}轮', en: '{by} undid round {n}' },
}

const patternNames: Readonly<Record<RotationPattern, Text>> = {
  'whole-team': { zh: '整建制', en: 'Whole teams' },
  'half-team': { zh: '半建制', en: 'Half-teams' },
  elevated: { zh: '提级', en: 'Elevated' },
  paired: { zh: '帮扶', en: 'Paired' },
}

const patternNotes: Readonly<Record<RotationPattern, Text>> = {
  'whole-team': { zh: '全组由派出地派出', en: 'everybody from the sender' },
  'half-team': {
    zh: '组长、组员由派出地派出，副组长、联络员由被巡地派出',
    en: 'leader and members from the sender, deputy and liaison from the host',
  },
  elevated: { zh: '全组由派出地派出，组长由上一级选派', en: 'the sender’s team under a leader from the level above' },
  paired: {
    zh: '派出地帮扶被巡地，两地各出组长、联络员一名，其余由派出地派出',
    en: 'each side names a leader and a liaison; all others come from the sender',
  },
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
  const [pattern, setPattern] = useState<RotationPattern>('whole-team')
  const adopt = useAct(adoptRotation, refreshRound(round))
  const undo = useAct(undoRotation, refreshRound(round))
  const { canUndo } = rotation
  const form = rotation.patterns.find((one) => one.pattern === pattern)
  const whyNot = rotation.whyNot ?? form?.whyNot ?? null
  const notes = [
    t(patternNotes[pattern]),
    ...(form === undefined || form.mode === rotation.mode
      ? []
      : [t(texts.mode, { from: t(roundModes[rotation.mode]), to: t(roundModes[form.mode]) })]),
  ]
  const [newest] = rotation.adoptions
  const error = adopt.error ?? undo.error
  const seed = rotation.schedule?.seed
  return (
    <>
      <Segmented
        aria-label={t(texts.pattern)}
        value={pattern}
        onChange={setPattern}
        options={rotation.patterns.map((one) => ({ value: one.pattern, label: t(patternNames[one.pattern]) }))}
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
      <span className="why-not">{whyNot === null ? notes.join('；') : t(whyNot)}</span>
      <span className="rotation-spring" />
      {newest === undefined ? null : (
        <span className="muted">
          {t(newest.origin === 'adopted' ? texts.adopted : texts.undone, {
            by: newest.by,
            n: newest.ordinal,
            pattern: t(patternNames[newest.pattern]),
          })}
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
