import { downloadDutyMatrix, downloadDutySheet, readDutyMatrix } from '@shengmian/contract'
import { addressOf } from '../lib/api.ts'
import { useText } from '../lib/language.tsx'
import { useRead } from '../lib/use-endpoint.ts'
import { Button } from '../ui/antd.ts'
import { Loading } from '../ui/loading.tsx'
import { Page, Sheet } from '../ui/page.tsx'
import { Refused } from '../ui/refused.tsx'
import { useAuthority } from './use-authority.ts'

const texts = {
  title: { zh: '职责分工表', en: 'Division of duties' },
  draft: { zh: '草稿，尚未采用', en: 'a proposal, not adopted' },
  version: { zh: '第{n}版，{name}采用', en: 'version {n}, adopted by {name}' },
  task: { zh: '任务', en: 'Task' },
  print: { zh: '打印', en: 'Print' },
  means: {
    zh: 'R 具体负责；A 总负责（每项仅一家）；C 须征求意见；I 须告知',
    en: 'R responsible; A accountable (exactly one); C consulted; I informed',
  },
}

/** Tasks by holders, to read and to print. */
export function DutyMatrixPage() {
  const t = useText()
  const authority = useAuthority()
  const query = { authority: authority?.code ?? '' }
  const { data, error, refetch } = useRead(readDutyMatrix, { query }, { enabled: authority !== null })
  if (authority === null) return null
  const note =
    data === undefined
      ? ''
      : data.adoptedBy === null
        ? t(texts.draft)
        : t(texts.version, { n: data.version, name: data.adoptedBy })
  return (
    <Page
      title={t(texts.title)}
      note={note}
      acts={
        <>
          <Button href={addressOf(downloadDutyMatrix, {}, query)}>Word</Button>
          <Button href={addressOf(downloadDutySheet, {}, query)}>Excel</Button>
          <Button onClick={() => window.print()}>{t(texts.print)}</Button>
        </>
      }
    >
      {error === null ? null : <Refused error={error} onRetry={() => void refetch()} />}
      {data === undefined && error === null ? <Loading what={t(texts.title)} /> : null}
      {data === undefined ? null : (
        <Sheet label={t(texts.title)}>
          <table className="list">
            <thead>
              <tr>
                <th>{t(texts.task)}</th>
                {data.holders.map((holder) => (
                  <th key={holder}>{holder}</th>
                ))}
              </tr>
            </thead>
            <tbody>
              {data.tasks.map(({ title, parts }) => (
                <tr key={title}>
                  <td>{title}</td>
                  {data.holders.map((holder, index) => (
                    <td key={holder}>{parts[index] === 'A' ? <strong>A</strong> : parts[index]}</td>
                  ))}
                </tr>
              ))}
            </tbody>
          </table>
          <p className="muted">{t(texts.means)}</p>
        </Sheet>
      )}
    </Page>
  )
}
