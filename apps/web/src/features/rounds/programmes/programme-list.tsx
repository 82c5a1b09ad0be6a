import { createProgramme, listProgrammes } from '@shengmian/contract'
import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import { longDay } from '../../../lib/dates.ts'
import { useLanguage, useText } from '../../../lib/language.tsx'
import { roundModes } from '../../../lib/round-words.ts'
import { useAct, useRead } from '../../../lib/use-endpoint.ts'
import { Button } from '../../../ui/antd.ts'
import { Empty } from '../../../ui/empty.tsx'
import { Loading } from '../../../ui/loading.tsx'
import { Page, Sheet } from '../../../ui/page.tsx'
import { Refused } from '../../../ui/refused.tsx'
import { ProgrammeDialog } from './programme-dialog.tsx'
import { texts } from './texts.ts'
import '../parts/rounds.css'

/** Programmes of the reader's office and those addressed to it. */
export function ProgrammeList({ authority }: { readonly authority: string | null }) {
  const t = useText()
  const { language } = useLanguage()
  const [isOpen, setOpen] = useState(false)
  const programmes = useRead(listProgrammes, {})
  const create = useAct(createProgramme, (queries) => queries.invalidateQueries({ queryKey: ['listProgrammes'] }))
  const items = programmes.data?.items ?? []
  return (
    <Page
      title={t(texts.title)}
      acts={
        authority === null ? null : (
          <Button type="primary" onClick={() => setOpen(true)}>
            {t(texts.create)}
          </Button>
        )
      }
    >
      <Sheet label={t(texts.title)}>
        {programmes.isPending ? <Loading what={t(texts.what)} /> : null}
        {programmes.error === null ? null : <Refused error={programmes.error} onRetry={() => void programmes.refetch()} />}
        {programmes.isSuccess && items.length === 0 ? <Empty title={t(texts.none)}>{t(texts.noneWhy)}</Empty> : null}
        {items.length === 0 ? null : (
          <table className="list">
            <thead>
              <tr>
                <th>{t(texts.name)}</th>
                <th>{t(texts.authority)}</th>
                <th>{t(texts.mode)}</th>
                <th>{t(texts.window)}</th>
                <th className="right">{t(texts.bodies)}</th>
                <th className="right">{t(texts.received)}</th>
                <th>{t(texts.state)}</th>
              </tr>
            </thead>
            <tbody>
              {items.map((programme) => (
                <tr key={programme.id}>
                  <td>
                    <Link className="row-act" to="/programmes/$programme" params={{ programme: programme.id }}>
                      {programme.title}
                    </Link>
                  </td>
                  <td>{programme.authority.name}</td>
                  <td>{t(roundModes[programme.mode])}</td>
                  <td className="number">
                    {longDay(programme.starts, language)}—{longDay(programme.ends, language)}
                  </td>
                  <td className="right number">{programme.bodies.length}</td>
                  <td className="right number">
                    {programme.received} / {programme.bodies.length}
                  </td>
                  <td>{t(texts.states[programme.state])}</td>
                </tr>
              ))}
            </tbody>
          </table>
        )}
      </Sheet>
      {isOpen && authority !== null ? (
        <ProgrammeDialog
          authority={authority}
          isBusy={create.isPending}
          error={create.error}
          onClose={() => setOpen(false)}
          onDone={(body) => create.mutate({ body }, { onSuccess: () => setOpen(false) })}
        />
      ) : null}
    </Page>
  )
}
