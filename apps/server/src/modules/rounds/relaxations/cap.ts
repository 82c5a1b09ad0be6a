// How far the rules of a whole round may give way by signature, all signatures together. Beyond it the rule itself is to be changed, in the
// open and before the round is planned. What concerns one person or one target has no cap: each is named and signed by itself. Pure.
import type { Effect } from './effects.ts'

interface Words {
  readonly zh: string
  readonly en: string
}
type Limit = Extract<Effect, { kind: 'limit' }>['rule']

const MOST: Readonly<Record<Limit, number>> = { 'same-home': 2, senior: 1, newcomers: 2 }
const MOST_OFF = 2

/** The cap as a page names it. */
export const CAP_WORDS: Words = {
  zh: `一轮之内各次批准合计：同一来源地人数上限至多加${MOST['same-home']}人，骨干人数下限至多减${MOST.senior}人，新手人数上限至多加${MOST.newcomers}人，全轮规则至多停用${MOST_OFF}条。`,
  en: `In one round, all signatures together: at most ${MOST['same-home']} more of one home, ${MOST.senior} senior fewer, ${MOST.newcomers} newcomers more in a team, and ${MOST_OFF} rules of the whole round suspended.`,
}

/** Why these effects go beyond the cap on top of those that hold already; null = within it. */
export function beyondCap(effects: readonly Effect[], granted: readonly Effect[]): Words | null {
  for (const rule of Object.keys(MOST) as Limit[]) {
    const [more, before, most] = [sumOf(effects, rule), sumOf(granted, rule), MOST[rule]]
    if (more > 0 && before + more > most) return LIMIT_WORDS[rule]({ most, before, more })
  }
  const off = offOf(effects)
  const all = new Set([...off, ...offOf(granted)])
  if (off.length === 0 || all.size <= MOST_OFF) return null
  return {
    zh: `全轮规则至多停用${MOST_OFF}条，这样要停用${all.size}条`,
    en: `at most ${MOST_OFF} rules of the whole round may be suspended, this would make ${all.size}`,
  }
}

const sumOf = (effects: readonly Effect[], rule: Limit): number =>
  effects.reduce((sum, effect) => sum + (effect.kind === 'limit' && effect.rule === rule ? effect.by : 0), 0)

const offOf = (effects: readonly Effect[]): readonly string[] =>
  effects.flatMap((effect) => (effect.kind === 'off' ? [effect.rule] : []))

interface Figures {
  readonly most: number
  readonly before: number
  readonly more: number
}

const LIMIT_WORDS: Readonly<Record<Limit, (figures: Figures) => Words>> = {
  'same-home': ({ most, before, more }) => ({
    zh: `同一来源地人数上限至多加${most}人，已批准加${before}人，这样还要加${more}人`,
    en: `at most ${most} more of one home: ${before} are signed, this needs ${more} more`,
  }),
  senior: ({ most, before, more }) => ({
    zh: `骨干人数下限至多减${most}人，已批准减${before}人，这样还要减${more}人`,
    en: `at most ${most} senior fewer: ${before} are signed, this needs ${more} more`,
  }),
  newcomers: ({ most, before, more }) => ({
    zh: `新手人数上限至多加${most}人，已批准加${before}人，这样还要加${more}人`,
    en: `at most ${most} newcomers more: ${before} are signed, this needs ${more} more`,
  }),
}
