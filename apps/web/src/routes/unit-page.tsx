import { useParams } from '@tanstack/react-router'
import { useState } from 'react'
import { useDossier } from '../features/registry/api.ts'
import { ClassifyDialog } from '../features/registry/classify-dialog.tsx'
import { DossierFactList } from '../features/registry/dossier-facts.tsx'
import { DossierSections } from '../features/registry/dossier-sections.tsx'
import { OfficialTable } from '../features/registry/official-table.tsx'
import { unitClasses, unitKinds } from '../features/registry/texts.ts'
import { useHasRole } from '../features/session/api.ts'
import { longDay } from '../lib/dates.ts'
import { useLanguage, useText } from '../lib/language.tsx'
import { Button, Skeleton } from '../ui/antd.ts'
import { Page, Sheet } from '../ui/page.tsx'
import { Refused } from '../ui/refused.tsx'

const texts = {
  loading: { zh: '村情档案', en: 'Dossier' },
  complete: { zh: '档案完整 {n}%', en: '{n}% complete' },
  facts: { zh: '基本情况', en: 'Facts' },
  officials: { zh: '班子成员', en: 'Officials' },
  classify: { zh: '重新分类', en: 'Classify' },
  history: { zh: '分类历史', en: 'Classes so far' },
  noHistory: { zh: '还没有分过类。', en: 'Not classified yet.' },
  by: { zh: '审核人 {name}', en: 'reviewed by {name}' },
  print: { zh: '打印', en: 'Print' },
}

export function UnitPage() {
  const t = useText()
  const { language } = useLanguage()
  const { unit } = useParams({ from: '/frame/units/$unit' })
  const { data: dossier, error, refetch } = useDossier(unit)
  const isOffice = useHasRole('office')
  const [isClassifying, setClassifying] = useState(false)
  if (error !== null) return <Refused error={error} onRetry={() => void refetch()} />
  if (dossier === undefined) {
    return (
      <Page title={t(texts.loading)}>
        <Skeleton active />
      </Page>
    )
  }
  const where = dossier.ancestors.map((place) => place.name).join(' ')
  return (
    <Page
      title={dossier.unit.name}
      note={
        <>
          {t(unitKinds[dossier.unit.kind])} {where} <span className="number">{dossier.unit.place.code}</span>{' '}
          <strong className="number">{t(texts.complete, { n: dossier.completeness })}</strong>
        </>
      }
      acts={
        <>
          <Button onClick={() => window.print()}>{t(texts.print)}</Button>
          {isOffice ? (
            <Button type="primary" onClick={() => setClassifying(true)}>
              {t(texts.classify)}
            </Button>
          ) : null}
        </>
      }
      aside={
        <>
          <h2>{t(texts.history)}</h2>
          {dossier.classes.length === 0 ? <p className="muted">{t(texts.noHistory)}</p> : null}
          {dossier.classes.map((change) => (
            <p key={change.recordedAt}>
              <strong>{t(unitClasses[change.class])}</strong> <span className="number">{longDay(change.day, language)}</span>
              <br />
              {change.reason}
              <br />
              <span className="muted">{t(texts.by, { name: change.reviewer })}</span>
            </p>
          ))}
        </>
      }
    >
      <Sheet label={t(texts.facts)}>
        <div className="block">
          <h2>{t(texts.facts)}</h2>
          <DossierFactList dossier={dossier} />
        </div>
        <div className="block">
          <h2>{t(texts.officials)}</h2>
          <OfficialTable officials={dossier.officials} />
        </div>
        <DossierSections dossier={dossier} />
      </Sheet>
      {isClassifying ? <ClassifyDialog dossier={dossier} onClose={() => setClassifying(false)} /> : null}
    </Page>
  )
}
