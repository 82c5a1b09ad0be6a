import type { ReactNode } from 'react'
import { useText } from '../../lib/language.tsx'
import { Button } from '../../ui/antd.ts'

const texts = {
  add: { zh: '加一行', en: 'Add one' },
  remove: { zh: '删去', en: 'Remove' },
}

interface LineRowsProps<T> {
  readonly list: readonly T[]
  readonly onChange: (list: readonly T[]) => void
  /** What a new row begins with. */
  readonly fresh: T
  readonly draw: (one: T, change: (more: Partial<T>) => void) => ReactNode
}

/** Lines of a few fields each: added below, taken out one by one. */
export function LineRows<T extends object>({ list, onChange, fresh, draw }: LineRowsProps<T>) {
  const t = useText()
  return (
    <>
      {list.map((one, k) => (
        // A row has no name of its own; its place in the list is all it has.
        // oxlint-disable-next-line react/no-array-index-key -- rows are drawn from their values alone
        <div key={k} className="line-row">
          {draw(one, (more) => onChange(list.map((other, i) => (i === k ? { ...one, ...more } : other))))}
          <Button type="link" size="small" onClick={() => onChange(list.filter((_other, i) => i !== k))}>
            {t(texts.remove)}
          </Button>
        </div>
      ))}
      <Button size="small" onClick={() => onChange([...list, fresh])}>
        {t(texts.add)}
      </Button>
    </>
  )
}
