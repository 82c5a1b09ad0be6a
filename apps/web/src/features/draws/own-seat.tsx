import { downloadReceipt } from '@shengmian/contract'
import { addressOf } from '../../lib/api.ts'
import { useText } from '../../lib/language.tsx'
import { Sheet } from '../../ui/page.tsx'
import { CommitForm } from './commit-form.tsx'
import { OpenForm } from './open-form.tsx'
import type { Draw } from './texts.ts'

const texts = {
  title: { zh: '我方席位：{name}', en: 'Your seat: {name}' },
  receipt: { zh: '下载凭据', en: 'Receipt' },
  receiptWhy: {
    zh: '凭据自留：日后若抽签被重做，凭它一核便知',
    en: 'Keep the receipt: if the draw is ever run again in secret, it shows',
  },
  wait: { zh: '已提交承诺，等待其他各方', en: 'Committed; the others have not all done so' },
  waitTickets: { zh: '第一密数已公开，等待签单公布', en: 'The first secret is open; the tickets are not published yet' },
  waitOthers: { zh: '已公开，等待其他各方', en: 'Opened; the others have not all done so' },
  over: {
    zh: '两个密数均已公开，抽签照此进行，任何人都改不了',
    en: 'Both secrets are open; nobody can change the draw any more',
  },
  ended: {
    zh: '本次抽签已中止，未公开的密数作废，不要再用',
    en: 'This draw was aborted; secrets not opened are void: do not use them again',
  },
}

/** A party's own screen: it commits, it opens, it keeps what it needs to contradict anybody later. */
export function OwnSeat({ draw }: { readonly draw: Draw }) {
  const t = useText()
  const own = draw.parties.find((party) => party.isOwn)
  if (own === undefined) return null
  const [first, second] = own.opened
  const stage =
    draw.state === 'opening-first' && first === null ? 1 : draw.state === 'opening-second' && second === null ? 2 : null
  return (
    <Sheet label={t(texts.title, { name: own.name })}>
      <div className="block-head draw-seat-head">
        <h2>{t(texts.title, { name: own.name })}</h2>
        <span className="spring" />
        {own.committed === null ? null : (
          <a className="row-act" href={addressOf(downloadReceipt, { draw: draw.id })} title={t(texts.receiptWhy)}>
            {t(texts.receipt)}
          </a>
        )}
      </div>
      <div className="block-body">
        {own.committed === null && draw.state === 'committing' ? <CommitForm draw={draw} party={own.party} /> : null}
        {stage === null ? null : <OpenForm key={stage} draw={draw} stage={stage} />}
        {stage === null && (own.committed !== null || draw.state === 'aborted') ? (
          <p className="draw-wait">{t(texts[waitingFor(draw, own)])}</p>
        ) : null}
      </div>
    </Sheet>
  )
}

function waitingFor(draw: Draw, own: Draw['parties'][number]): 'ended' | 'over' | 'wait' | 'waitOthers' | 'waitTickets' {
  if (draw.state === 'aborted') return 'ended'
  if (own.opened[1] !== null) return draw.state === 'opening-second' ? 'waitOthers' : 'over'
  if (draw.state === 'committing') return 'wait'
  return draw.state === 'opening-first' ? 'waitOthers' : 'waitTickets'
}
