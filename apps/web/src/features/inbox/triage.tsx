import { concretenessOf, groupSimilar, meansByMode, rankTopics, trustByWeek } from '@shengmian/triage'
import { useLanguage, useText } from '../../lib/language.tsx'
import { Empty } from '../../ui/empty.tsx'
import { Sheet } from '../../ui/page.tsx'
import type { Cards } from './cards.ts'
import { Figures } from './figures.tsx'
import type { Opened } from './opened-reports.ts'
import { kinds, opened as texts } from './opened-texts.ts'
import type { ReportPlaces } from './report-places.ts'
import { SimilarCards } from './similar-cards.tsx'
import { VillageFigures } from './village-figures.tsx'

/** A stay is of weeks; of a longer one the last are shown. */
const SHOWN_WEEKS = 8

interface TriageProps {
  readonly opened: readonly Opened[]
  readonly cards: Cards | null
  readonly begins: string
  readonly mode: string
  readonly places: ReportPlaces
  readonly onShow: (number: number) => void
}

/** What the reports that are open here say together. */
export function Triage({ opened, cards, begins, mode, places, onShow }: TriageProps) {
  const t = useText()
  const { language } = useLanguage()
  if (opened.length === 0)
    return (
      <Sheet>
        <Empty title={t(texts.nothingOpen)}>{t(texts.nothingOpenWhy)}</Empty>
      </Sheet>
    )
  const inOrder = [...opened].sort((a, b) => a.number - b.number)
  const named = inOrder.map(({ number, report }) => ({ id: String(number), text: report.text }))
  const first = inOrder.filter(({ report }) => report.seq === 1)
  const means = meansByMode(
    first.map(({ report }) => ({
      mode,
      score: concretenessOf(report.text, { hasAttachment: report.attachments.length > 0 }).score,
    })),
  )
  // The day on which the server took it, since the one inside is the phone's.
  const weeks = trustByWeek(
    first.map(({ number, day, report, card }) => ({
      day,
      isVisit: report.channel === 'visit',
      isNamed: report.named !== null,
      isNewHousehold: cards?.verdictOf(number, card).kind === 'valid',
    })),
    begins,
  )
  return (
    <>
      <p className="muted inbox-office">{t(texts.cardsWhy, { n: opened.length })}</p>
      <div className="inbox-triage">
        <SimilarCards groups={groupSimilar(named)} opened={opened} onShow={onShow} />
        <div className="inbox-side">
          <Figures title={t(texts.topicRank)} head={[texts.topicRank, texts.count, texts.direction].map((text) => t(text))}>
            {rankTopics(named).map(({ topic, reports }) => (
              <tr key={topic.id}>
                <td>
                  {topic[language]} <span className="muted">{t(kinds[topic.kind])}</span>
                </td>
                <td className="number">
                  {reports.length}
                  <span className="sealed-note">{reports.map(({ id }) => id).join('、')}</span>
                </td>
                <td>{topic.direction[language]}</td>
              </tr>
            ))}
          </Figures>
          <Figures
            title={t(texts.trust)}
            note={t(texts.trustWhy)}
            head={[t(texts.weeks), t(texts.visits), t(texts.count), t(texts.households), t(texts.named), t(texts.shareNamed)]}
          >
            {weeks.slice(-SHOWN_WEEKS).map(({ week, visits, reports, households, named: signed, share }) => (
              <tr key={week}>
                <td>{t(texts.week, { n: week })}</td>
                <td className="number">{visits}</td>
                <td className="number">{reports}</td>
                <td className="number">{households}</td>
                <td className="number">{signed}</td>
                <td className="number">{share === null ? '—' : `${Math.round(share * 100)} %`}</td>
              </tr>
            ))}
          </Figures>
          <VillageFigures reports={inOrder.map(({ report }) => report)} begins={begins} places={places} />
          <Figures title={t(texts.means)} note={t(texts.meansWhy)} head={[t(texts.mode), t(texts.count), t(texts.means)]}>
            {means.map((mean) => (
              <tr key={mean.mode}>
                <td>{mean.mode}</td>
                <td className="number">{mean.reports}</td>
                <td className="number">{mean.mean.toFixed(1)}</td>
              </tr>
            ))}
          </Figures>
        </div>
      </div>
    </>
  )
}
