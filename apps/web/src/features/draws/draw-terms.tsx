import type { ReactNode } from 'react'
import { useText } from '../../lib/language.tsx'
import { BranchPicker } from './branch-picker.tsx'
import { rules, share, type Draw } from './texts.ts'

const texts = {
  title: { zh: '冻结的规则', en: 'Frozen terms' },
  tickets: { zh: '签数', en: 'Tickets' },
  tolerance: { zh: '容差', en: 'Tolerance' },
  travel: { zh: '里程不超过最优 {permille}，另加 {km} 公里', en: 'travel within {permille} of the best, plus {km} km' },
  travelOnly: { zh: '里程不超过最优 {permille}', en: 'travel within {permille} of the best' },
  better: {
    zh: '关系、未核实等各级与最优方案相同',
    en: 'ties, unverified facts and the other better levels as in the best plan',
  },
  looser: { zh: '关系、未核实等各级另有放宽，见文件', en: 'some better levels are loosened; see the file' },
  cap: { zh: '概率上限', en: 'Cap' },
  noCap: { zh: '未设', en: 'none' },
  withdrawal: { zh: '有人退出', en: 'A withdrawal' },
  deadline: { zh: '公开期限', en: 'To be opened by' },
  root: { zh: '根', en: 'Root' },
  rootWhat: {
    zh: '冻结的人员、关系、规则改动任何一处，根就会变。请抄下，事后核对。',
    en: 'Changing any frozen person, tie or rule changes the root. Note it down and compare it afterwards.',
  },
  earlier: { zh: '此前中止', en: 'Aborted before' },
  nth: { zh: '第{n}次', en: 'no. {n}' },
}

/** What was fixed before anybody knew anything: the rules of this draw and its root. */
export function DrawTerms({ draw }: { readonly draw: Draw }) {
  const t = useText()
  const { tolerance } = draw
  const { travelPermille, travelKm, ...better } = tolerance
  const isStrict = Object.values(better).every((value) => value === 0)
  const permille = share(travelPermille, 1000)
  const rows: [string, ReactNode][] = [
    [t(texts.tickets), <span className="number">{draw.tickets}</span>],
    [
      t(texts.tolerance),
      <>
        {travelKm === 0 ? t(texts.travelOnly, { permille }) : t(texts.travel, { permille, km: travelKm })}
        <span className="muted">{t(isStrict ? texts.better : texts.looser)}</span>
      </>,
    ],
    [t(texts.cap), draw.capPermille === null ? t(texts.noCap) : <span className="number">{share(draw.capPermille, 1000)}</span>],
    [t(texts.withdrawal), t(rules[draw.withdrawal])],
    [t(texts.deadline), <span className="number">{draw.deadline}</span>],
    ...draw.earlier.map((entry): [string, ReactNode] => [
      t(texts.earlier),
      <>
        {t(texts.nth, { n: entry.number })}
        {entry.ended === null ? null : <span className="muted">{t(entry.ended)}</span>}
      </>,
    ]),
  ]
  return (
    <div className="side">
      <section>
        <h2>{t(texts.title)}</h2>
        <dl className="draw-terms">
          {rows.map(([name, value]) => (
            <div key={name}>
              <dt>{name}</dt>
              <dd>{value}</dd>
            </div>
          ))}
        </dl>
      </section>
      <section>
        <h2>{t(texts.root)}</h2>
        <code className="draw-root">{draw.root.slice('sha256:'.length)}</code>
        <p>{t(texts.rootWhat)}</p>
      </section>
      {draw.canConduct && draw.round !== null ? <BranchPicker draw={draw.id} round={draw.round} /> : null}
    </div>
  )
}
