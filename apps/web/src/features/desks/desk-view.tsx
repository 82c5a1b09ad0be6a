import { decideDesk, readDeskOfRound, type DeskOfRound } from '@shengmian/contract'
import { useState } from 'react'
import { shortInstant } from '../../lib/dates.ts'
import { useLanguage, useText } from '../../lib/language.tsx'
import { refreshRound, useAct, useRead } from '../../lib/use-endpoint.ts'
import { Button } from '../../ui/antd.ts'
import { Empty } from '../../ui/empty.tsx'
import { Loading } from '../../ui/loading.tsx'
import { Page, Sheet } from '../../ui/page.tsx'
import { Refused } from '../../ui/refused.tsx'
import { CeremonyLink } from './ceremony-link.tsx'
import { DayChart } from './day-chart.tsx'
import { DecisionDialog } from './decision-dialog.tsx'
import { DeskFacts } from './desk-facts.tsx'
import { DeskLinks } from './desk-links.tsx'
import { Epochs } from './epochs.tsx'
import { ProposeDialog, type Expected } from './propose-dialog.tsx'
import { Rehearsals } from './rehearsals.tsx'
import { Section } from './section.tsx'
import './desks.css'

const texts = {
  title: { zh: '收件点', en: 'Desk' },
  propose: { zh: '开设收件点', en: 'Propose a desk' },
  none: { zh: '本轮还没有收件点', en: 'The round has no desk' },
  noneWhy: {
    zh: '收件点是群众扫码反映、看答复的地方：先在断网电脑上用“收件钥匙”页做根钥；巡察办填公钥提出，另一人核对指纹后批准，再公布签发的钥匙。',
    en: 'Where villagers tell and read answers: a root is made offline on the ceremony page, the office proposes with its public key, another hand compares the fingerprint and approves, then signed keys are published.',
  },
  open: { zh: '正在收件', en: 'Open' },
  'no-keys': { zh: '没有今天可用的钥匙单，手机不能寄', en: 'No manifest for today: no phone can seal' },
  over: { zh: '已到期，不再收', en: 'Over' },
  reports: { zh: '收到{n}件', en: '{n} received' },
  waiting: { zh: '待批准', en: 'Waits for approval' },
  asked: { zh: '{name}于{at}提出', en: 'proposed by {name}, {at}' },
  declined: { zh: '{name}退回：{why}', en: 'declined by {name}: {why}' },
  check: { zh: '核对并决定', en: 'Compare and decide' },
  decide: { zh: '批准收件点', en: 'Approve the desk' },
  facts: { zh: '纸上印的', en: 'As printed' },
}

interface DeskViewProps {
  readonly round: string
  /** What the round says of a desk to come: the last day it is planned for, who sends and whom it inspects. */
  readonly expected: Expected
}

/** How a round's desk stands: proposal, keys, rehearsals, what came by day. */
export function DeskView({ round, expected }: DeskViewProps) {
  const t = useText()
  const { data, error, refetch } = useRead(readDeskOfRound, { params: { round } })
  const [isProposing, setProposing] = useState(false)
  if (error !== null) return <Refused error={error} onRetry={() => void refetch()} />
  if (data === undefined) return <Loading what={t(texts.title)} rows={5} />
  const { desk, mayPropose } = data
  const propose = mayPropose ? (
    <span className="desk-acts">
      <CeremonyLink />
      <Button type="primary" onClick={() => setProposing(true)}>
        {t(texts.propose)}
      </Button>
    </span>
  ) : null
  return (
    <Page
      title={t(texts.title)}
      note={desk === null ? '' : <DeskState desk={desk} />}
      acts={desk === null ? null : <DeskLinks round={round} here="desk" />}
    >
      <Proposals round={round} seen={data} />
      {desk === null && !data.proposals.some(({ state }) => state === 'asked') ? (
        <Sheet label={t(texts.title)}>
          <Empty title={t(texts.none)} act={propose}>
            {t(texts.noneWhy)}
          </Empty>
        </Sheet>
      ) : null}
      {desk === null ? null : (
        <>
          <Section title={t(texts.facts)}>
            <DeskFacts terms={desk} />
          </Section>
          <Epochs round={round} seen={data} />
          <Rehearsals round={round} desk={desk} mayRun={data.mayRun} />
          <DayChart round={round} />
        </>
      )}
      {isProposing ? <ProposeDialog round={round} expected={expected} onClose={() => setProposing(false)} /> : null}
    </Page>
  )
}

function DeskState({ desk }: { readonly desk: NonNullable<DeskOfRound['desk']> }) {
  const t = useText()
  return (
    <>
      <span className={desk.state === 'open' ? '' : 'desk-bad'}>{t(texts[desk.state])}</span>{' '}
      <span>{t(texts.reports, { n: desk.reports })}</span>
    </>
  )
}

function Proposals({ round, seen }: { readonly round: string; readonly seen: DeskOfRound }) {
  const t = useText()
  const { language } = useLanguage()
  const [looked, setLooked] = useState<DeskOfRound['proposals'][number] | null>(null)
  const decide = useAct(decideDesk, refreshRound(round))
  const close = () => {
    decide.reset()
    setLooked(null)
  }
  const shown = seen.proposals.filter(({ state }) => state !== 'approved')
  return (
    <>
      {shown.map((one) => (
        <Section
          key={one.id}
          title={t(one.state === 'asked' ? texts.waiting : texts.decide)}
          hint={
            one.state === 'asked'
              ? t(texts.asked, { name: one.askedBy, at: shortInstant(one.askedAt, language) })
              : t(texts.declined, { name: one.decidedBy ?? '', why: one.opinion ?? '' })
          }
          act={
            one.mayDecide ? (
              <Button type="primary" onClick={() => setLooked(one)}>
                {t(texts.check)}
              </Button>
            ) : null
          }
        >
          <DeskFacts terms={one} />
        </Section>
      ))}
      {looked === null ? null : (
        <DecisionDialog
          title={t(texts.decide)}
          isBusy={decide.isPending}
          error={decide.error}
          onClose={close}
          onDecide={(body) => decide.mutate({ params: { round, proposal: looked.id }, body }, { onSuccess: close })}
        >
          <DeskFacts terms={looked} />
        </DecisionDialog>
      )}
    </>
  )
}
