import { Link, useRouterState } from '@tanstack/react-router'
import { useText } from '../../lib/language.tsx'

const tabs = [
  { path: '', title: { zh: '题目', en: 'Questions' } },
  { path: '/batches', title: { zh: '发放与录入', en: 'Issue and entry' } },
  { path: '/results', title: { zh: '结果', en: 'Results' } },
]

/** The pages of one questionnaire. */
export function SurveyTabs({ round, questionnaire }: { readonly round: string; readonly questionnaire: string }) {
  const t = useText()
  const here = useRouterState({ select: (state) => state.location.pathname })
  const base = `/rounds/${round}/questionnaires/${questionnaire}`
  return (
    <span className="survey-tabs">
      {tabs.map(({ path, title }) => (
        <Link
          key={path}
          to={`${base}${path}`}
          activeOptions={{ exact: true }}
          aria-current={here === `${base}${path}` ? 'page' : undefined}
        >
          {t(title)}
        </Link>
      ))}
    </span>
  )
}
