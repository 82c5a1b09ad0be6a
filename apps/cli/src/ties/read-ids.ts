// A list of people: one id a line. Where an id stands is what a fault must name.
import type { ReadIssue, ReadOutcome } from '@shengmian/dispatch'

export interface ListedId {
  readonly id: string
  readonly line: number
}

/** The ids of a text, empty lines skipped; an id that is there twice is refused. */
export function readIds(text: string): ReadOutcome<readonly ListedId[]> {
  const firstOn = new Map<string, number>()
  const issues: ReadIssue[] = []
  const ids: ListedId[] = []
  text
    .replace(/^\uFEFF/, '')
    .split(/\r?\n/)
    .forEach((raw, i) => {
      const [id, line] = [raw.trim(), i + 1]
      if (id === '') return
      const first = firstOn.get(id)
      if (first !== undefined)
        issues.push({
          path: `${line}`,
          zh: `第 ${line} 行：${id} 重复（第一次在第 ${first} 行）`,
          en: `line ${line}: ${id} is there twice (first on line ${first})`,
        })
      firstOn.set(id, first ?? line)
      ids.push({ id, line })
    })
  if (ids.length === 0) issues.push({ path: '1', zh: '没有任何编号；每行一个', en: 'holds no id; one a line' })
  return issues.length > 0 ? { kind: 'refused', issues } : { kind: 'read', value: ids }
}
