import { listUnits } from '@shengmian/contract'
import { useState } from 'react'
import { useText } from '../../../lib/language.tsx'
import { useRead } from '../../../lib/use-endpoint.ts'
import { Button, Input, Select } from '../../../ui/antd.ts'
import { classes, texts } from './texts.ts'

export interface UnitsAsked {
  readonly q?: string
  readonly class?: 'exemplary' | 'ordinary' | 'lagging' | 'unknown'
}

interface UnitSearchProps {
  readonly onAsk: (asked: UnitsAsked | null) => void
}

export function UnitSearch({ onAsk }: UnitSearchProps) {
  const t = useText()
  const [q, setQ] = useState('')
  const [of, setOf] = useState<string>('')
  const ask = (words: string, group: string) =>
    onAsk(
      words.trim() === '' && group === ''
        ? null
        : {
            ...(words.trim() === '' ? {} : { q: words.trim() }),
            ...(group === '' ? {} : { class: group as NonNullable<UnitsAsked['class']> }),
          },
    )
  return (
    <form
      className="round-search"
      role="search"
      onSubmit={(event) => {
        event.preventDefault()
        ask(q, of)
      }}
    >
      <Input
        aria-label={t(texts.keyword)}
        placeholder={t(texts.keyword)}
        value={q}
        onChange={(event) => setQ(event.target.value)}
      />
      <Select
        aria-label={t(texts.allClasses)}
        value={of}
        onChange={(group) => {
          setOf(group)
          ask(q, group)
        }}
        options={[
          { value: '', label: t(texts.allClasses) },
          ...(['exemplary', 'ordinary', 'lagging'] as const).map((one) => ({ value: one, label: t(classes[one]) })),
          { value: 'unknown', label: t(texts.unknownClass) },
        ]}
      />
      <Button htmlType="submit">{t(texts.search)}</Button>
      <Button
        onClick={() => {
          setQ('')
          setOf('')
          onAsk(null)
        }}
      >
        {t(texts.reset)}
      </Button>
    </form>
  )
}

/** Units that answer a search, as rows of one level; `null` while the tree is shown. */
export function useFoundUnits(within: string, asked: UnitsAsked | null) {
  return useRead(listUnits, { query: { within, limit: 200, ...asked } }, { enabled: asked !== null, keep: true })
}
