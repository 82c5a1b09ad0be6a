import { LEVELS, RULE_WORDS, type Explanation, type PriceDifference, type SeatTried, type WhatIf } from '@shengmian/dispatch'
import { tieKinds } from '@shengmian/recusal'
import { showRelaxations } from './show-clash.ts'
import { both, say } from './words.ts'

/** Why, why not, what if: to standard output. */
export function showExplanation(explanation: Explanation): void {
  showPlace(explanation)
  showReviews(explanation)
  showCosts(explanation)
  const own = explanation.seats.filter((seat) => seat.occupant === explanation.person)
  for (const seat of own.length > 0 ? own : explanation.seats) showSeat(seat, explanation.person)
  showWhatIf(explanation.whatIf, explanation)
}

function showPlace({ person, team, servesIn }: Explanation): void {
  if (servesIn === team) say({ zh: `${person} 在 ${team}`, en: `${person} serves in ${team}` })
  else if (servesIn === null) say({ zh: `${person} 未入组`, en: `${person} serves in no team` })
  else say({ zh: `${person} 在 ${servesIn}，不在 ${team}`, en: `${person} serves in ${servesIn}, not in ${team}` })
}

/** What passes is said in one line a target, what does not with its facts. */
function showReviews({ reviews }: Explanation): void {
  for (const { target, answers } of reviews) {
    const passed = answers.filter((answer) => answer.result === 'pass').map((answer) => ruleZh(answer.rule))
    say({ zh: `${target}：通过：${passed.join('；')}`, en: `passes ${passed.length} of ${answers.length}` })
    for (const { rule, result, facts, waived } of answers.filter((answer) => answer.result !== 'pass')) {
      const lifted =
        waived === undefined ? { zh: '', en: '' } : { zh: `（已由 ${waived.by} 豁免）`, en: ` (waived by ${waived.by})` }
      const head = `${RESULT_ZH[result]} ${ruleZh(rule)}`
      for (const { zh, en } of facts)
        console.log(`  ${both({ zh: `${head} — ${zh}${lifted.zh}`, en: `${result} ${rule} — ${en}${lifted.en}` })}`)
    }
  }
}

/** The English line keeps the codes that a file writes. */
const RESULT_ZH = { pass: '通过', warn: '提示', bar: '应回避', unknown: '未核' } as const

function ruleZh(rule: string): string {
  return Object.hasOwn(RULE_WORDS, rule) ? RULE_WORDS[rule as keyof typeof RULE_WORDS].zh : rule
}

function tieZh(kind: string): string {
  return tieKinds.find((entry) => entry.kind === kind && entry.degree === null)?.zh ?? kind
}

function showCosts({ costs }: Explanation): void {
  say({
    zh: `关系强度 ${costs.exposure}‰，路程 ${costs.travel} 公里`,
    en: `exposure ${costs.exposure}‰, travel ${costs.travel} km`,
  })
  for (const { target, insider, path } of costs.paths) {
    const way = path.hops.map((hop) => `–${tieZh(hop.kind)} ${hop.kind} ${hop.strength}– ${hop.to}`).join(' ')
    console.log(`  ${target} ${insider}: ${path.strength}‰  ${path.hops[0]?.from ?? insider} ${way}`)
  }
  if (costs.unverified.length > 0)
    say({ zh: `未核实：${costs.unverified.join('、')}`, en: `unverified: ${costs.unverified.join(', ')}` })
}

function showSeat({ slotNumber, slot, occupant, breaches }: SeatTried, person: string): void {
  const seat = `${slotNumber} ${slot.role}${slot.skill === undefined ? '' : `/${slot.skill}`}${slot.origin === undefined ? '' : `/${slot.origin}`}`
  if (occupant === person && breaches.length === 0) return say({ zh: `岗位 ${seat}：他在此岗`, en: 'his seat' })
  const instead = occupant === null || occupant === person ? '' : ` (${occupant})`
  if (breaches.length === 0) return say({ zh: `岗位 ${seat}${instead}：可以坐，没有规则妨碍`, en: 'nothing stands in the way' })
  say({ zh: `岗位 ${seat}${instead}：不可以`, en: 'barred' })
  for (const { rule, subject, fact } of breaches)
    console.log(`  ${both({ zh: `${ruleZh(rule)} ${subject} — ${fact.zh}`, en: `${rule} ${subject} — ${fact.en}` })}`)
}

function showWhatIf(whatIf: WhatIf, { person, team }: Explanation): void {
  const title =
    whatIf.change === 'here'
      ? { zh: `如果 ${person} 一定要在 ${team}`, en: `what if ${person} had to serve in ${team}` }
      : { zh: `如果 ${person} 不去 ${team} 所巡之地`, en: `what if ${person} did not go where ${team} goes` }
  if (whatIf.kind === 'impossible') {
    say({ zh: `${title.zh}：没有计划`, en: `${title.en}: there is no plan` })
    console.log(`  ${both(whatIf.clash)}`)
    return showRelaxations(whatIf.clash)
  }
  if (whatIf.kind === 'open') return say({ zh: `${title.zh}：${whatIf.zh}`, en: `${title.en}: ${whatIf.en}` })
  const fewest = whatIf.isFewest ? { zh: '（已证明最少）', en: ', proven the fewest' } : { zh: '', en: '' }
  say({
    zh: `${title.zh}：${priceText(whatIf.price)}；变动 ${whatIf.moves.length} 人${fewest.zh}`,
    en: `${title.en}: ${whatIf.moves.length} people move${fewest.en}`,
  })
  for (const { person: who, from, to } of whatIf.moves) console.log(`  ${who}: ${from?.team ?? '—'} → ${to?.team ?? '—'}`)
  if (whatIf.bestPrice !== null)
    say({ zh: `重新编排全部人员：${priceText(whatIf.bestPrice)}`, en: 'with the whole round planned afresh' })
  showProof(whatIf)
}

/** What is proven of the price: that it is the least, or the least that it could be, level by level. */
function showProof(whatIf: Extract<WhatIf, { kind: 'possible' }>): void {
  if (whatIf.isLeast) return say({ zh: '已证明代价不能更小', en: 'proven: it cannot cost less' })
  const floors = LEVELS.flatMap((level) => (whatIf.floor[level] === null ? [] : [`${level} ≥ ${signed(whatIf.floor[level])}`]))
  const reach =
    whatIf.reach === 'round'
      ? { zh: '全部人员重新编排，未证明最小', en: 'the whole round was planned afresh; not proven the least' }
      : { zh: '规模大，只试了逐步换三人以内', en: 'too large to plan afresh here: only chains of up to three people were tried' }
  const proven = floors.length === 0 ? { zh: '没有下界', en: 'no bound' } : { zh: floors.join(', '), en: 'bounds' }
  say({ zh: `${reach.zh}；已证明的下界：${proven.zh}`, en: `${reach.en}; proven: ${proven.en}` })
}

function signed(by: number): string {
  return by > 0 ? `+${by}` : `${by}`
}

function priceText(price: PriceDifference): string {
  const changed = LEVELS.filter((level) => price[level] !== 0)
  return changed.length === 0 ? '±0' : changed.map((level) => `${level} ${signed(price[level])}`).join(', ')
}
