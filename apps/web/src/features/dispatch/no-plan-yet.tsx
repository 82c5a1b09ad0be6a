import { Link } from '@tanstack/react-router'
import { RefusedError } from '../../lib/api.ts'
import { useText } from '../../lib/language.tsx'
import { Empty } from '../../ui/empty.tsx'
import { Page, Sheet } from '../../ui/page.tsx'
import { Refused } from '../../ui/refused.tsx'

const texts = {
  none: { zh: '还没有派遣方案', en: 'There is no plan yet' },
  hint: {
    zh: '选定对象、组与席位、抽调人员后，由求解器提出方案。',
    en: 'Once targets, teams and people are chosen, the solver proposes a plan.',
  },
  go: { zh: '去编制', en: 'Go to planning' },
}

interface NoPlanYetProps {
  readonly title: string
  readonly round: string
  readonly error: unknown
  readonly onRetry: () => void
}

/** A page of a plan that does not exist says what will be here and where it is made; any other refusal is shown as it is. */
export function NoPlanYet({ title, round, error, onRetry }: NoPlanYetProps) {
  const t = useText()
  const isMissing = error instanceof RefusedError && error.refusal.code === 'not-there-yet'
  return (
    <Page title={title}>
      {isMissing ? (
        <Sheet>
          <Empty
            title={t(texts.none)}
            act={
              <Link to="/rounds/$round/plan" params={{ round }}>
                {t(texts.go)}
              </Link>
            }
          >
            {t(texts.hint)}
          </Empty>
        </Sheet>
      ) : (
        <Refused error={error} onRetry={onRetry} />
      )}
    </Page>
  )
}
