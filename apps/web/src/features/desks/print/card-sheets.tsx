// Explainer cards (明白卡), A7 across, eight on an A4 without gaps: fronts, then backs in the order in which paper is turned on its long side.
import type { Desk, Poster } from '@shengmian/contract'
import { fingerprintGroups } from '@shengmian/sealing/printed'
import { CodeSquare } from './code-square.tsx'
import { addressOf, cutOff, typedAddress } from './printed-desk.ts'

const PLACES = [0, 1, 2, 3, 4, 5, 6, 7] as const

export function CardSheets({ desk, poster }: { readonly desk: Desk; readonly poster: Poster }) {
  return (
    <>
      <article className="print-cards" lang="zh-CN">
        {PLACES.map((place) => (
          <Front key={place} desk={desk} poster={poster} />
        ))}
      </article>
      <article className="print-cards" lang="zh-CN">
        {PLACES.map((place) => (
          <Back key={place} desk={desk} poster={poster} />
        ))}
      </article>
    </>
  )
}

function Front({ desk, poster }: { readonly desk: Desk; readonly poster: Poster }) {
  return (
    <section className="print-card">
      <header>
        <strong>{poster.place}</strong>
        <span>
          <strong>{cutOff(desk)}</strong>前都收
        </span>
      </header>
      <div className="print-card-body">
        <CodeSquare address={addressOf(desk, poster.code)} />
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

function Back({ desk, poster }: { readonly desk: Desk; readonly poster: Poster }) {
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
