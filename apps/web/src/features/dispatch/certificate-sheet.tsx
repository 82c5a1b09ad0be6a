import type { readCertificate, ReplyOf } from '@shengmian/contract'
import { longDay } from '../../lib/dates.ts'
import { useLanguage, useText } from '../../lib/language.tsx'
import { checkResults, seatRole } from '../../lib/round-words.ts'
import './certificate-sheet.css'

type Certificate = ReplyOf<typeof readCertificate>

const texts = {
  number: { zh: '编号：{number}', en: 'No. {number}' },
  draft: { zh: '未发授权，尚无编号', en: 'draft, no number yet' },
  kept: { zh: '内部资料，存轮次档案', en: 'Internal; kept with the round' },
  title: { zh: '回避审查表', en: 'Certificate of recusal' },
  name: { zh: '姓名', en: 'Name' },
  unit: { zh: '单位职务', en: 'Employer, post' },
  seat: { zh: '拟任', en: 'To serve as' },
  targets: { zh: '被巡察党组织', en: 'Targets' },
  order: { zh: '授权文号', en: 'Order' },
  window: { zh: '授权期限', en: 'Window' },
  notIssued: { zh: '尚未发出', en: 'not issued' },
  headings: [
    { zh: '序号', en: 'No.' },
    { zh: '核查事项', en: 'Check' },
    { zh: '应回避情形', en: 'Demands recusal' },
    { zh: '查得事实', en: 'Facts' },
    { zh: '来源与日期', en: 'Source, date' },
    { zh: '结论', en: 'Result' },
  ],
  conclusion: { zh: '审查结论', en: 'Conclusion' },
  declaration: { zh: '本人声明', en: 'Declaration' },
  signature: { zh: '本人签名：', en: 'Signed: ' },
  unsigned: { zh: '未签', en: 'unsigned' },
  checkedBy: { zh: '核查人', en: 'Checked by' },
  reviewedBy: { zh: '复核人（非核查人）', en: 'Reviewed by (another person)' },
  approvedBy: { zh: '批准人（领导小组）', en: 'Approved by (leading group)' },
  later: { zh: '补报变更', en: 'Later changes' },
  none: { zh: '无', en: 'none' },
  basis: { zh: '复算依据', en: 'To recompute' },
  rules: { zh: '规则：{rules}', en: 'Rules: {rules}' },
  problem: { zh: '名册指纹：{hash}', en: 'Roster fingerprint: {hash}' },
  seed: { zh: '种子：{seed}', en: 'Seed: {seed}' },
  own: { zh: '本表指纹：{hash}', en: 'Own fingerprint: {hash}' },
  scan: { zh: '扫码核对真伪', en: 'Scan to verify' },
  note: {
    zh: '说明：任何人持名册、规则和种子，可用独立程序复算本表。表中只记关系类型与单位，不记亲属证件号。',
    en: 'Anybody who holds roster, rules and seed can recompute this sheet with a program of his own. It names relations and units only, never an identity number.',
  },
}

