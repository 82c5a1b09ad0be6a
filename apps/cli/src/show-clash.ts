import type { Clash } from '@shengmian/dispatch'
import { both } from './words.ts'

/** The rules and facts that clash, and the cheapest ways out, to standard output. */
export function showClash(clash: Clash): void {
  console.log(both(clash))
  for (const { rule, subject, zh, en } of clash.items) console.log(`${rule} ${subject} — ${both({ zh, en })}`)
  showRelaxations(clash)
}

/** What would have to be waived for a plan to exist, cheapest first. */
export function showRelaxations({ relaxations }: Clash): void {
  for (const relaxation of relaxations) {
    console.log(`→ ${both(relaxation)}`)
    for (const { rule, subject, zh, en } of relaxation.exceptions) console.log(`    ${rule} ${subject} — ${both({ zh, en })}`)
  }
}
