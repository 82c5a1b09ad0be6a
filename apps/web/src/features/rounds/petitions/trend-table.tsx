import type { PetitionTrend } from '@shengmian/contract'
import { useLanguage, useText } from '../../../lib/language.tsx'
import { texts } from './texts.ts'
import { TrendRow, type TrendActs } from './trend-row.tsx'

interface TrendTableProps extends TrendActs {
  readonly items: readonly PetitionTrend[]
  readonly months: readonly string[]
  readonly canWrite: boolean
}

/** Units by months: the numbers are the table of the line above them. */
export function TrendTable({ items, months, canWrite, ...acts }: TrendTableProps) {
  const t = useText()
  const { language } = useLanguage()
  return (
    <div className="trend-scroll">
      <table className="list trend-table">
        <thead>
          <tr>
            <th scope="col">{t(texts.unit)}</th>
            {months.map((month, k) => (
              <th key={month} scope="col" className={`number trend-month${k === months.length / 2 ? ' trend-half' : ''}`}>
                <div className="muted">{k === 0 || month.endsWith('-01') ? month.slice(0, 4) : ' '}</div>
                {language === 'zh' ? `${Number(month.slice(5))}月` : month.slice(5)}
              </th>
            ))}
            <th scope="col" className="right">
              {t(texts.earlier)}
            </th>
            <th scope="col" className="right">
              {t(texts.recent)}
            </th>
            <th scope="col">{t(texts.verdict)}</th>
            <th scope="col">{t(texts.urgency)}</th>
          </tr>
        </thead>
        {items.map((item) => (
          <TrendRow key={item.unit} item={item} months={months} canWrite={canWrite} {...acts} />
        ))}
      </table>
    </div>
  )
}
