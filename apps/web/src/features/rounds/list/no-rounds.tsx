import { listRounds } from '@shengmian/contract'
import { useText } from '../../../lib/language.tsx'
import { roundKinds, roundStates } from '../../../lib/round-words.ts'
import { useRead } from '../../../lib/use-endpoint.ts'
import type { RoundsAsked } from './use-rounds.ts'
import './no-rounds.css'

const texts = {
  title: { zh: '没有同时符合这{n}个条件的轮次', en: 'No round meets these {n} conditions' },
  hint: { zh: '去掉其中一个条件，可以看到：', en: 'Without one of them you would see:' },
  search: { zh: '名称：{value}', en: 'Name: {value}' },
  kind: { zh: '种类：{value}', en: 'Kind: {value}' },
  state: { zh: '状态：{value}', en: 'State: {value}' },
  after: { zh: '去掉后有{n}轮', en: '{n} rounds without it' },
  drop: { zh: '去掉', en: 'Remove' },
  scope: { zh: '您只能查到授权范围内的轮次。', en: 'Only rounds within your authorisation are found.' },
}
type Condition = 'search' | 'kind' | 'state'

/** No result: what each condition hides. */
export function NoRounds({ asked, onAsk }: { readonly asked: RoundsAsked; readonly onAsk: (asked: RoundsAsked) => void }) {
  const t = useText()
  const conditions = (['search', 'kind', 'state'] as const).filter((condition) => asked[condition] !== undefined)
  return (
    <div className="no-rounds">
      <strong>{t(texts.title, { n: conditions.length })}</strong>
      <p>{t(texts.hint)}</p>
      <ul>
        {conditions.map((condition) => (
          <Without key={condition} condition={condition} asked={asked} onAsk={onAsk} />
        ))}
      </ul>
      <p className="muted">{t(texts.scope)}</p>
    </div>
  )
}

interface WithoutProps {
  readonly condition: Condition
  readonly asked: RoundsAsked
  readonly onAsk: (asked: RoundsAsked) => void
}

function Without({ condition, asked, onAsk }: WithoutProps) {
  const t = useText()
  const { [condition]: _dropped, ...rest } = asked
  const { data } = useRead(listRounds, { query: { ...rest, limit: 200 } })
  const found = data === undefined ? '…' : data.next === null ? String(data.items.length) : `${data.items.length}+`
  return (
    <li>
      <span className="tag">{t(texts[condition], { value: valueOf(condition, asked, t) })}</span>
      <span className="number">{t(texts.after, { n: found })}</span>
      <button type="button" className="button-link" onClick={() => onAsk(rest)}>
        {t(texts.drop)}
      </button>
    </li>
  )
}

function valueOf(condition: Condition, asked: RoundsAsked, t: ReturnType<typeof useText>): string {
  if (condition === 'kind' && asked.kind !== undefined) return t(roundKinds[asked.kind])
  if (condition === 'state' && asked.state !== undefined) return t(roundStates[asked.state])
  return asked.search ?? ''
}
