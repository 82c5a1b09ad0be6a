import type { SealedReport } from '@shengmian/contract'
import { concretenessOf, topicsOf, threadsOf, type Trait } from '@shengmian/triage'
import { useEffect, useRef, useState, type ReactNode } from 'react'
import { longDay } from '../../lib/dates.ts'
import { useLanguage, useText } from '../../lib/language.tsx'
import { Button } from '../../ui/antd.ts'
import { Sheet } from '../../ui/page.tsx'
import { Attachments } from './attachments.tsx'
import { CardLine } from './card-verdict.tsx'
import type { Cards } from './cards.ts'
import { DecisionDialog } from './decision-dialog.tsx'
import type { Keys } from './key-files.ts'
import { NameDialog } from './name-dialog.tsx'
import type { Opened } from './opened-reports.ts'
import { channels, kinds, living, opened as texts, printed, ratings, threadFaults, traits } from './opened-texts.ts'
import { ReferDialog } from './refer-dialog.tsx'
import { Replies } from './replies.tsx'
import type { ReportPlaces } from './report-places.ts'
import { Stages } from './stages.tsx'
import { texts as listTexts } from './texts.ts'

export interface OpenedReportProps {
  readonly desk: string
  readonly keys: Keys
  readonly shown: Opened
  readonly places: ReportPlaces
  /** What the list says of it; null where it is on none of the pages read so far. */
  readonly sealed: SealedReport | null
  readonly cards: Cards | null
  /** Everything open on this device. */
  readonly others: readonly Opened[]
  readonly onShow: (number: number) => void
  readonly matterPart: (report: {
    readonly desk: string
    readonly number: number
    readonly topic: { readonly zh: string; readonly kind: 'livelihood' | 'money' | 'power' | 'conduct' } | null
    readonly onAnswer: (text: string) => void
  }) => ReactNode
  readonly leadForm: (matter: string, onDropped: (number: string) => void) => ReactNode
}

