// What an approver signs, in words: each effect with how far it reaches.
import type { ProblemOutline } from '../dispatch/outline.ts'
import type { Effect, OffRule } from './effects.ts'

interface Words {
  readonly zh: string
  readonly en: string
}

export function grantWords(effects: readonly Effect[], { people, targets }: ProblemOutline): readonly Words[] {
  const names = new Map([...people, ...targets].map(({ id, name }) => [id, name]))
  const name = (id: string): string => names.get(id) ?? id
  return effects.map((effect) => wordsOf(effect, name))
}

function wordsOf(effect: Effect, name: (id: string) => string): Words {
  switch (effect.kind) {
    case 'except': {
      const rule = EXCEPT[effect.rule]
      return {
        zh: `${name(effect.person)}在本轮不受“${rule.zh}”限制`,
        en: `“${rule.en}” does not hold for ${name(effect.person)} in this round`,
      }
    }
    case 'together': {
      const [a, b] = effect.pair
      return { zh: `${name(a)}、${name(b)}可以同组`, en: `${name(a)} and ${name(b)} may be in one team` }
    }
    case 'unpin':
      return { zh: `取消${name(effect.person)}的指定组`, en: `${name(effect.person)} is no longer pinned to a team` }
    case 'need':
      return {
        zh: `${name(effect.target)}不再要求所需专长`,
        en: `${name(effect.target)} is inspected without the skill it needs`,
      }
    case 'limit':
      return LIMIT[effect.rule](effect.by)
    case 'off':
      return OFF_WORDS[effect.rule]
  }
}

const EXCEPT = {
  repeat: { zh: '近几轮巡察过的地区不再去', en: 'no return to a region inspected lately' },
  unknown: { zh: '事实未核实不得派出', en: 'nobody with an unverified fact' },
} as const

const LIMIT = {
  'same-home': (by: number): Words => ({
    zh: `全轮各组同一来源地人数上限加${by}人`,
    en: `in every team of the round ${by} more may come from one home`,
  }),
  senior: (by: number): Words => ({
    zh: `全轮各组骨干人数下限减${by}人`,
    en: `every team of the round may have ${by} seniors fewer`,
  }),
  newcomers: (by: number): Words => ({
    zh: `全轮各组新手人数上限加${by}人`,
    en: `every team of the round may have ${by} newcomers more`,
  }),
} as const

const OFF_WORDS: Readonly<Record<OffRule, Words>> = {
  leaders: { zh: '全轮不再要求同组组长来自不同地方', en: 'leaders of a team may share a home, in the whole round' },
  'whole-team': { zh: '全轮不再要求整建制派出', en: 'teams may be mixed, in the whole round' },
  zone: { zh: '全轮可以跨片区派出', en: 'teams may leave their zone, in the whole round' },
  again: {
    zh: '全轮可以重复上几轮的派出，仍尽量避免',
    en: 'pairs of the last rounds may come again, still avoided where possible',
  },
  reversal: { zh: '全轮可以反向派出，仍尽量避免', en: 'pairs of the last rounds may be reversed, still avoided where possible' },
  swap: { zh: '全轮可以互派', en: 'two homes may inspect each other, in the whole round' },
}
