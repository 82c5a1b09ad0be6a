import { listRetention } from '@shengmian/contract'
import { DueList } from '../features/ledger/due-list.tsx'
import { ErasureList } from '../features/ledger/erasure-list.tsx'
import { RetentionRules } from '../features/ledger/retention-rules.tsx'
import { Section } from '../features/ledger/section.tsx'
import { useText } from '../lib/language.tsx'
import { useRead } from '../lib/use-endpoint.ts'
import { Empty } from '../ui/empty.tsx'
import { Loading } from '../ui/loading.tsx'
import { Page } from '../ui/page.tsx'
import { Refused } from '../ui/refused.tsx'

const texts = {
  title: { zh: '保存期限', en: 'Retention' },
  note: {
    zh: '期限届满的记录由办公室提出，另外两人批准后依法销毁；未列种类一律保存',
    en: 'What was kept long enough is proposed by the office and destroyed once two others approve; other kinds are kept',
  },
  due: { zh: '已届满', en: 'Due' },
  none: { zh: '没有保存期限届满的记录', en: 'No record has been kept for its whole period' },
  noneWhy: {
    zh: '届满的记录会自动列在这里，本页不会自行销毁任何内容。',
    en: 'Records appear here by themselves when their period is over; nothing is destroyed by itself.',
  },
  rules: { zh: '期限', en: 'Periods' },
  who: {
    zh: '标为“软件默认值”的期限未经任何人核定；由本机关档案部门核定后，写入服务器账本目录的 retention.txt。线索由保管它的案管部门提出和批准（先完成线索收件验证），只见编号，移交与打开登记保留；停用账号只销毁登录方式和登录记录，姓名为历次操作所引用，保留。',
    en: 'Nobody has confirmed the periods marked as defaults; the archivist of the body does, in retention.txt of the ledger folder on the server. Leads are proposed and approved by the case management that holds them (after the step before leads), by number alone; their books stay. Of a closed account the ways in and the book of sign-ins go; the name, which acts refer to, stays.',
  },
  erasures: { zh: '待批准与已销毁', en: 'Proposed and erased' },
}

/** How long records are kept, what is due, and the erasures that came of it. */
export function RetentionPage() {
  const t = useText()
  const { data, error, refetch } = useRead(listRetention, {})
  if (error !== null) return <Refused error={error} onRetry={() => void refetch()} />
  return (
    <Page title={t(texts.title)} note={t(texts.note)}>
      {data === undefined ? (
        <Loading what={t(texts.title)} rows={6} />
      ) : (
        <>
          <Section title={t(texts.due)}>
            {data.items.length === 0 ? <Empty title={t(texts.none)}>{t(texts.noneWhy)}</Empty> : <DueList items={data.items} />}
          </Section>
          <Section title={t(texts.erasures)}>
            <ErasureList />
          </Section>
          <Section title={t(texts.rules)}>
            <p className="ledger-hint muted">{t(texts.who)}</p>
            <RetentionRules rules={data.rules} />
          </Section>
        </>
      )}
    </Page>
  )
}
