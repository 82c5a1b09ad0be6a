import { useText } from '../../lib/language.tsx'
import { levelFigure, levels, type Board } from './words.ts'
import './objective-strip.css'

const texts = {
  label: { zh: '目标，先后有序', en: 'Objectives, in order' },
  proven: { zh: '已证最优', en: 'proven optimal' },
  gap: { zh: '差≤{gap}', en: 'gap ≤ {gap}' },
  bound: { zh: '下界{bound}', en: 'bound {bound}' },
  open: { zh: '未给下界', en: 'no bound given' },
}

/** The objectives in the solver's order: what is reached, what is proven about it, and nothing beyond. */
export function ObjectiveStrip({ objective }: { readonly objective: Board['objective'] }) {
  const t = useText()
  return (
    <ol className="objectives" aria-label={t(texts.label)}>
      {objective.map(({ level, value, bound, proof }, index) => (
        <li key={level}>
          <span className="objective-name">
            {index + 1}. {t(levels[level])}
          </span>
          <span className="objective-value">
            <b>{levelFigure(level, value)}</b> {t(levels[level].unit)}
          </span>
          <span className="objective-proof">
            {proof === 'proven' ? <b className="proven">{t(texts.proven)}</b> : null}
            {proof === 'gap' && bound !== null ? <b>{t(texts.gap, { gap: levelFigure(level, value - bound) })}</b> : null}
            {bound === null ? (
              t(texts.open)
            ) : (
              <span className="bound">{t(texts.bound, { bound: levelFigure(level, bound) })}</span>
            )}
          </span>
        </li>
      ))}
    </ol>
  )
}