/** The certificate as it prints: one A4 page, ink only, what nobody has checked dashed and hatched. */
export function CertificateSheet({ certificate }: { readonly certificate: Certificate }) {
  const t = useText()
  const { language } = useLanguage()
  const zh = language === 'zh'
  const say = (sentence: { zh: string; en: string }) => (zh ? sentence.zh : sentence.en)
  const day = (value: string | null) => (value === null ? '' : longDay(value, language))
  return (
    <article className="paper">
      <header className="paper-line">
        <span>{certificate.number === null ? t(texts.draft) : t(texts.number, { number: certificate.number })}</span>
        <span>{t(texts.kept)}</span>
      </header>
      <h1>{t(texts.title)}</h1>
      <p className="paper-round">{certificate.round.title}</p>
      <table className="paper-table">
        <colgroup>
          {[5, 13, 20, 31, 18, 13].map((width) => (
            <col key={width} style={{ width: `${width}%` }} />
          ))}
        </colgroup>
        <tbody>
          <tr>
            <th colSpan={2}>{t(texts.name)}</th>
            <td>
              <b>{certificate.person.name}</b>
            </td>
            <th>{t(texts.unit)}</th>
            <td colSpan={2}>{certificate.unit ?? certificate.person.title ?? ''}</td>
          </tr>
          <tr>
            <th colSpan={2}>{t(texts.seat)}</th>
            <td>
              {certificate.teamName} {t(seatRole(certificate.role))}
            </td>
            <th>{t(texts.targets)}</th>
            <td colSpan={2}>{certificate.targets.map((target) => target.name).join(zh ? '、' : ', ')}</td>
          </tr>
          <tr>
            <th colSpan={2}>{t(texts.order)}</th>
            <td>{certificate.order?.number ?? t(texts.notIssued)}</td>
            <th>{t(texts.window)}</th>
            <td colSpan={2}>
              {certificate.order === null ? t(texts.notIssued) : `${day(certificate.order.from)}—${day(certificate.order.until)}`}
            </td>
          </tr>
          <tr className="paper-heads">
            {texts.headings.map((heading) => (
              <th key={heading.en}>{t(heading)}</th>
            ))}
          </tr>
          {certificate.checks.map((check, index) => (
            <tr key={check.check} className="paper-check">
              <td className="paper-center">{index + 1}</td>
              <th>{say(check.title)}</th>
              <td>{say(check.situation)}</td>
              <td>{check.facts.map((fact) => say(fact)).join(zh ? '；' : '; ')}</td>
              <td>
                {[
                  ...new Set(
                    check.facts.map((fact) =>
                      [fact.source, day(fact.date)].filter((part) => part !== null && part !== '').join(zh ? '，' : ', '),
                    ),
                  ),
                ].join(zh ? '；' : '; ')}
              </td>
              <td className="paper-center">
                <span className={`paper-result paper-${check.result}`}>
                  {check.result === 'pass' ? (zh ? '✓ 无' : '✓ none') : t(checkResults[check.result])}
                </span>
              </td>
            </tr>
          ))}
          <tr>
            <th colSpan={2}>{t(texts.conclusion)}</th>
            <td colSpan={4}>
              <b>{say(certificate.conclusion)}</b>
            </td>
          </tr>
          <tr>
            <th colSpan={2}>{t(texts.declaration)}</th>
            <td colSpan={4}>
              {say(certificate.declaration.text)}
              <div className="paper-sign">
                {t(texts.signature)}
                {certificate.declaration.on === null ? (
                  <span className="unverified">{t(texts.unsigned)}</span>
                ) : (
                  <b>{certificate.declaration.by}</b>
                )}{' '}
                {day(certificate.declaration.on)}
              </div>
            </td>
          </tr>
        </tbody>
      </table>
      <table className="paper-table paper-signatures">
        <tbody>
          <tr>
            <th>{t(texts.checkedBy)}</th>
            <th>{t(texts.reviewedBy)}</th>
            <th>{t(texts.approvedBy)}</th>
          </tr>
          <tr>
            {[certificate.checkedBy, certificate.reviewedBy, certificate.approvedBy].map((signature, index) => (
              <td key={texts.headings[index]?.en}>
                {signature.remark}
                <div className="paper-sign">
                  {signature.name === null ? <span className="unverified">{t(texts.unsigned)}</span> : <b>{signature.name}</b>}
                  <br />
                  {day(signature.on)}
                </div>
              </td>
            ))}
          </tr>
        </tbody>
      </table>
      <table className="paper-table paper-basis">
        <tbody>
          <tr>
            <th>{t(texts.later)}</th>
            <td>
              {certificate.laterChanges.length === 0
                ? t(texts.none)
                : certificate.laterChanges.map((change) => `${day(change.on)} ${change.text}`).join(zh ? '；' : '; ')}
            </td>
            <td rowSpan={2} className="paper-code">
              <img alt={t(texts.scan)} src={`data:image/svg+xml;charset=utf-8,${encodeURIComponent(certificate.code)}`} />
              {t(texts.scan)}
            </td>
          </tr>
          <tr>
            <th>{t(texts.basis)}</th>
            <td className="paper-hashes">
              {t(texts.rules, { rules: certificate.ruleVersion })}
              <br />
              {t(texts.problem, { hash: grouped(certificate.problem) })}
              <br />
              {t(texts.seed, { seed: grouped(certificate.seed) })}
              <br />
              {t(texts.own, { hash: grouped(certificate.fingerprint) })}
            </td>
          </tr>
        </tbody>
      </table>
      <p className="paper-note">{t(texts.note)}</p>
    </article>
  )
}

/** The first 16 hexadecimal digits in fours: enough to compare by eye; the file and the code carry all of it. */
function grouped(hash: string): string {
  return (
    hash
      .replace(/^sha256:/, '')
      .slice(0, 16)
      .match(/.{4}/g) ?? []
  ).join(' ')
}
