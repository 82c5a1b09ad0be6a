import type { PaperDesk } from '@shengmian/contract'
import { useText } from '../../../lib/language.tsx'
import { Button, QRCode } from '../../../ui/antd.ts'

const texts = {
  given: { zh: '寄到了，收件号{n}', en: 'Arrived, number {n}' },
  once: {
    zh: '查询码只在这一页：交给反映人后点“下一件”，这里就没有了。',
    en: 'The code is on this page only; hand it over, then go on.',
  },
  print: { zh: '打印小票', en: 'Print the slip' },
  next: { zh: '下一件', en: 'Next' },
}

interface SlipPaperProps {
  readonly desk: PaperDesk
  readonly slip: {
    readonly digits: string
    readonly groups: readonly string[]
    readonly characters: string
    readonly number: number
    readonly day: string
  }
  readonly onNext: () => void
}

/** What the teller takes along, in Chinese only: the receipt in three faces. The code holds the plain digits, no address and no name. */
export function SlipPaper({ desk, slip, onNext }: SlipPaperProps) {
  const t = useText()
  return (
    <div className="slip-page">
      <div className="slip-acts">
        <p>
          <strong>{t(texts.given, { n: slip.number })}</strong>
          <br />
          <span className="muted">{t(texts.once)}</span>
        </p>
        <Button type="primary" size="large" onClick={() => window.print()}>
          {t(texts.print)}
        </Button>
        <Button size="large" onClick={onNext}>
          {t(texts.next)}
        </Button>
      </div>
      <article className="slip" lang="zh-CN" aria-label="查询码小票">
        <h2>查询码</h2>
        <p>自己收好，别给人看。看答复就靠它，丢了补不回来。</p>
        <ol className="slip-groups">
          {slip.groups.map((group, at) => (
            <li key={`${at} ${group}`}>{group}</li>
          ))}
        </ol>
        <p>或者记八个字</p>
        <p className="slip-characters">{slip.characters}</p>
        <div className="slip-code" role="img" aria-label="查询码二维码">
          <QRCode value={slip.digits} type="svg" errorLevel="Q" marginSize={4} bordered={false} color="#000" bgColor="#fff" />
        </div>
        <dl>
          <dt>收件号</dt>
          <dd>{slip.number}</dd>
          <dt>日期</dt>
          <dd>{slip.day}</dd>
          <dt>看答复</dt>
          <dd>
            {desk.site.replace(/^https?:\/\//, '')}/b/{desk.desk}
          </dd>
          <dt>电话</dt>
          <dd>{desk.phone}</dd>
        </dl>
        <p className="slip-small">收件号写进了公开的收件册，少一件都看得出来。哪一天答复，要看事情难易，现在说不准。</p>
      </article>
    </div>
  )
}
