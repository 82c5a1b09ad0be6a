import { joinWords, type PairBar } from '../finding.ts'
import type { Ground } from '../world.ts'

const STRONG = 500

/** Any other direct tie of strength 500 or more to an insider. */
export function tie({ ties }: Ground): PairBar {
  return ({ person }, target) =>
    joinWords(
      target.insiders.flatMap((insider) => {
        const known = ties.between(person.id, insider)
        if (known === null || known.strength < STRONG || (known.kind === 'kinship' && known.strength === 1000)) return []
        const { kind, strength, source } = known
        return [
          {
            zh: `与对象内部人员 ${insider} 有 ${kind} 关系，强度 ${strength}（来源：${source}）`,
            en: `${kind} tie of strength ${strength} to the insider ${insider} (source: ${source})`,
          },
        ]
      }),
    )
}
