import { useText } from '../../lib/language.tsx'
import { Sheet } from '../../ui/page.tsx'
import { share, shortHash, type Draw } from './texts.ts'

const texts = {
  title: { zh: '签单', en: 'Tickets' },
  root: { zh: '签单的根 {root}', en: 'Root of the tickets {root}' },
  count: { zh: '签', en: 'tickets' },
  distinct: { zh: '互不相同 {n}', en: '{n} different' },
  largest: { zh: '某人派往某对象的最大概率', en: 'Largest probability of a person–target pair' },
  largestHow: { zh: '{n} 支签中有此一对', en: 'in {n} tickets' },
  cap: { zh: '上限 {cap}', en: 'cap {cap}' },
  mean: { zh: '每人最可能去处的平均概率', en: 'Mean over people of their likeliest target' },
  meanHow: { zh: '{n} 人平均', en: 'over {n} people' },
  entropy: { zh: '最小熵', en: 'Min-entropy' },
  bits: { zh: '{n} 比特', en: '{n} bits' },
  certain: {
    zh: '有人在每一签里都去同一处：可选的人太少，或容差太窄；须补充人员、放宽容差才能降低',
    en: 'Somebody goes to the same place in every ticket: too few people to choose from, or too narrow a tolerance',
  },
  list: { zh: '各签方案的指纹（公布于第二密数公开之前）', en: 'Hashes of the plans, published before the second secrets' },
}

/** What is known of the tickets before one is picked: nothing of their content, everything of the odds. */
export function PortfolioFigures({ draw }: { readonly draw: Draw }) {
  const t = useText()
  const { portfolio, pick } = draw
  if (portfolio === null) return null
  const { plans, largestPair, sumOfLargest, people, minEntropyMillibits, distinct } = portfolio
  const count = plans.length
  return (
    <Sheet label={t(texts.title)}>
      <div className="block-head">
        <h2>{t(texts.title)}</h2>
        <span className="muted number" title={portfolio.root}>
          {t(texts.root, { root: shortHash(portfolio.root) })}
        </span>
      </div>
      <dl className="draw-figures">
        <div>
          <dt>{t(texts.count)}</dt>
          <dd>
            <b className="number">{count}</b>
            <small>{t(texts.distinct, { n: distinct })}</small>
          </dd>
        </div>
        <div>
          <dt>{t(texts.largest)}</dt>
          <dd>
            <b className="number">{share(largestPair, count)}</b>
            <small>
              {draw.capPermille === null
                ? t(texts.largestHow, { n: largestPair })
                : t(texts.cap, { cap: share(draw.capPermille, 1000) })}
            </small>
          </dd>
        </div>
        <div>
          <dt>{t(texts.mean)}</dt>
          <dd>
            <b className="number">{share(sumOfLargest, people * count)}</b>
            <small>{t(texts.meanHow, { n: people })}</small>
          </dd>
        </div>
        <div>
          <dt>{t(texts.entropy)}</dt>
          <dd>
            <b className="number">{(minEntropyMillibits / 1000).toFixed(2)}</b>
            <small>{t(texts.bits, { n: '' }).trim()}</small>
          </dd>
        </div>
      </dl>
      {largestPair === count ? <p className="block-body why-not">{t(texts.certain)}</p> : null}
      <details className="draw-list">
        <summary>{t(texts.list)}</summary>
        <ol start={0}>
          {plans.map((plan, ticket) => (
            <li key={ticket} className={pick?.ticket === ticket ? 'draw-picked' : ''} title={plan}>
              <span className="number">{ticket}</span> <code>{shortHash(plan)}</code>
            </li>
          ))}
        </ol>
      </details>
    </Sheet>
  )
}
