import { readRound } from '@shengmian/contract'
import { useParams } from '@tanstack/react-router'
import { CheckStep } from '../features/rounds/check/check-step.tsx'
import { RulesStep } from '../features/rounds/rules/rules-step.tsx'
import { SettingsStep } from '../features/rounds/settings/settings-step.tsx'
import { TargetsStep } from '../features/rounds/targets/targets-step.tsx'
import { TeamsStep } from '../features/rounds/teams/teams-step.tsx'
import { useText } from '../lib/language.tsx'
import { useRead } from '../lib/use-endpoint.ts'
import { Loading } from '../ui/loading.tsx'
import { Refused } from '../ui/refused.tsx'
import { NotFoundPage } from './not-found-page.tsx'

const texts = { what: { zh: '轮次', en: 'the round' } }

/** A step of planning a round that stands. */
export function RoundPlanPage() {
  const t = useText()
  const { round: id, step } = useParams({ from: '/frame/rounds/$round/plan/$step' })
  const { data: round, error, refetch } = useRead(readRound, { params: { round: id } })
  if (error !== null) return <Refused error={error} onRetry={() => void refetch()} />
  if (round === undefined) return <Loading what={t(texts.what)} />
  switch (step) {
    case 'settings':
      return <SettingsStep key={id} authority={round.authority} round={round} />
    case 'targets':
      return <TargetsStep key={id} round={round} />
    case 'teams':
      return <TeamsStep key={id} round={round} />
    case 'rules':
      return <RulesStep key={id} round={round} />
    case 'check':
      return <CheckStep key={id} round={round} />
    default:
      return <NotFoundPage />
  }
}
