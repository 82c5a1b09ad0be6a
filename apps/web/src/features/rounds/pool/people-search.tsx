import { useState } from 'react'
import { useText } from '../../../lib/language.tsx'
import { knownSkills, seatRole, skillName } from '../../../lib/round-words.ts'
import { Button, Checkbox, Input, Select } from '../../../ui/antd.ts'
import { PlacePicker } from '../../../ui/place-picker.tsx'
import { texts } from './texts.ts'
import type { PeopleAsked } from './use-people.ts'

interface PeopleSearchProps {
  readonly asked: PeopleAsked
  readonly host: string | null
  readonly window: { readonly from: string; readonly to: string }
  readonly onAsk: (asked: PeopleAsked) => void
}

const roles = ['leader', 'deputy', 'liaison', 'member'] as const

/** Whose pool, name, role, skill, free in the window, no tie to the host. */
export function PeopleSearch({ asked, host, window, onAsk }: PeopleSearchProps) {
  const t = useText()
  const [q, setQ] = useState(asked.q ?? '')
  const ask = (part: Readonly<Record<string, string | undefined>>) => {
    const next = { ...asked, q, ...part }
    onAsk(Object.fromEntries(Object.entries(next).filter(([, value]) => value !== '' && value !== undefined)) as PeopleAsked)
  }
  return (
    <form
      className="round-search people-search"
      role="search"
      onSubmit={(event) => {
        event.preventDefault()
        ask({})
      }}
    >
      <PlacePicker
        label={t(texts.authority)}
        allowClear={false}
        value={asked.authority}
        onChange={(authority) => (authority === null ? undefined : ask({ authority }))}
      />
      <Input
        aria-label={t(texts.keyword)}
        placeholder={t(texts.keyword)}
        value={q}
        onChange={(event) => setQ(event.target.value)}
      />
      <Select
        aria-label={t(texts.allRoles)}
        value={asked.role ?? ''}
        onChange={(role) => ask({ role })}
        options={[{ value: '', label: t(texts.allRoles) }, ...roles.map((role) => ({ value: role, label: t(seatRole(role)) }))]}
      />
      <Select
        aria-label={t(texts.allSkills)}
        value={asked.skill ?? ''}
        onChange={(skill) => ask({ skill })}
        options={[
          { value: '', label: t(texts.allSkills) },
          ...knownSkills.map((skill) => ({ value: skill, label: t(skillName(skill)) })),
        ]}
      />
      <Button htmlType="submit">{t(texts.search)}</Button>
      <Checkbox
        checked={asked.freeFrom !== undefined}
        onChange={(event) =>
          ask(event.target.checked ? { freeFrom: window.from, freeTo: window.to } : { freeFrom: undefined, freeTo: undefined })
        }
      >
        {t(texts.free)}
      </Checkbox>
      {host === null ? null : (
        <Checkbox
          checked={asked.noTieTo !== undefined}
          onChange={(event) => ask({ noTieTo: event.target.checked ? host : undefined })}
        >
          {t(texts.noTie)}
        </Checkbox>
      )}
    </form>
  )
}
