import type { PetitionTrend } from '@shengmian/contract'
import './trend-line.css'

const STEP = 44
const HEIGHT = 44
const TOP = 6
/** One to four are drawn as what they may be: a bar from 1 to 4. */
const SMALL = { least: 1, middle: 2.5, most: 4 }

type Volume = PetitionTrend['volumes'][number]

const heightOf = (volume: Volume) => (volume === 'small' ? SMALL.middle : volume)

/** The line of a unit over the months of the numbers below it, which say the same: it parts where a month is unknown. */
export function TrendLine({ volumes }: { readonly volumes: readonly Volume[] }) {
  const most = Math.max(8, ...volumes.map((volume) => (volume === 'small' ? SMALL.most : (volume ?? 0))))
  const x = (k: number) => k * STEP + STEP / 2
  const y = (value: number) => TOP + (1 - value / most) * (HEIGHT - TOP - 4)
  return (
    <svg className="trend-line" width={volumes.length * STEP} height={HEIGHT} aria-hidden>
      <line x1={0} x2={volumes.length * STEP} y1={y(0)} y2={y(0)} className="trend-base" />
      {volumes.map((volume, k) => {
        const here = heightOf(volume)
        const next = heightOf(volumes[k + 1] ?? null)
        return (
          <g key={x(k)}>
            {here === null || next === null ? null : (
              <line
                x1={x(k)}
                y1={y(here)}
                x2={x(k + 1)}
                y2={y(next)}
                className={volume === 'small' || volumes[k + 1] === 'small' ? 'trend-part trend-vague' : 'trend-part'}
              />
            )}
            {volume === 'small' ? (
              <rect x={x(k) - 3} width={6} y={y(SMALL.most)} height={y(SMALL.least) - y(SMALL.most)} className="trend-small" />
            ) : null}
            {here === null || volume === 'small' ? null : <circle cx={x(k)} cy={y(here)} r={3} className="trend-point" />}
          </g>
        )
      })}
    </svg>
  )
}
