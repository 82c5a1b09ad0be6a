import { useText } from '../../../lib/language.tsx'
import { ringsOf, type Panel } from './panels.ts'
import { bow, BOX, boxWidth, placeOnRing, ringSize, type Edge } from './ring.ts'

const texts = {
  rings: { zh: '{n}个{size}地循环', en: '{n} ring(s) of {size}' },
  said: { zh: '{from}进驻{to}', en: '{from} inspects {to}' },
  saidBefore: { zh: '上轮：{from}进驻{to}', en: 'last round: {from} inspected {to}' },
  all: { zh: '全部', en: 'All places' },
}

/** One zone: boxes on a ring, this round's arrows in ink over last round's in grey. */
export function ZonePanel({ panel, showsBefore }: { readonly panel: Panel; readonly showsBefore: boolean }) {
  const t = useText()
  const names = new Map(panel.places.map(({ code, name }) => [code, name]))
  const spots = placeOnRing(panel.places.map(({ code }) => code))
  const size = ringSize(panel.places.length)
  const width = (code: string) => boxWidth(shortName(names.get(code) ?? code))
  const margin = Math.max(...panel.places.map(({ code }) => width(code))) / 2 + 8
  const [halfWidth, halfHeight] = [size.x + margin, size.y + BOX.height / 2 + 8]
  const rings = ringsOf(panel.now)
  const draw = (edge: Edge, kind: 'now' | 'before') => {
    const [from, to] = [spots.get(edge.from), spots.get(edge.to)]
    if (from === undefined || to === undefined) return null
    const isTurned = panel.now.some((now) => now.from === edge.to && now.to === edge.from)
    // Last round's way bows away from this round's, whichever direction that one takes.
    const side = kind === 'now' || isTurned ? 1 : -1
    const { path, middle } = bow(from, to, [width(edge.from), width(edge.to)], side)
    const said = t(kind === 'now' ? texts.said : texts.saidBefore, {
      from: names.get(edge.from) ?? edge.from,
      to: names.get(edge.to) ?? edge.to,
    })
    return (
      <g key={`${edge.from} ${edge.to}`} className={`arrow-${kind}`}>
        <path d={path} markerEnd={`url(#head-${kind})`}>
          <title>{said}</title>
        </path>
        {edge.count > 1 ? (
          <text x={middle.x} y={middle.y} className="arrow-count">
            ×{edge.count}
          </text>
        ) : null}
      </g>
    )
  }
  return (
    <figure className="zone-panel">
      <figcaption>
        <strong>{panel.name ?? t(texts.all)}</strong>{' '}
        <span className="muted">
          {rings === null
            ? ''
            : [...Map.groupBy(rings, (length) => length)]
                .map(([length, same]) => t(texts.rings, { n: same.length, size: length }))
                .join('，')}
        </span>
      </figcaption>
      <svg
        viewBox={`${-halfWidth} ${-halfHeight} ${2 * halfWidth} ${2 * halfHeight}`}
        style={{ maxWidth: 2 * halfWidth }}
        role="img"
        aria-label={panel.now
          .map(({ from, to }) => t(texts.said, { from: names.get(from) ?? from, to: names.get(to) ?? to }))
          .join('；')}
      >
        {showsBefore ? panel.before.map((edge) => draw(edge, 'before')) : null}
        {panel.now.map((edge) => draw(edge, 'now'))}
        {panel.places.map(({ code, name }) => {
          const spot = spots.get(code)
          return spot === undefined ? null : (
            <g key={code} transform={`translate(${spot.x} ${spot.y})`} className="arrow-place">
              <rect x={-width(code) / 2} y={-BOX.height / 2} width={width(code)} height={BOX.height} rx="3" />
              <text>{shortName(name)}</text>
              <title>{name}</title>
            </g>
          )
        })}
      </svg>
    </figure>
  )
}

/** 和平区 → 和平: the picture has little room; the table beside it has the whole name. */
function shortName(name: string): string {
  const short = name.replace(/(自治县|自治州|新区|区|县|市)$/, '')
  return short.length >= 2 && short.length <= 5 ? short : name.slice(0, 6)
}
