import type { explainSeat, ReplyOf } from '@shengmian/contract'
import { useLanguage, useText } from '../../lib/language.tsx'
import { Button } from '../../ui/antd.ts'
import { deltaFigure, levels } from './words.ts'

type WhatIf = ReplyOf<typeof explainSeat>['whatIf'][number]

const texts = {
  possible: { zh: '可换', en: 'possible' },
  barred: { zh: '不可', en: 'forbidden' },
  unknown: { zh: '未知', en: 'unknown' },
  'no-seat': { zh: '无席位', en: 'no seat' },
  same: { zh: '现在', en: 'now' },
  swap: { zh: '与{name}对换', en: 'changes places with {name}' },
  free: { zh: '目标不变', en: 'no objective changes' },
}

interface WhatIfListProps {
  readonly items: readonly WhatIf[]
  readonly onSwap?: (team: string, other: string) => void
}

/** Team by team: possible at what price, forbidden by which rule and dates, or not decidable before a fact is verified. */
export function WhatIfList({ items, onSwap }: WhatIfListProps) {
  const t = useText()
  const { language } = useLanguage()
  const comma = language === 'zh' ? '，' : ', '
  return (
    <ul className="what-if">
      {items
        .filter((item) => item.answer !== 'same')
        .map((item) => {
          const { swap } = item
          const price = item.deltas.map((delta) => `${t(levels[delta.level])} ${deltaFigure(delta.level, delta.by)}`).join(comma)
          const because = item.because
            .map((sentence) => (language === 'zh' ? sentence.zh : sentence.en))
            .join(language === 'zh' ? '；' : '; ')
          const said = [
            swap === null ? '' : t(texts.swap, { name: swap.name }),
            item.answer === 'possible' ? price || t(texts.free) : because,
          ].filter((part) => part !== '')
          return (
            <li key={item.team}>
              <span className="what-if-team">
                {item.teamName}
                {item.host === null ? '' : ` ${item.host.name}`}
              </span>
              <span>{said.join(comma)}</span>
              {item.answer === 'possible' && swap !== null && onSwap !== undefined ? (
                <Button size="small" onClick={() => onSwap(item.team, swap.id)}>
                  {t(texts.possible)}
                </Button>
              ) : (
                <span className={`what-if-answer what-if-${item.answer}`}>{t(texts[item.answer])}</span>
              )}
            </li>
          )
        })}
    </ul>
  )
}
