import { useState } from 'react'
import { useText } from '../../../lib/language.tsx'
import { roundKinds, roundStates } from '../../../lib/round-words.ts'
import { Button, Input, Select } from '../../../ui/antd.ts'
import type { RoundsAsked } from './use-rounds.ts'

const texts = {
  keyword: { zh: '轮次名称', en: 'Name of the round' },
  allKinds: { zh: '全部种类', en: 'All kinds' },
  allStates: { zh: '全部状态', en: 'All states' },
  search: { zh: '查询', en: 'Search' },
  reset: { zh: '重置', en: 'Reset' },
  sort: { zh: '新的轮次在前', en: 'Newest first' },
}

interface RoundSearchProps {
  readonly asked: RoundsAsked
  readonly onAsk: (asked: RoundsAsked) => void
}

export function RoundSearch({ asked, onAsk }: RoundSearchProps) {
  const t = useText()
  const [draft, setDraft] = useState<RoundsAsked>(asked)
  const choose = (part: RoundsAsked) => {
    const next = clean({ ...draft, ...part })
    setDraft(next)
    onAsk(next)
  }
  return (
    <form
      className="round-search"
      role="search"
      onSubmit={(event) => {
        event.preventDefault()
        onAsk(clean(draft))
      }}
    >
      <Input
        aria-label={t(texts.keyword)}
        placeholder={t(texts.keyword)}
        value={draft.search ?? ''}
        onChange={(event) => setDraft({ ...draft, search: event.target.value })}
      />
      <Select
        aria-label={t(texts.allKinds)}
        value={draft.kind ?? ''}
        onChange={(kind) => choose({ kind } as RoundsAsked)}
        options={[{ value: '', label: t(texts.allKinds) }, ...optionsOf(roundKinds, t)]}
      />
      <Select
        aria-label={t(texts.allStates)}
        value={draft.state ?? ''}
        onChange={(state) => choose({ state } as RoundsAsked)}
        options={[{ value: '', label: t(texts.allStates) }, ...optionsOf(roundStates, t)]}
      />
      <Button htmlType="submit">{t(texts.search)}</Button>
      <Button
        onClick={() => {
          setDraft({})
          onAsk({})
        }}
      >
        {t(texts.reset)}
      </Button>
      <span className="spring" />
      <span className="muted">{t(texts.sort)}</span>
    </form>
  )
}

function optionsOf<K extends string, T>(words: Readonly<Record<K, T>>, t: (text: T) => string): { value: K; label: string }[] {
  return (Object.keys(words) as K[]).map((key) => ({ value: key, label: t(words[key]) }))
}

/** Without the conditions that say nothing. */
function clean(asked: RoundsAsked): RoundsAsked {
  return Object.fromEntries(Object.entries(asked).filter(([, value]) => value !== '')) as RoundsAsked
}
