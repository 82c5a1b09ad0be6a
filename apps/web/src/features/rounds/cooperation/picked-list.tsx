import { useText } from '../../../lib/language.tsx'

const texts = { remove: { zh: '去掉{name}', en: 'Remove {name}' } }

interface Picked {
  readonly id: string
  readonly name: string
}

interface PickedListProps {
  readonly items: readonly Picked[]
  readonly onRemove: (id: string) => void
}

/** What was picked, each to be taken off again. */
export function PickedList({ items, onRemove }: PickedListProps) {
  const t = useText()
  if (items.length === 0) return null
  return (
    <ul className="event-picked">
      {items.map(({ id, name }) => (
        <li key={id}>
          {name}
          <button type="button" className="button-link" aria-label={t(texts.remove, { name })} onClick={() => onRemove(id)}>
            ×
          </button>
        </li>
      ))}
    </ul>
  )
}
