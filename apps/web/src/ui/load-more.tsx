import { useText } from '../lib/language.tsx'
import { Button } from './antd.ts'

const texts = {
  more: { zh: '再看{n}条', en: 'Show {n} more' },
  all: { zh: '已全部列出，共{n}条', en: 'All {n} are listed' },
}

interface LoadMoreProps {
  readonly shown: number
  readonly hasMore: boolean
  readonly isLoading: boolean
  readonly onMore: () => void
  readonly step?: number
}

/** Pages go by cursor, so the end is said, and a total is never guessed. */
export function LoadMore({ shown, hasMore, isLoading, onMore, step = 50 }: LoadMoreProps) {
  const t = useText()
  return (
    <div style={{ padding: '8px 12px', textAlign: 'center' }}>
      {hasMore ? (
        <Button type="text" loading={isLoading} onClick={onMore}>
          {t(texts.more, { n: step })}
        </Button>
      ) : (
        <span className="muted number">{t(texts.all, { n: shown })}</span>
      )}
    </div>
  )
}
