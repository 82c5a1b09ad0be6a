import { readSecondFactors } from '@shengmian/contract'
import { Link } from '@tanstack/react-router'
import { LeadDesk } from '../features/leads/lead-desk.tsx'
import { texts } from '../features/leads/texts.ts'
import { useLeadsStep, useSession } from '../features/session/api.ts'
import { SecondStepForm } from '../features/session/second-step-form.tsx'
import { useText } from '../lib/language.tsx'
import { useRead } from '../lib/use-endpoint.ts'
import { Empty } from '../ui/empty.tsx'
import { Loading } from '../ui/loading.tsx'
import { Page, Sheet } from '../ui/page.tsx'
import { Refused } from '../ui/refused.tsx'

/** The desk of leads, behind its own step. */
export function LeadsPage() {
  const t = useText()
  const { data: session } = useSession()
  const until = session?.leadsUntil ?? null
  const isOpen = until !== null && Date.parse(until) > Date.now()
  const factors = useRead(readSecondFactors, {}, { enabled: !isOpen })
  const step = useLeadsStep()
  if (isOpen) return <LeadDesk />
  if (factors.error !== null) return <Refused error={factors.error} onRetry={() => void factors.refetch()} />
  if (factors.data === undefined) return <Loading what={t(texts.inbox)} rows={3} />
  const { hasTotp, passkeys } = factors.data
  const ways = [...(hasTotp ? (['totp'] as const) : []), ...(passkeys.length > 0 ? (['passkey'] as const) : [])]
  if (ways.length === 0)
    return (
      <Page title={t(texts.inbox)}>
        <Sheet>
          <Empty title={t(texts.noFactor)} act={<Link to="/account-security">{t(texts.toSecurity)}</Link>}>
            {t(texts.noFactorWhy)}
          </Empty>
        </Sheet>
      </Page>
    )
  return (
    <div className="sign-in-page">
      <SecondStepForm
        title={texts.stepTitle}
        done={texts.enter}
        ways={ways}
        isBusy={step.isPending}
        error={step.error}
        onStep={(wish) => step.mutate(wish)}
      >
        <p className="muted">{t(texts.stepWhy)}</p>
      </SecondStepForm>
    </div>
  )
}
