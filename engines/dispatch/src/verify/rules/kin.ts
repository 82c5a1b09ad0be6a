import { joinWords, type PairBar } from '../finding.ts'
import type { Ground } from '../world.ts'

/** A relative within the degrees of the recusal rules: kind `kinship` at full strength. */
export function kin({ ties }: Ground): PairBar {
  return ({ person }, target) =>
    joinWords(
      target.insiders.flatMap((insider) => {
        const tie = ties.between(person.id, insider)
        if (tie?.kind !== 'kinship' || tie.strength !== 1000) return []
        const { source } = tie
        return [
          {
            zh: `与对象内部人员 ${insider} 有亲属关系（来源：${source}）`,
            en: `kin of the insider ${insider} (source: ${source})`,
          },
        ]
      }),
    )
}
