import { listSections, writeSection } from '@shengmian/contract'
import { useLanguage, useText } from '../../../lib/language.tsx'
import { refreshRound, useAct, useRead } from '../../../lib/use-endpoint.ts'
import { Loading } from '../../../ui/loading.tsx'
import { Sheet } from '../../../ui/page.tsx'
import { Refused } from '../../../ui/refused.tsx'
import { SectionField } from './section-field.tsx'
import './papers.css'

const texts = {
  titles: {
    rounds: { zh: '方案六节（六个统一、统筹）', en: 'Six sections of the plan' },
    programmes: { zh: '方案四节（四联）', en: 'Four sections of the plan' },
  },
  filled: { zh: '已写{filled} / {needed}节', en: '{filled} of {needed} written' },
  what: { zh: '方案', en: 'the plan' },
}

interface SectionsPanelProps {
  readonly of: 'rounds' | 'programmes'
  readonly subject: string
  readonly isLocked: boolean
}

/** The sections that a plan must have before it can be approved, each saved by itself. */
export function SectionsPanel({ of, subject, isLocked }: SectionsPanelProps) {
  const t = useText()
  const { language } = useLanguage()
  const params = { of, subject }
  const sections = useRead(listSections, { params })
  const write = useAct(writeSection, refreshRound(subject))
  if (sections.isPending) return <Loading what={t(texts.what)} />
  if (sections.error !== null) return <Refused error={sections.error} onRetry={() => void sections.refetch()} />
  const { items, filled, needed } = sections.data
  return (
    <Sheet label={t(texts.titles[of])}>
      <div className="block-head">
        <h2>{t(texts.titles[of])}</h2>
        <span className="spring" />
        <span className={filled < needed ? 'late number' : 'muted number'}>{t(texts.filled, { filled, needed })}</span>
      </div>
      {write.error === null ? null : <Refused error={write.error} />}
      <div className="sections">
        {items.map((section) => (
          <SectionField
            key={section.key}
            title={section[language]}
            text={section.text}
            note={section.changedBy}
            isLocked={isLocked}
            isBusy={write.isPending && write.variables.params.key === section.key}
            onSave={(text) => write.mutate({ params: { ...params, key: section.key }, body: { text } })}
          />
        ))}
      </div>
    </Sheet>
  )
}
