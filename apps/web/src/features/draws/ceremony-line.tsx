import { useText } from '../../lib/language.tsx'
import { StepLine, type LineStep } from '../../ui/step-line.tsx'
import type { Draw } from './texts.ts'

const texts = {
  label: { zh: '抽签进程', en: 'Steps of the draw' },
  freeze: { zh: '冻结', en: 'Freeze' },
  commit: { zh: '承诺', en: 'Commit' },
  first: { zh: '公开第一密数', en: 'Open the first' },
  tickets: { zh: '签单', en: 'Tickets' },
  second: { zh: '公开第二密数', en: 'Open the second' },
  pick: { zh: '抽定', en: 'Pick' },
}
const order = ['freeze', 'commit', 'first', 'tickets', 'second', 'pick'] as const
const at = { committing: 1, 'opening-first': 2, solving: 3, 'opening-second': 4, picking: 5, picked: 6, aborted: -1 }

/** Where the ceremony stands; an aborted one stands where it was left. */
export function CeremonyLine({ draw }: { readonly draw: Draw }) {
  const t = useText()
  const { parties } = draw
  const now = draw.state === 'aborted' ? leftAt(draw) : at[draw.state]
  const count = (done: number): string => `${done}/${parties.length}`
  const notes: Record<string, string> = {
    commit: count(parties.filter((party) => party.committed !== null).length),
    first: count(parties.filter((party) => party.opened[0] !== null).length),
    second: count(parties.filter((party) => party.opened[1] !== null).length),
  }
  const steps = order.map((key, k): LineStep => {
    const note = notes[key]
    const state = k < now ? 'done' : k === now && draw.state !== 'aborted' ? 'now' : 'later'
    return { key, title: t(texts[key]), state, ...(note === undefined || k === 0 ? {} : { note }) }
  })
  return <StepLine steps={steps} label={t(texts.label)} />
}

function leftAt({ parties, portfolio }: Draw): number {
  if (portfolio !== null) return 4
  if (parties.some((party) => party.opened[0] !== null)) return 2
  return 1
}
