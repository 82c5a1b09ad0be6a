// The first page of a batch: for whoever hands the cards out, in Chinese only. What keeps cards from pointing at people is done by hand.
import type { Desk, Poster } from '@shengmian/contract'
import { batchName } from '../cards/batch-table.tsx'
import type { MadeBatch } from '../cards/batch-form.tsx'

export function HandingOut({ desk, poster, batch }: { readonly desk: Desk; readonly poster: Poster; readonly batch: MadeBatch }) {
  return (
    <article className="print-flyer print-handing" lang="zh-CN">
      <header>
        <strong>
          {poster.place}　{batch.codes.length}张
        </strong>
        <span>
          批号 <span className="mono">{batchName(batch.id)}</span>
        </span>
      </header>
      <h2>发卡前先洗牌</h2>
      <p>这一页给发卡的人，不发给村民。每张卡背面有一个卡码：一张卡是一户人家，谁领了哪张，谁也不知道。</p>
      <ol>
        <li>
          <strong>裁</strong>
          <span>双面打印，沿长边翻转。裁开前先看一张：正面扫出的卡码，要和它背面印的一样。</span>
        </li>
        <li>
          <strong>洗</strong>
          <span>全部摊在桌上，正面朝上搅乱，收起来切几次，再来两遍。不按裁下来的次序发。</span>
        </li>
        <li>
          <strong>发</strong>
          <span>正面朝上，每户自己抽一张。不登记哪户抽了哪张，不拍照，不抄卡码。</span>
        </li>
        <li>
          <strong>不代</strong>
          <span>
            村干部不代领、不代收、不替人保管。有人收走卡，打<span className="print-nowrap"> {desk.phone} </span>告诉我们。
          </span>
        </li>
        <li>
          <strong>剩</strong>
          <span>没发完的当场剪碎。丢了一叠、被人收走，在“海报与卡片”里把这一批作废，另印。</span>
        </li>
        <li>
          <strong>说</strong>
          <span>告诉乡亲：没有卡、不填卡码，一样收，分量一样。</span>
        </li>
      </ol>
      <p>巡察组打开反映时，只看得出“这张卡没用过”“这户先前反映过”或“不是我们印的”。卡码不作收不收、信不信的依据。</p>
    </article>
  )
}