/** One report, as it was told, and what can be done with it. */
export function OpenedReport({
  desk,
  keys,
  shown,
  places,
  sealed,
  cards,
  others,
  onShow,
  matterPart,
  leadForm,
}: OpenedReportProps) {
  const t = useText()
  const { language } = useLanguage()
  const [doing, setDoing] = useState<'decide' | 'name' | 'refer' | null>(null)
  const [name, setName] = useState<{ readonly name: string; readonly reach: string } | null>(null)
  const [answeredOn, setAnsweredOn] = useState<string | null>(null)
  const [words, setWords] = useState('')
  const { number, day, report } = shown
  const head = useRef<HTMLDivElement>(null)
  // In one column the list stands below; whoever opens one from it is taken to it.
  useEffect(() => {
    // Newer browsers answer a promise here, which must not be taken for a clean-up.
    head.current?.scrollIntoView({ block: 'nearest' })
  }, [])
  const decision = sealed?.decision ?? null
  const topics = topicsOf(report.text)
  return (
    <Sheet label={t(listTexts.no, { n: number })}>
      <div ref={head} className="block-head report-head">
        <h2 className="number">{t(listTexts.no, { n: number })}</h2>
        <span className="muted">{longDay(day, language)}</span>
        <span className="spring" />
        <Button size="small" onClick={() => setDoing('refer')}>
          {t(texts.refer)}
        </Button>
        <Button size="small" type="primary" onClick={() => setDoing('decide')}>
          {t(decision === null ? listTexts.decide : listTexts.decideAgain)}
        </Button>
      </div>
      <Stages
        desk={desk}
        number={number}
        received={day}
        topic={topics[0]?.topic ?? null}
        decision={decision}
        answeredOn={answeredOn}
      />
      <p className="report-text">{report.text}</p>
      <dl className="report-facts">
        <dt>{t(texts.village)}</dt>
        <dd>{places.nameOf(report) ?? t(texts.noVillage)}</dd>
        <dt>{t(texts.channel)}</dt>
        <dd>
          {t(channels[report.channel])}
          {report.lives === null ? '' : `，${t(living[report.lives])}`}
        </dd>
        {report.poster === null ? null : (
          <>
            <dt>{t(texts.poster)}</dt>
            <dd>{places.codeOf(report.poster, (medium) => t(printed[medium]))}</dd>
          </>
        )}
        <dt>{t(texts.card)}</dt>
        <dd>
          <CardLine shown={shown} cards={cards} opened={new Set(others.map((one) => one.number))} onShow={onShow} />
        </dd>
        {report.category === null ? null : (
          <>
            <dt>{t(texts.category)}</dt>
            <dd>{report.category}</dd>
          </>
        )}
        {report.rating === null ? null : (
          <>
            <dt>{t(texts.rating)}</dt>
            <dd>{t(ratings[report.rating])}</dd>
          </>
        )}
        <dt>{t(texts.lives)}</dt>
        <dd>
          {report.named === null ? t(texts.anonymous) : name === null ? t(texts.named) : `${name.name}，${name.reach}`}{' '}
          {report.named === null || name !== null ? null : (
            <button type="button" className="button-link" onClick={() => setDoing('name')}>
              {t(texts.openName)}
            </button>
          )}
        </dd>
        <dt>{t(texts.topics)}</dt>
        <dd>
          {topics.length === 0
            ? t(texts.noTopic)
            : topics.map(({ topic }) => `${topic[language]}（${t(kinds[topic.kind])}）`).join('、')}
          {topics[0] === undefined ? null : (
            <span className="sealed-note" title={topics[0].words.join('、')}>
              {t(texts.topicsWhy)}
              {topics[0].topic.direction[language]}
            </span>
          )}
        </dd>
        <Concreteness text={report.text} hasAttachment={report.attachments.length > 0} />
        {report.answers === null ? null : (
          <>
            <dt>{t(texts.answers)}</dt>
            <dd>
              {report.answers.given.map(({ question, answer }) => (
                <div key={question}>
                  {question}：{answer}
                </div>
              ))}
            </dd>
          </>
        )}
        {decision === null ? null : (
          <>
            <dt>{t(listTexts.state)}</dt>
            <dd>
              <span className="number">{decision.number}</span>
              <span className="sealed-note">
                {decision.addressee === null ? '' : `${decision.addressee}。`}
                {decision.reason}（{t(listTexts.by, { by: decision.by, day: longDay(decision.on, language) })}）
              </span>
            </dd>
          </>
        )}
      </dl>
      <Attachments desk={desk} number={number} attachments={report.attachments} />
      <SameReporter shown={shown} others={others} onShow={onShow} />
      {matterPart({ desk, number, topic: topics[0]?.topic ?? null, onAnswer: setWords })}
      <Replies
        desk={desk}
        keys={keys}
        shown={shown}
        decision={decision}
        text={words}
        onText={setWords}
        onAnswered={setAnsweredOn}
      />
      {doing === 'decide' ? <DecisionDialog desk={desk} number={number} onClose={() => setDoing(null)} /> : null}
      {doing === 'name' ? <NameDialog desk={desk} shown={shown} onName={setName} onClose={() => setDoing(null)} /> : null}
      {doing === 'refer' ? (
        <ReferDialog desk={desk} number={number} text={report.text} leadForm={leadForm} onClose={() => setDoing(null)} />
      ) : null}
    </Sheet>
  )
}

function Concreteness({ text, hasAttachment }: { readonly text: string; readonly hasAttachment: boolean }) {
  const t = useText()
  const { score, said } = concretenessOf(text, { hasAttachment })
  return (
    <>
      <dt>{t(texts.concrete, { n: score })}</dt>
      <dd title={t(texts.concreteWhy)}>
        {(Object.entries(said) as [Trait, string | null][]).map(([trait, words]) => (
          <span key={trait} className={words === null ? 'trait trait-unsaid' : 'trait'}>
            {t(traits[trait])}
            {words === null ? '' : `：${words}`}
          </span>
        ))}
        <span className="sealed-note">{t(texts.concreteWhy)}</span>
      </dd>
    </>
  )
}

function SameReporter({
  shown,
  others,
  onShow,
}: {
  readonly shown: Opened
  readonly others: readonly Opened[]
  readonly onShow: (number: number) => void
}) {
  const t = useText()
  const messages = others.map(({ number, hash, report: { verify, seq, prev } }) => ({ number, hash, verify, seq, prev }))
  const thread = threadsOf(messages).find(({ verify }) => verify === shown.report.verify)
  if (thread === undefined || (thread.messages.length < 2 && thread.faults.length === 0)) return null
  return (
    <p className="report-thread">
      {t(texts.thread)}：
      {thread.messages.map(({ number }) =>
        number === shown.number ? (
          <strong key={number}>{t(listTexts.no, { n: number })}　</strong>
        ) : (
          <button key={number} type="button" className="button-link is-name" onClick={() => onShow(number)}>
            {t(listTexts.no, { n: number })}　
          </button>
        ),
      )}
      {thread.faults.map((fault) => (
        <span key={fault} className="unverified">
          {t(threadFaults[fault])}
        </span>
      ))}
    </p>
  )
}
