// One A4 page for each village: what the inspection is, in plain words, one's rights, and every way to be heard.
import type { Desk, Poster } from '@shengmian/contract'
import { fingerprintGroups } from '@shengmian/sealing/printed'
import { CodeSquare } from './code-square.tsx'
import { addressOf, cutOff, typedAddress } from './printed-desk.ts'

export function FlyerSheet({ desk, poster }: { readonly desk: Desk; readonly poster: Poster }) {
  return (
    <article className="print-flyer" lang="zh-CN">
      <header>
        <strong>{poster.place}</strong>
        <strong>{cutOff(desk)}前都收</strong>
      </header>
      <h2>给乡亲们的一封信</h2>
      <p>
        {desk.sender}派来的巡察组到了。组里没有{desk.host}
        的人，跟村里、镇上不沾亲带故。我们来看惠民的钱到没到您手里，村里的账清不清，干部办事公不公。您看见的、知道的，跟我们说。
      </p>
      <div className="print-lists">
        <section>
          <h3>这些都能说</h3>
          <p>低保、五保、临时救助，该有的没有，不该有的有</p>
          <p>种粮补贴、危房改造、医保养老，少发、晚发、冒领</p>
          <p>村里的钱、地、树、房，怎么花、给了谁、公开没有</p>
          <p>修路、修水、修桥，做没做、做得好不好</p>
          <p>干部吃拿卡要、办事不公、欺负人</p>
        </section>
        <section>
          <h3>您有这些权利</h3>
          <p>不留名也收；留名的，名字另锁，两个人一起才打得开</p>
          <p>要村里改的，只交代事情，不给他们看您的原话</p>
          <p>有查询码，能回来看答复、补充、打分</p>
          <p>谁也不能拦您、查您、报复您；有人这样做，打下面的电话</p>
          <p>照实说。没弄准的写“听说”，记错了不要紧；故意编假话害人，要负责任</p>
        </section>
      </div>
      <div className="print-middle">
        <CodeSquare address={addressOf(desk, poster)} />
        <section>
          <h3>怎么说，四条路都一样</h3>
          <ol className="print-ways">
            <li>
              微信扫这个码，或在手机上输 <strong>{typedAddress(desk)}</strong>，编号{' '}
              <strong className="mono">{poster.code}</strong>
            </li>
            <li>
              打电话 <strong>{desk.phone}</strong>，在外打工的也能打
            </li>
            <li>写信、写纸条，投进意见箱</li>
            <li>巡察组进村入户时，当面说</li>
          </ol>
          <p>在手机上写的，手机当场上锁，管网站的、村里、镇上、县里打不开，只有巡察组有钥匙。</p>
        </section>
      </div>
      <footer>
        不收：正在打官司的、法院判过的；两家之间的纠纷。急事打 110、120。巡察组不收钱，不要身份证，不让您转账。
        <br />
        指纹，网页上显示的要和这里一样：<span className="mono">{fingerprintGroups(desk.fingerprint).join(' ')}</span>
      </footer>
    </article>
  )
}
