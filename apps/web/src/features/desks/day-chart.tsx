import { readIntakeDays, type NoticeChannel } from '@shengmian/contract'
import { shortDay } from '../../lib/dates.ts'
import { useLanguage, useText } from '../../lib/language.tsx'
import { useRead } from '../../lib/use-endpoint.ts'
import { Loading } from '../../ui/loading.tsx'
import { Refused } from '../../ui/refused.tsx'
import { channels } from './words.ts'
import { Section } from './section.tsx'

const texts = {
  title: { zh: '每天收到', en: 'Received by day' },
  hint: { zh: '件数含补充和代录；▼为宣传发布日', en: 'Messages of every channel; ▼ marks a publication' },
  none: { zh: '还没有收到，也没有发布过宣传。', en: 'Nothing has come, and nothing was published.' },
  chart: { zh: '{from}至{to}共收到{n}件，最多一天{most}件', en: '{n} from {from} to {to}, at most {most} a day' },
}

const HEIGHT = 96
const TOP = 26
const WIDE = 900

type Mark = { readonly day: string; readonly channel: NoticeChannel; readonly places: readonly string[] }

/** Reports by day, numbers only, with the days on which people were told. */
export function DayChart({ round }: { readonly round: string }) {
  const t = useText()
  const { language } = useLanguage()
  const { data, error, refetch } = useRead(readIntakeDays, { params: { round } })
  if (error !== null) return <Refused error={error} onRetry={() => void refetch()} />
  if (data === undefined) return <Loading what={t(texts.title)} rows={3} />
  const { days, marks } = data
  const most = Math.max(1, ...days.map(({ reports }) => reports))
  const all = days.reduce((sum, { reports }) => sum + reports, 0)
  const step = WIDE / Math.max(days.length, 14)
  const every = Math.ceil(days.length / 12)
  return (
    <Section title={t(texts.title)} hint={t(texts.hint)}>
      {all === 0 && marks.length === 0 ? (
        <p className="desk-line">{t(texts.none)}</p>
      ) : (
        <div className="day-chart">
          <svg
            viewBox={`0 0 ${WIDE} ${TOP + HEIGHT + 22}`}
            role="img"
            aria-label={t(texts.chart, {
              from: shortDay(days[0]?.day ?? '', language),
              to: shortDay(days.at(-1)?.day ?? '', language),
              n: all,
              most,
            })}
          >
            <line x1={0} x2={WIDE} y1={TOP + HEIGHT} y2={TOP + HEIGHT} className="day-base" />
            {days.map(({ day, reports }, at) => {
              const height = (reports / most) * HEIGHT
              const middle = at * step + step / 2
              return (
                <g key={day}>
                  <rect
                    x={at * step + step * 0.15}
                    width={step * 0.7}
                    y={TOP + HEIGHT - height}
                    height={height}
                    className="day-bar"
                  />
                  {reports > 0 && step >= 14 ? (
                    <text x={middle} y={TOP + HEIGHT - height - 4} className="day-figure">
                      {reports}
                    </text>
                  ) : null}
                  {at % every === 0 ? (
                    <text x={middle} y={TOP + HEIGHT + 16} className="day-label">
                      {shortDay(day, language)}
                    </text>
                  ) : null}
                  {marks.some((mark) => mark.day === day) ? <path d={`M${middle - 5} 0h10l-5 8z`} className="day-mark" /> : null}
                </g>
              )
            })}
          </svg>
          <ul>{marks.map((mark) => markLine(mark, t(channels[mark.channel]), shortDay(mark.day, language)))}</ul>
        </div>
      )}
    </Section>
  )
}

function markLine({ day, channel, places }: Mark, name: string, when: string) {
  return (
    <li key={`${day} ${channel}`}>
      <span className="number">▼ {when}</span> {name}：{places.join('、')}
    </li>
  )
}
