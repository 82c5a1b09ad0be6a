import type { Person } from '@shengmian/contract'
import type { ReactNode } from 'react'
import { longDay } from '../../lib/dates.ts'
import { useLanguage, useText, type Text } from '../../lib/language.tsx'
import { skillName } from '../../lib/round-words.ts'
import { PlaceName } from '../../ui/place-name.tsx'
import { Unverified } from '../../ui/unverified.tsx'
import { experiences, facts, personRoles } from './texts.ts'

const texts = {
  employer: { zh: '单位职务', en: 'Employer, rank' },
  roles: { zh: '可任', en: 'Can serve as' },
  skills: { zh: '专长', en: 'Skills' },
  experience: { zh: '经验', en: 'Experience' },
  languages: { zh: '语言', en: 'Languages' },
  source: { zh: '推荐单位', en: 'Proposed by' },
  reviewed: { zh: '年度核对', en: 'Last review' },
  noSource: { zh: '没有来源', en: 'no source' },
  now: { zh: '至今', en: 'now' },
  none: { zh: '无', en: 'none' },
}

/** Every fact with its source and date; what nobody has checked is hatched. */
export function PersonFacts({ person }: { readonly person: Person }) {
  const t = useText()
  const { language } = useLanguage()
  const comma = language === 'zh' ? '、' : ', '
  const list = (values: readonly string[] | null) => (values === null ? <Unverified /> : values.join(comma) || t(texts.none))
  const checked = (fact: keyof typeof facts, value: ReactNode) => {
    const evidence =
      fact === 'ties' || fact === 'unit' || fact === 'home' || fact === 'native' || fact === 'postings'
        ? person.evidence[fact]
        : undefined
    const isOpen = value === null || person.unverified.includes(fact)
    return (
      <>
        {value} {isOpen ? <Unverified /> : null}
        <div className="source">
          {evidence?.source ?? t(texts.noSource)}
          {typeof evidence?.date === 'string' ? ` ${longDay(evidence.date, language)}` : ''}
        </div>
      </>
    )
  }
  const postings = person.postings?.map((posting) => (
    <div key={`${posting.region} ${posting.from}`} className="number">
      {posting.from}—{posting.to ?? t(texts.now)} {posting.title ?? ''} <PlaceName code={posting.region} />
    </div>
  ))
  const rows: readonly (readonly [Text, ReactNode])[] = [
    [
      texts.employer,
      [person.employer, person.rank].filter((part) => part !== null).join(language === 'zh' ? '，' : ', ') || <Unverified />,
    ],
    [facts.home, checked('home', person.home?.name ?? null)],
    [facts.native, checked('native', person.native?.name ?? null)],
    [facts.postings, checked('postings', postings === undefined ? null : postings.length === 0 ? t(texts.none) : postings)],
    [texts.roles, person.roles.map((role) => t(personRoles[role])).join(comma)],
    [texts.skills, list(person.skills?.map((skill) => t(skillName(skill))) ?? null)],
    [texts.experience, person.experience === null ? <Unverified /> : t(experiences[person.experience])],
    [texts.languages, list(person.languages)],
    [texts.source, person.source ?? <Unverified />],
    [texts.reviewed, person.reviewedOn === null ? <Unverified /> : longDay(person.reviewedOn, language)],
  ]
  return (
    <dl className="facts">
      {rows.map(([title, value]) => (
        <div key={title.en}>
          <dt>{t(title)}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  )
}
