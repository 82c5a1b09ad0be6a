import { listBlackouts, putBlackout, removeBlackout } from '@shengmian/contract'
import { useState } from 'react'
import { longDay, shortDay } from '../../../lib/dates.ts'
import { useLanguage, useText } from '../../../lib/language.tsx'
import { refreshRound, useAct, useRead } from '../../../lib/use-endpoint.ts'
import { App, Button } from '../../../ui/antd.ts'
import { Empty } from '../../../ui/empty.tsx'
import { Loading } from '../../../ui/loading.tsx'
import { Refused } from '../../../ui/refused.tsx'
import { texts, windowTexts } from './texts.ts'
import { WindowDialog, type Blackout } from './window-dialog.tsx'

interface WindowsPanelProps {
  readonly plan: string
  readonly within: string
  readonly mayChange: boolean
}

/** The days on which places may not be visited, each with reason and basis. */
export function WindowsPanel({ plan, within, mayChange }: WindowsPanelProps) {
  const t = useText()
  const { language } = useLanguage()
  const { modal } = App.useApp()
  const [edited, setEdited] = useState<Blackout | 'new' | null>(null)
  const list = useRead(listBlackouts, { params: { plan } })
  const refresh = refreshRound(plan)
  const put = useAct(putBlackout, refresh)
  const remove = useAct(removeBlackout, refresh)
  const items = list.data?.items ?? []
  const open = (what: Blackout | 'new') => {
    put.reset()
    setEdited(what)
  }
  const daysOf = ({ from, to, yearly }: Blackout): string =>
    yearly
      ? t(windowTexts.everyYear, { from: shortDay(from, language), to: shortDay(to, language) })
      : `${longDay(from, language)}—${longDay(to, language)}`
  const add = mayChange ? (
    <Button type="primary" onClick={() => open('new')}>
      {t(windowTexts.add)}
    </Button>
  ) : null
  const askRemove = (blackout: Blackout) =>
    void modal.confirm({
      title: t(windowTexts.removeSure, { reason: blackout.reason }),
      content: t(windowTexts.removeWhy),
      okText: t(windowTexts.remove),
      okButtonProps: { danger: true },
      onOk: () => remove.mutateAsync({ params: { plan, blackout: blackout.id } }),
    })
  return (
    <>
      {list.error === null ? null : <Refused error={list.error} onRetry={() => void list.refetch()} />}
      {remove.error === null ? null : <Refused error={remove.error} />}
      {list.isPending ? <Loading what={t(windowTexts.what)} /> : null}
      {list.isSuccess && items.length === 0 ? (
        <Empty title={t(windowTexts.none)} act={add}>
          {t(windowTexts.noneWhy)}
        </Empty>
      ) : null}
      {items.length === 0 ? null : (
        <>
          {add === null ? null : (
            <div className="block-head">
              <span className="spring" />
              {add}
            </div>
          )}
          <div className="term-calendar-list">
            <table className="list">
              <thead>
                <tr>
                  <th>{t(windowTexts.place)}</th>
                  <th>{t(windowTexts.kind)}</th>
                  <th>{t(windowTexts.days)}</th>
                  <th>{t(windowTexts.reason)}</th>
                  <th>{t(windowTexts.source)}</th>
                  <th>{t(windowTexts.by)}</th>
                  <th />
                </tr>
              </thead>
              <tbody>
                {items.map((blackout) => (
                  <tr key={blackout.id}>
                    <td>
                      {blackout.place.name} <span className="muted number">{blackout.place.code}</span>
                    </td>
                    <td>{t(texts.kinds[blackout.kind])}</td>
                    <td className="number">{daysOf(blackout)}</td>
                    <td>{blackout.reason}</td>
                    <td className="muted">{blackout.source}</td>
                    <td className="muted">{blackout.by}</td>
                    <td className="right">
                      {mayChange ? (
                        <span className="term-calendar-acts">
                          <button
                            type="button"
                            className="button-link"
                            aria-label={`${t(windowTexts.edit)} ${blackout.reason}`}
                            onClick={() => open(blackout)}
                          >
                            {t(windowTexts.edit)}
                          </button>
                          <button
                            type="button"
                            className="button-link"
                            aria-label={`${t(windowTexts.remove)} ${blackout.reason}`}
                            onClick={() => askRemove(blackout)}
                          >
                            {t(windowTexts.remove)}
                          </button>
                        </span>
                      ) : null}
                    </td>
                  </tr>
                ))}
              </tbody>
            </table>
          </div>
        </>
      )}
      {edited === null ? null : (
        <WindowDialog
          window={edited === 'new' ? null : edited}
          within={within}
          isBusy={put.isPending}
          error={put.error}
          onClose={() => setEdited(null)}
          onDone={(blackout, body) => put.mutate({ params: { plan, blackout }, body }, { onSuccess: () => setEdited(null) })}
        />
      )}
    </>
  )
}
