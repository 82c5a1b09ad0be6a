import { useState } from 'react'
import { useText } from '../../../lib/language.tsx'
import { Button, Select } from '../../../ui/antd.ts'
import { texts } from './texts.ts'
import type { PoolDraft } from './use-pool-draft.ts'

/** Pairs that never serve in one team. */
export function ApartPairs({ draft, isLocked }: { readonly draft: PoolDraft; readonly isLocked: boolean }) {
  const t = useText()
  const [one, setOne] = useState<string | null>(null)
  const [other, setOther] = useState<string | null>(null)
  const names = new Map([...draft.members.values()].map((member) => [member.person.id, member.person.name]))
  const options = Array.from(names, ([value, label]) => ({ value, label }))
  const find = { optionFilterProp: 'label' } as const
  return (
    <div className="apart">
      <strong>{t(texts.apart)}</strong> <span className="muted">{t(texts.apartNote)}</span>
      {draft.apart.map((pair) => (
        <span key={pair.join()} className="tag">
          {pair.map((id) => names.get(id) ?? id).join('、')}{' '}
          <button
            type="button"
            className="button-link"
            disabled={isLocked}
            aria-label={`${t(texts.remove)} ${pair.map((id) => names.get(id)).join('、')}`}
            onClick={() => draft.keepApart(draft.apart.filter((kept) => kept !== pair))}
          >
            ×
          </button>
        </span>
      ))}
      <Select
        size="small"
        showSearch={find}
        aria-label={t(texts.apartOne)}
        placeholder={t(texts.apartOne)}
        value={one}
        onChange={setOne}
        options={options}
      />
      <Select
        size="small"
        showSearch={find}
        aria-label={t(texts.apartOther)}
        placeholder={t(texts.apartOther)}
        value={other}
        onChange={setOther}
        options={options}
      />
      <Button
        size="small"
        disabled={isLocked || one === null || other === null || one === other}
        onClick={() => {
          if (one === null || other === null) return
          draft.keepApart([...draft.apart, [one, other]])
          setOne(null)
          setOther(null)
        }}
      >
        {t(texts.apartAdd)}
      </Button>
    </div>
  )
}
