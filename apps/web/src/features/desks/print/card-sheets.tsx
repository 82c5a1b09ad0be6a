// Explainer cards (明白卡), A7 across, eight on an A4 without gaps: fronts, then backs in the order in which paper is turned on its long side,
// so that each front has its own back.
import type { Desk, Poster } from '@shengmian/contract'
import { cardCodeGroups } from '@shengmian/sealing'
import { fingerprintGroups } from '@shengmian/sealing/printed'
import { ON_SHEET } from '../cards/batch-form.tsx'
import { Fragment } from 'react'
import { CodeSquare } from './code-square.tsx'
import { addressOf, cutOff, typedAddress } from './printed-desk.ts'

/** Turned over, left is right. */
const BACKS = [1, 0, 3, 2, 5, 4, 7, 6] as const

interface CardProps {
  readonly desk: Desk
  readonly poster: Poster
  /** The household's code; null on cards without. */
  readonly code: string | null
}

interface CardSheetsProps extends Omit<CardProps, 'code'> {
  /** A code for each card, whole sheets of them; left out: one sheet without codes. */
  readonly codes?: readonly string[]
}

export function CardSheets({ desk, poster, codes }: CardSheetsProps) {
  const cards: readonly (string | null)[] = codes ?? Array<null>(ON_SHEET).fill(null)
  const sheets = Array.from({ length: cards.length / ON_SHEET }, (_, at) => cards.slice(at * ON_SHEET, (at + 1) * ON_SHEET))
  return sheets.map((sheet, at) => (
    <Fragment key={sheet[0] ?? at}>
      <article className="print-cards" lang="zh-CN">
        {sheet.map((code, place) => (
          <Front key={code ?? place} desk={desk} poster={poster} code={code} />
        ))}
      </article>
      <article className="print-cards" lang="zh-CN">
        {BACKS.map((place) => (
          <Back key={place} desk={desk} poster={poster} code={sheet[place] ?? null} />
        ))}
      </article>
    </Fragment>
  ))
}

function Front({ desk, poster, code }: CardProps) {
  return (
    <section className="print-card">
      <header>
        <strong>{poster.place}</strong>
        <span>
          <strong>{cutOff(desk)}</strong>前都收
        </span>
      </header>
      <div className="print-card-body">
        <CodeSquare address={addressOf(desk, poster, code)} />
        <div>
          <h3>
            村里的事，
            <br />
            跟外地来的
            <br />
            巡察组说
          </h3>
          <p>
            巡察组是{desk.sender}派来的，组里没有{desk.host}的人。
          </p>
          <p>不留名也收。不收钱。</p>
          <p>
            不会扫码，打电话：
            <br />
            <strong className="print-card-phone">{desk.phone}</strong>
          </p>
        </div>
      </div>
    </section>
  )
}

function Back({ desk, poster, code }: CardProps) {
  return (
    <section className="print-card print-back">
      <dl>
        <dt>收</dt>
        <dd>低保、补贴、救济；村里的钱、地、账；修路修水；干部吃拿卡要、办事不公。</dd>
        <dt>不收</dt>
        <dd>正在打官司的、法院判过的；两家之间的纠纷。</dd>
        <dt>急事</dt>
        <dd>打 110、120。</dd>
      </dl>
      <p className="print-receipt">
        <strong>查询码抄在这里</strong>（自己收好，别给人看）
      </p>
      <div className="print-boxes">
        {[1, 2, 3, 4, 5, 6, 7].map((group) => (
          <span key={group}>
            {group}
            <i />
            <i />
            <i />
            <i />
          </span>
        ))}
      </div>
      {code === null ? null : (
        <p className="print-card-code">
          卡码 <strong className="mono">{cardCodeGroups(code).join(' ')}</strong>
          一张一户，填不填都收
        </p>
      )}
      <footer>
        对巡察组有意见，也打 {desk.phone}
        <br />
        网址 <span className="mono">{typedAddress(desk)}</span> 编号 <span className="mono">{poster.code}</span>
        <br />
        指纹 <span className="mono">{fingerprintGroups(desk.fingerprint).join(' ')}</span>
      </footer>
    </section>
  )
}
