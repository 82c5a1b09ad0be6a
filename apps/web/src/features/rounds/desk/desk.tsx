import { Link } from '@tanstack/react-router'
import { Fragment } from 'react'
import { isoDay, longDay, shortDay } from '../../../lib/dates.ts'
import { useLanguage, useText } from '../../../lib/language.tsx'
import { Button } from '../../../ui/antd.ts'
import { Empty } from '../../../ui/empty.tsx'
import { Light } from '../../../ui/light.tsx'
import { Loading } from '../../../ui/loading.tsx'
import { Page, Sheet } from '../../../ui/page.tsx'
import { Refused } from '../../../ui/refused.tsx'
import { bandOf, deskRows, type Band, type DeskRow } from './desk-rows.ts'
import { DeskAside } from './desk-aside.tsx'
import { useOpenRounds } from './use-open-rounds.ts'
import '../parts/rounds.css'
import '../parts/warnings.css'
import './desk.css'

const texts = {
  title: { zh: '待我办 {n}件', en: '{n} to do' },
  waiting: { zh: '待我办', en: 'To do' },
  what: { zh: '待办事项', en: 'what waits' },
  light: { zh: '灯', en: 'Light' },
  act: { zh: '我要做什么', en: 'What to do' },
  object: { zh: '对象', en: 'Object' },
  why: { zh: '为什么在我这里', en: 'Why it is here' },
  due: { zh: '原定期限', en: 'Original date' },
  left: { zh: '还剩 / 逾期', en: 'Left / late' },
  leftDays: { zh: '剩{n}天', en: '{n} days' },
  lateDays: { zh: '逾期{n}天', en: '{n} days late' },
  today: { zh: '今天', en: 'today' },
  bands: {
    late: { zh: '已逾期', en: 'Late' },
    today: { zh: '今天到期', en: 'Due today' },
    soon: { zh: '7天内', en: 'Within 7 days' },
    later: { zh: '以后', en: 'Later' },
  },
  count: { zh: '{n}件', en: '{n}' },
  total: { zh: '合计', en: 'Total' },
  byDays: { zh: '期限按日历日计', en: 'counted in calendar days' },
  none: { zh: '没有等您办的事', en: 'Nothing waits for you' },
  noneWhy: {
    zh: '轮次到了您这一步、方案排出、有人补报关系、有事实未核或有事等您批准时，会列在这里，逾期的在前。',
    en: 'When a round reaches your step, a plan is ready, a tie is declared late or a fact is unverified, it is listed here, the latest first.',
  },
  rounds: { zh: '看轮次计划', en: 'See the rounds' },
}
const bands: readonly Band[] = ['late', 'today', 'soon', 'later']
const lights = { late: 'red', today: 'yellow', soon: 'blue', later: 'none' } as const

/** What waits for the reader, the latest first. */
export function Desk({ authority, isOffice }: { readonly authority: string; readonly isOffice: boolean }) {
  const t = useText()
  const { language } = useLanguage()
  const open = useOpenRounds(authority)
  const today = isoDay(new Date())
  const rows = deskRows(open.rounds, today, isOffice)
  return (
    <Page
      title={open.isPending ? t(texts.waiting) : t(texts.title, { n: rows.length })}
      note={
        <span className="band-counts">
          {bands
            .map((band) => [band, rows.filter((row) => bandOf(row.days) === band).length] as const)
            .filter(([, count]) => count > 0)
            .map(([band, count]) => (
              <span key={band} className={band === 'late' ? 'late' : ''}>
                <Light colour={band === 'late' ? 'red' : 'none'} /> {t(texts.bands[band])} {count}
              </span>
            ))}
        </span>
      }
      aside={<DeskAside rounds={open.rounds} isPending={open.isPending} />}
    >
      {open.error === null ? null : <Refused error={open.error} onRetry={open.retry} />}
      <Sheet label={t(texts.title, { n: rows.length })}>
        {open.isPending && rows.length === 0 ? <Loading what={t(texts.what)} rows={8} /> : null}
        {!open.isPending && open.error === null && rows.length === 0 ? (
          <Empty
            title={t(texts.none)}
            act={
              <Link to="/rounds">
                <Button type="primary">{t(texts.rounds)}</Button>
              </Link>
            }
          >
            {t(texts.noneWhy)}
          </Empty>
        ) : null}
        {rows.length === 0 ? null : (
          <table className="list desk-list">
            <thead>
              <tr>
                <th>{t(texts.light)}</th>
                <th>{t(texts.act)}</th>
                <th>{t(texts.object)}</th>
                <th>{t(texts.why)}</th>
                <th>{t(texts.due)}</th>
                <th>{t(texts.left)}</th>
                <th />
              </tr>
            </thead>
            <tbody>
              {bands.map((band) => {
                const inside = rows.filter((row) => bandOf(row.days) === band)
                if (inside.length === 0) return null
                return (
                  <Fragment key={band}>
                    <tr className="sum-row">
                      <td colSpan={7} className={band === 'late' ? 'late' : ''}>
                        {t(texts.bands[band])} <span className="muted number">{t(texts.count, { n: inside.length })}</span>
                      </td>
                    </tr>
                    {inside.map((row) => (
                      <tr key={row.key}>
                        <td>
                          <Light colour={lights[band]} />
                        </td>
                        <td>{t(row.act)}</td>
                        <td title={row.object}>{row.object}</td>
                        <td className="muted">{row.why[language]}</td>
                        <td className="number">
                          {row.due.slice(0, 4) === today.slice(0, 4) ? shortDay(row.due, language) : longDay(row.due, language)}
                        </td>
                        <td className="number">
                          <Left row={row} />
                        </td>
                        <td className="right">
                          {band === 'late' ? (
                            <Link to={row.to}>
                              <Button size="small" type="primary">
                                {t(row.act)}
                              </Button>
                            </Link>
                          ) : (
                            <Link className="row-act" to={row.to}>
                              {t(row.act)}
                            </Link>
                          )}
                        </td>
                      </tr>
                    ))}
                  </Fragment>
                )
              })}
            </tbody>
            <tfoot>
              <tr className="sum-row">
                <td />
                <td>{t(texts.total)}</td>
                <td className="number">{t(texts.count, { n: rows.length })}</td>
                <td colSpan={4} className="muted">
                  {t(texts.byDays)}
                </td>
              </tr>
            </tfoot>
          </table>
        )}
      </Sheet>
    </Page>
  )
}

function Left({ row }: { readonly row: DeskRow }) {
  const t = useText()
  if (row.days < 0) return <span className="late">{t(texts.lateDays, { n: -row.days })}</span>
  return row.days === 0 ? <strong>{t(texts.today)}</strong> : t(texts.leftDays, { n: row.days })
}
