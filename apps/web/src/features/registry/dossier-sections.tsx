import type { Dossier, DossierSection } from '@shengmian/contract'
import { longDay } from '../../lib/dates.ts'
import { useLanguage, useText, type Text } from '../../lib/language.tsx'
import { Unverified } from '../../ui/unverified.tsx'

const names: Readonly<Record<DossierSection, Text>> = {
  facts: { zh: '基本情况', en: 'Facts' },
  leaders: { zh: '班子', en: 'Leaders' },
  economy: { zh: '集体经济', en: 'Collective economy' },
  assets: { zh: '“三资”', en: 'Collective assets' },
  petitions: { zh: '信访', en: 'Petitions' },
  'past-problems': { zh: '以往问题', en: 'Past problems' },
  rectification: { zh: '整改', en: 'Rectification' },
}

const texts = {
  percent: { zh: '完整 {n}%', en: '{n}% complete' },
  missing: { zh: '缺：{what}', en: 'Missing: {what}' },
  source: { zh: '来源 {source}', en: 'Source: {source}' },
}

/** The sections of a dossier, each with what it still lacks. */
export function DossierSections({ dossier }: { readonly dossier: Dossier }) {
  const t = useText()
  const { language } = useLanguage()
  return (
    <>
      {dossier.sections.map((section) => (
        <div key={section.section} className="block">
          <h2>
            {t(names[section.section])}
            <span className="muted number">{t(texts.percent, { n: section.completeness })}</span>
          </h2>
          <p>
            {section.text ?? <Unverified />}
            {section.source === null ? null : (
              <span className="muted">
                {' '}
                {t(texts.source, { source: section.source })}
                {section.day === null ? '' : ` ${longDay(section.day, language)}`}
              </span>
            )}
            {section.missing.length === 0 ? null : (
              <span className="muted">
                {' '}
                {t(texts.missing, {
                  what: section.missing
                    .map((item) => (language === 'zh' ? item.zh : item.en))
                    .join(language === 'zh' ? '、' : ', '),
                })}
              </span>
            )}
          </p>
        </div>
      ))}
    </>
  )
}
