import { readRound } from '@shengmian/contract'
import { Link, Outlet, useParams, useRouterState } from '@tanstack/react-router'
import { useHoldsAbove } from '../features/session/api.ts'
import { useText, type Text } from '../lib/language.tsx'
import { roundStates } from '../lib/round-words.ts'
import { useRead } from '../lib/use-endpoint.ts'
import { bringIntoSight } from '../ui/bring-into-sight.ts'
import './round-frame.css'

const texts = {
  pages: { zh: '本轮页面', en: 'Pages of the round' },
  overview: { zh: '轮次概况', en: 'Overview' },
  plan: { zh: '编制', en: 'Planning' },
  modes: { zh: '方式比选', en: 'Compare modes' },
  rotation: { zh: '片区轮转', en: 'Zone cycle' },
  board: { zh: '派遣编组', en: 'Board' },
  draws: { zh: '抽签', en: 'Draw' },
  arrows: { zh: '谁查谁', en: 'Who inspects whom' },
  orders: { zh: '授权', en: 'Orders' },
  certificates: { zh: '回避审查表', en: 'Certificates' },
  desk: { zh: '收件点', en: 'Desk' },
  inbox: { zh: '收件箱', en: 'Inbox' },
  lateTies: { zh: '补报关系', en: 'Late ties' },
  findings: { zh: '问题', en: 'Findings' },
  corrections: { zh: '立行立改', en: 'Corrections' },
  questionnaires: { zh: '问卷', en: 'Questionnaires' },
}

/** `forTeam`: what somebody under an order, and a sending or host body, works with; the others are for the body whose round it is. */
const tabs: readonly { readonly path: string; readonly title: Text; readonly forTeam?: true }[] = [
  { path: '', title: texts.overview, forTeam: true },
  { path: '/plan', title: texts.plan },
  { path: '/modes', title: texts.modes },
  { path: '/rotation', title: texts.rotation },
  { path: '/board', title: texts.board },
  { path: '/draws', title: texts.draws },
  { path: '/arrows', title: texts.arrows },
  { path: '/orders', title: texts.orders },
  { path: '/certificates', title: texts.certificates },
  { path: '/late-ties', title: texts.lateTies },
  { path: '/desk', title: texts.desk, forTeam: true },
  { path: '/inbox', title: texts.inbox, forTeam: true },
  { path: '/findings', title: texts.findings, forTeam: true },
  { path: '/corrections', title: texts.corrections, forTeam: true },
  { path: '/questionnaires', title: texts.questionnaires, forTeam: true },
]

/** Which round, in what state, and the row of its pages; below it the page. */
export function RoundFrame() {
  const t = useText()
  const { round } = useParams({ from: '/frame/rounds/$round' })
  const path = useRouterState({ select: (state) => state.location.pathname })
  const { data } = useRead(readRound, { params: { round } })
  const base = `/rounds/${round}`
  const plans = useHoldsAbove(['office', 'leading-group'], data?.authority.code)
  const shown = plans ? tabs : tabs.filter((tab) => tab.forTeam)
  return (
    <div className="round-frame">
      <nav className="round-tabs" aria-label={t(texts.pages)}>
        <span className="round-name" title={data?.title}>
          {data === undefined ? null : (
            <>
              <strong>{data.title}</strong> <span className="muted">{t(roundStates[data.state])}</span>
            </>
          )}
        </span>
        {shown.map((tab) => {
          const isHere = tab.path === '' ? path === base || path === `${base}/` : path.startsWith(`${base}${tab.path}`)
          return (
            <Link
              key={tab.path}
              to={`${base}${tab.path}`}
              ref={isHere ? bringIntoSight : null}
              className={isHere ? 'here' : ''}
              aria-current={isHere ? 'page' : undefined}
            >
              {t(tab.title)}
            </Link>
          )
        })}
      </nav>
      <Outlet />
    </div>
  )
}
