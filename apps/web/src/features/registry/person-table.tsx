import type { Person } from '@shengmian/contract'
import { Link } from '@tanstack/react-router'
import { useLanguage, useText } from '../../lib/language.tsx'
import { skillName } from '../../lib/round-words.ts'
import { Table, type TableColumnsType } from '../../ui/antd.ts'
import { Unverified } from '../../ui/unverified.tsx'
import { experiences, facts, personRoles, personStates } from './texts.ts'

const texts = {
  name: { zh: '姓名', en: 'Name' },
  employer: { zh: '单位职务', en: 'Employer, rank' },
  home: { zh: '工作地', en: 'Home' },
  native: { zh: '籍贯', en: 'Native place' },
  roles: { zh: '可任', en: 'Can serve as' },
  skills: { zh: '专长', en: 'Skills' },
  experience: { zh: '经验', en: 'Experience' },
  state: { zh: '状态', en: 'State' },
  unverified: { zh: '未核', en: 'Unverified' },
  why: { zh: '为什么在列', en: 'Why listed' },
  training: { zh: '培养', en: 'trainee' },
}

export interface FoundPerson {
  readonly person: Person
  readonly why: readonly {
    readonly asked: string
    readonly result: 'pass' | 'unknown'
    readonly zh: string
    readonly en: string
  }[]
}

interface PersonTableProps {
  readonly found: readonly FoundPerson[]
  readonly isLoading: boolean
  /** Shows the reasons when something was asked for. */
  readonly withWhy: boolean
}

/** The talent pool in the order of names, never by any score. */
export function PersonTable({ found, isLoading, withWhy }: PersonTableProps) {
  const t = useText()
  const { language } = useLanguage()
  const comma = language === 'zh' ? '、' : ', '
  const columns: TableColumnsType<FoundPerson> = [
    {
      title: t(texts.name),
      key: 'name',
      width: 120,
      render: (_value, { person }) => (
        <>
          <Link to="/people/$authority/$person" params={{ authority: person.authority, person: person.id }}>
            {person.name}
          </Link>
          {person.training ? <span className="muted"> {t(texts.training)}</span> : null}
        </>
      ),
    },
    {
      title: t(texts.employer),
      key: 'employer',
      ellipsis: true,
      render: (_value, { person }) =>
        [person.employer, person.rank].filter((part) => part !== null).join(language === 'zh' ? '，' : ', ') || <Unverified />,
    },
    { title: t(texts.home), key: 'home', width: 100, render: (_value, { person }) => person.home?.name ?? <Unverified /> },
    { title: t(texts.native), key: 'native', width: 100, render: (_value, { person }) => person.native?.name ?? <Unverified /> },
    {
      title: t(texts.roles),
      key: 'roles',
      width: 150,
      render: (_value, { person }) => person.roles.map((role) => t(personRoles[role])).join(comma),
    },
    {
      title: t(texts.skills),
      key: 'skills',
      width: 130,
      ellipsis: true,
      render: (_value, { person }) =>
        person.skills === null ? <Unverified /> : person.skills.map((skill) => t(skillName(skill))).join(comma) || '—',
    },
    {
      title: t(texts.experience),
      key: 'experience',
      width: 100,
      render: (_value, { person }) => (person.experience === null ? <Unverified /> : t(experiences[person.experience])),
    },
    { title: t(texts.state), key: 'state', width: 90, render: (_value, { person }) => t(personStates[person.state]) },
    {
      title: t(texts.unverified),
      key: 'unverified',
      width: 100,
      align: 'center',
      render: (_value, { person }) =>
        person.unverified.length === 0 ? (
          0
        ) : (
          <span title={person.unverified.map((fact) => t(facts[fact])).join(comma)}>
            <Unverified count={person.unverified.length} />
          </span>
        ),
    },
    ...(withWhy
      ? [
          {
            title: t(texts.why),
            key: 'why',
            width: 260,
            render: (_value: unknown, { why }: FoundPerson) =>
              why.map((entry) => (
                <div key={entry.asked}>
                  {entry.result === 'unknown' ? <Unverified /> : null} {language === 'zh' ? entry.zh : entry.en}
                </div>
              )),
          },
        ]
      : []),
  ]
  return (
    <Table<FoundPerson>
      size="small"
      rowKey={({ person }) => person.id}
      columns={columns}
      dataSource={[...found]}
      pagination={false}
      loading={isLoading}
      sticky
      scroll={{ x: withWhy ? 1340 : 1080 }}
    />
  )
}
