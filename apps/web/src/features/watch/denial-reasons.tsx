import type { Denial, RuleLine } from '@shengmian/contract'
import type { ReactNode } from 'react'
import { useLanguage, useText } from '../../lib/language.tsx'
import { roleNames } from '../../lib/roles.ts'
import { PlaceName } from '../../ui/place-name.tsx'
import { standings, wordsOf } from './words.ts'
import './watch.css'

const texts = {
  rule: { zh: '判定规则', en: 'The rule' },
  noRule: {
    zh: '由办理规则拒绝，未涉及数据策略。系统答复：',
    en: 'Refused by a rule of the work, not of the data. The answer was: ',
  },
  facts: { zh: '当时的事实', en: 'The facts' },
  gone: { zh: '所查编号不存在，或属于未登记的类别', en: 'There is no row of that number' },
  roles: { zh: '常设角色', en: 'Standing roles' },
  lent: { zh: '受委托角色', en: 'Roles lent' },
  lentBy: { zh: '{name}委托', en: 'lent by {name}' },
  orders: { zh: '派遣令', en: 'Orders' },
  ofSubject: { zh: '涉及本件', en: 'about this' },
  recusals: { zh: '回避', en: 'Recusals' },
  keys: { zh: '对方记录的归属', en: 'What the row belongs to' },
  none: { zh: '无', en: 'none' },
  holds: { zh: '成立', en: 'holds' },
  fails: { zh: '不成立', en: 'does not hold' },
  unknown: { zh: '无从判定', en: 'cannot be told' },
}

/** Why something was refused: each condition with whether it held, beside what the account held at that instant. */
export function DenialReasons({ denial }: { readonly denial: Denial }) {
  const t = useText()
  const { facts } = denial
  return (
    <div className="denial-reasons">
      <section>
        <h3>{t(texts.rule)}</h3>
        {denial.rule.length === 0 ? (
          <p className="muted">
            {t(texts.noRule)}
            {t(denial.said)}
          </p>
        ) : (
          <ul className="rule-lines">
            {denial.rule.map((line, index) => (
              <Line key={index} line={line} />
            ))}
          </ul>
        )}
      </section>
      <section>
        <h3>{t(texts.facts)}</h3>
        <dl className="denial-facts">
          <Fact name={t(texts.keys)}>
            {facts.exists ? (
              <span className="number">
                {Object.entries(facts.keys)
                  .filter(([name, value]) => name !== 'id' && value !== null)
                  .map(([name, value]) => `${name} ${String(value)}`)
                  .join('　')}
              </span>
            ) : (
              t(texts.gone)
            )}
          </Fact>
          <Fact name={t(texts.roles)}>
            <Items
              items={facts.roles.map((held) => (
                <>
                  {t(roleNames[held.role])} <PlaceName code={held.authority} />　{t(standings[held.standing])}
                </>
              ))}
            />
          </Fact>
          {facts.lent.length === 0 ? null : (
            <Fact name={t(texts.lent)}>
              <Items
                items={facts.lent.map((held) => (
                  <>
                    {t(roleNames[held.role])} <PlaceName code={held.authority} />　{t(texts.lentBy, { name: held.by })}
                  </>
                ))}
              />
            </Fact>
          )}
          <Fact name={t(texts.orders)}>
            <Items
              items={facts.orders.map(
                (order) =>
                  `${order.number}　${t(standings[order.standing])}${order.isOfSubject ? `　${t(texts.ofSubject)}` : ''}`,
              )}
            />
          </Fact>
          <Fact name={t(texts.recusals)}>
            <Items items={facts.recusals} />
          </Fact>
        </dl>
      </section>
    </div>
  )
}

function Line({ line }: { readonly line: RuleLine }) {
  const t = useText()
  const { language } = useLanguage()
  const roles = line.roles.map((role) => t(roleNames[role])).join(language === 'zh' ? '或' : ' or ')
  const verdict = line.holds === null ? 'unknown' : line.holds ? 'holds' : 'fails'
  return (
    <li className={`rule-line rule-${verdict}`} style={{ paddingInlineStart: line.depth * 20 }}>
      <span className="rule-words">{t(wordsOf(line), { roles, of: line.of })}</span>
      <span className="rule-verdict">{t(texts[verdict])}</span>
    </li>
  )
}

function Fact({ name, children }: { readonly name: string; readonly children: ReactNode }) {
  return (
    <div>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </div>
  )
}

function Items({ items }: { readonly items: readonly ReactNode[] }) {
  const t = useText()
  if (items.length === 0) return <span className="muted">{t(texts.none)}</span>
  return items.map((item, index) => (
    <div key={index} className="number">
      {item}
    </div>
  ))
}
