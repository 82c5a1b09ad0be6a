import { Link } from '@tanstack/react-router'
import { useText } from '../../lib/language.tsx'
import './board-pages.css'

const pages = [
  { to: '/rounds/$round/board', title: { zh: '编组', en: 'Board' } },
  { to: '/rounds/$round/board/roster', title: { zh: '成员名单', en: 'Roster' } },
  { to: '/rounds/$round/board/versions', title: { zh: '各版方案', en: 'Versions' } },
  { to: '/rounds/$round/board/waivers', title: { zh: '例外', en: 'Exceptions' } },
] as const

const label = { zh: '方案的页面', en: 'Pages of the plan' }

/** The four views of one plan. */
export function BoardPages({ round }: { readonly round: string }) {
  const t = useText()
  return (
    <nav className="board-pages" aria-label={t(label)}>
      {pages.map((page) => (
        <Link
          key={page.to}
          to={page.to}
          params={{ round }}
          search={{}}
          activeOptions={{ exact: true, includeSearch: false }}
          activeProps={{ className: 'here' }}
        >
          {t(page.title)}
        </Link>
      ))}
    </nav>
  )
}
