// What hangs on a wall, in Chinese only: it is read by villagers. A3; it prints on A4 at 71 %.
import type { Desk, Poster } from '@shengmian/contract'
import { fingerprintGroups } from '@shengmian/sealing/printed'
import { CodeSquare } from './code-square.tsx'
import { addressOf, cutOff, NOT_TAKEN, TAKEN, typedAddress } from './printed-desk.ts'

export function PosterSheet({ desk, poster }: { readonly desk: Desk; readonly poster: Poster }) {
  return (
    <article className="print-poster" lang="zh-CN">
      <header>
        <strong>{poster.place}</strong>
        <strong>{cutOff(desk)}前都收</strong>
      </header>
      <h2>
        村里的事，
        <br />
        跟外地来的巡察组说
      </h2>
      <p className="print-lead">
        巡察组是{desk.sender}派来的，组里没有{desk.host}的人。
        <br />
        不留名也收。不登录，不要手机号，不收钱。
      </p>
      <div className="print-middle">
        <CodeSquare address={addressOf(desk, poster)} />
        <section>
          <h3>谁看得到，谁看不到</h3>
          <ol className="print-way">
            <li>
              <strong>您的手机</strong>
              写好就在这里上锁
            </li>
            <li className="cannot">
              <strong>管网站的、村里、镇上、县里</strong>
              打不开，看不到
            </li>
            <li>
              <strong>{desk.sender}来的巡察组</strong>
              有钥匙，打开看
            </li>
          </ol>
        </section>
      </div>
      <p className="print-typed">
        微信扫码。扫不了，手机上输 <strong>{typedAddress(desk)}</strong>，编号 <strong className="mono">{poster.code}</strong>
      </p>
      <div className="print-lists">
        <section>
          <h3>收</h3>
          {TAKEN.map((one) => (
            <p key={one}>{one}</p>
          ))}
        </section>
        <section>
          <h3>不收</h3>
          {NOT_TAKEN.map((one) => (
            <p key={one}>{one}</p>
          ))}
          <p>
            <strong>急事打 110、120</strong>
          </p>
          <p>纸条投进意见箱，也收</p>
        </section>
      </div>
      <p className="print-phone">
        <strong>{desk.phone}</strong>
        <span>
          不会扫码，打这个电话
          <br />
          对巡察组有意见，也打这个电话
        </span>
      </p>
      <footer>
        码被人贴住、改过、撕过，就别扫，打电话告诉我们。巡察组不收钱，不问身份证号，不让您转账。
        <br />
        指纹，网页上显示的要和这里一样：<span className="mono">{fingerprintGroups(desk.fingerprint).join(' ')}</span>
      </footer>
    </article>
  )
}
