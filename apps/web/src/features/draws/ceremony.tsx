import { downloadDraw } from '@shengmian/contract'
import { addressOf } from '../../lib/api.ts'
import { shortInstant } from '../../lib/dates.ts'
import { useLanguage, useText } from '../../lib/language.tsx'
import { Sheet } from '../../ui/page.tsx'
import { CeremonyLine } from './ceremony-line.tsx'
import { OfficeActs } from './office-acts.tsx'
import { Outcome } from './outcome.tsx'
import { OwnSeat } from './own-seat.tsx'
import { PartyTable } from './party-table.tsx'
import { PortfolioFigures } from './portfolio-figures.tsx'
import type { Draw } from './texts.ts'
import './draws.css'

const texts = {
  title: { zh: '第{n}次抽签', en: 'Draw no. {n}' },
  files: { zh: '下载全部文件', en: 'All files' },
  filesWhy: {
    zh: '另一台机器上执行 shengmian draw verify 文件，可逐字节重放',
    en: 'Replay it on another machine: shengmian draw verify FILE',
  },
  aborted: { zh: '{at} 中止：{why}', en: 'Aborted {at}: {why}' },
}

/** One draw from the freeze to the plan, as far as the reader may see it. */
export function Ceremony({ draw }: { readonly draw: Draw }) {
  const t = useText()
  const { language } = useLanguage()
  return (
    <div className="draw">
      <Sheet label={t(texts.title, { n: draw.number })}>
        <div className="block-head">
          <h2>{t(texts.title, { n: draw.number })}</h2>
          <span className="spring" />
          <a className="row-act" href={addressOf(downloadDraw, { draw: draw.id })} title={t(texts.filesWhy)}>
            {t(texts.files)}
          </a>
        </div>
        <CeremonyLine draw={draw} />
        {draw.abort === null ? null : (
          <p className="block-body late">
            {t(texts.aborted, { at: shortInstant(draw.abort.at, language), why: draw.abort.why })}
          </p>
        )}
        <PartyTable draw={draw} />
      </Sheet>
      <OwnSeat draw={draw} />
      <OfficeActs draw={draw} />
      <Outcome draw={draw} />
      <PortfolioFigures draw={draw} />
    </div>
  )
}
