import type { LedgerState } from '@shengmian/contract'
import { useText } from '../../lib/language.tsx'
import './ledger.css'

const texts = {
  title: { zh: '存证日志检查点', en: 'Checkpoint of the ledger' },
  origin: { zh: '日志', en: 'Log' },
  size: { zh: '覆盖条目', en: 'Entries' },
  root: { zh: '根', en: 'Root' },
  at: { zh: '签署时间（UTC）', en: 'Signed (UTC)' },
  cosigned: { zh: '见证', en: 'Witnesses' },
  none: { zh: '无，以本页签收代替', en: 'none; this receipt stands in' },
  code: { zh: '检查点全文二维码', en: 'The whole checkpoint as a QR code' },
  how: {
    zh: '二维码即下列全文。日后核验时扫码存为文件，作为“此前留存的检查点”：日志若不是由此延续而来，即被发现。',
    en: 'The code holds the text below. Scan it into a file and give it to the verifier as the checkpoint that was kept: a log that does not continue it is found.',
  },
  handed: { zh: '交出人', en: 'Handed over by' },
  received: { zh: '签收机关（章）', en: 'Received by (seal)' },
  day: { zh: '日期', en: 'Date' },
}

/** One page for paper: where no network reaches a witness, a superior body keeps this instead. */
export function CheckpointPaper({ state }: { readonly state: LedgerState }) {
  const t = useText()
  const { last, qr } = state
  if (last === null || qr === null) return null
  const facts = [
    [texts.origin, state.origin ?? ''],
    [texts.size, last.size.toLocaleString('zh-CN')],
    [texts.root, last.root],
    [texts.at, last.signedAt],
    [texts.cosigned, last.cosigned === 0 ? t(texts.none) : String(last.cosigned)],
  ] as const
  return (
    <article className="ledger-paper">
      <h2>{t(texts.title)}</h2>
      <div className="ledger-paper-body">
        <img src={`data:image/svg+xml;charset=utf-8,${encodeURIComponent(qr)}`} alt={t(texts.code)} />
        <dl>
          {facts.map(([label, value]) => (
            <div key={label.en}>
              <dt>{t(label)}</dt>
              <dd>{value}</dd>
            </div>
          ))}
        </dl>
      </div>
      <p>{t(texts.how)}</p>
      <pre>{last.note}</pre>
      <div className="ledger-paper-hands">
        {[texts.handed, texts.received, texts.day].map((label) => (
          <span key={label.en}>{t(label)}</span>
        ))}
      </div>
    </article>
  )
}
