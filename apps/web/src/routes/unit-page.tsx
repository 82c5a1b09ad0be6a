import { useParams } from '@tanstack/react-router'
import { useState } from 'react'
import { useDossier } from '../features/registry/api.ts'
import { DossierFactList } from '../features/registry/dossier-facts.tsx'
import { DossierSections } from '../features/registry/dossier-sections.tsx'
import { OfficialTable } from '../features/registry/official-table.tsx'
import { isNamedByOffice } from '../features/registry/unit-dialog.tsx'
import { UnitDialogs, type UnitAct } from '../features/registry/unit-dialogs.tsx'
import { unitEditTexts } from '../features/registry/unit-edit-texts.ts'
import { unitClasses, unitKinds } from '../features/registry/texts.ts'
import { useHoldsAbove } from '../features/session/api.ts'
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
  const isOffice = useHoldsAbove(['office'], dossier?.unit.place.code ?? '-')
  const [asked, setAsked] = useState<UnitAct | null>(null)
  if (error !== null) return <Refused error={error} onRetry={() => void refetch()} />
  if (dossier === undefined) {
    return (
      <Page title={t(texts.loading)}>
        <Skeleton active />
      </Page>
    )
  }
  // A municipality and the bracket below it are called the same, and so are a village and its place.
  const places = [...dossier.ancestors, dossier.unit.place].map(({ name }) => name)
  const where = [...new Set(places)].filter((name) => name !== dossier.unit.name).join(' ')
  return (
    <Page
      title={dossier.unit.name}
      note={
        <>
          {dossier.unit.state === 'withdrawn' ? <strong>{t(unitEditTexts.withdrawn)} </strong> : null}
          {t(unitKinds[dossier.unit.kind])} {where} <span className="number">{dossier.unit.place.code}</span>{' '}
          <strong className="number">{t(texts.complete, { n: dossier.completeness })}</strong>
        </>
      }
      acts={
        <>
          <Button onClick={() => window.print()}>{t(texts.print)}</Button>
          {isOffice ? (
            <>
              {isNamedByOffice(dossier.unit.kind) && dossier.unit.state === 'active' ? (
                <>
                  <Button onClick={() => setAsked({ act: 'name' })}>{t(unitEditTexts.editUnit)}</Button>
                  <Button onClick={() => setAsked({ act: 'withdraw' })}>{t(unitEditTexts.withdraw)}</Button>
                </>
              ) : null}
              <Button onClick={() => setAsked({ act: 'facts' })}>{t(unitEditTexts.editFacts)}</Button>
              <Button type="primary" onClick={() => setAsked({ act: 'classify' })}>
                {t(texts.classify)}
              </Button>
            </>
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
          <OfficialTable
            officials={dossier.officials}
            {...(isOffice ? { onEdit: (official) => setAsked({ act: 'official', official }) } : {})}
          />
          {isOffice ? (
            <div className="block-body">
              <Button onClick={() => setAsked({ act: 'official', official: null })}>{t(unitEditTexts.addOfficial)}</Button>
            </div>
          ) : null}
        </div>
        <DossierSections dossier={dossier} />
      </Sheet>
      {asked === null ? null : <UnitDialogs asked={asked} dossier={dossier} onClose={() => setAsked(null)} />}
    </Page>
  )
}
