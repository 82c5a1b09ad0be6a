import { dutyParts, downloadDutyMatrix, downloadDutySheet, putDutyMatrix, readDutyMatrix } from '@shengmian/contract'
import { useState } from 'react'
import { DutyTable, type DutyParts } from '../features/duties/duty-table.tsx'
import { ReasonDialog } from '../ui/reason-dialog.tsx'
import { useSession } from '../features/session/api.ts'
import { addressOf } from '../lib/api.ts'
import { longDay } from '../lib/dates.ts'
import { useLanguage, useText } from '../lib/language.tsx'
import { useAct, useRead } from '../lib/use-endpoint.ts'
import { Button } from '../ui/antd.ts'
import { Loading } from '../ui/loading.tsx'
import { Page, Sheet } from '../ui/page.tsx'
import { Refused } from '../ui/refused.tsx'
import { useAuthority } from './use-authority.ts'

const texts = {
  title: { zh: '职责分工表', en: 'Duty matrix' },
  proposal: { zh: '建议稿，尚未采用', en: 'A proposal that nobody has adopted' },
  version: { zh: '第{n}版，{by} {day}采用', en: 'Version {n}, adopted by {by} {day}' },
  sign: { zh: '{sign}：{means}', en: '{sign}: {means}' },
  edit: { zh: '修改', en: 'Change' },
  undo: { zh: '放弃修改', en: 'Discard' },
  adopt: { zh: '采用', en: 'Adopt' },
  print: { zh: '打印', en: 'Print' },
  word: { zh: '下载 Word', en: 'Word' },
  excel: { zh: '下载 Excel', en: 'Excel' },
  addTask: { zh: '增加事项', en: 'Add a task' },
}

/** Who is accountable, responsible, consulted and informed for each task of an inspection. */
export function DutyMatrixPage() {
  const t = useText()
  const { language } = useLanguage()
  const authority = useAuthority()
  const { data: session } = useSession()
  const query = { authority: authority?.code ?? '' }
  const { data, error, refetch } = useRead(readDutyMatrix, { query }, { enabled: authority !== null })
  const put = useAct(putDutyMatrix, (queries) => queries.invalidateQueries({ queryKey: ['readDutyMatrix'] }))
  const [draft, setDraft] = useState<DutyParts | null>(null)
  const [isAdopting, setAdopting] = useState(false)
  const isOffice = session?.roles.some((held) => held.role === 'office') ?? false
  const shown = draft ?? data
  const note =
    data === undefined
      ? ''
      : data.version === 0
        ? t(texts.proposal)
        : t(texts.version, { n: data.version, by: data.adoptedBy ?? '', day: longDay(data.adoptedAt ?? '', language) })
  const acts =
    shown === undefined ? null : draft === null ? (
      <>
        <Button onClick={() => window.print()}>{t(texts.print)}</Button>
        <Button href={addressOf(downloadDutyMatrix, {}, query)}>{t(texts.word)}</Button>
        <Button href={addressOf(downloadDutySheet, {}, query)}>{t(texts.excel)}</Button>
        {isOffice ? (
          <Button type={data?.version === 0 ? 'default' : 'primary'} onClick={() => setDraft(shown)}>
            {t(texts.edit)}
          </Button>
        ) : null}
        {isOffice && data?.version === 0 ? (
          <Button type="primary" onClick={() => setAdopting(true)}>
            {t(texts.adopt)}
          </Button>
        ) : null}
      </>
    ) : (
      <>
        <Button onClick={() => setDraft(null)}>{t(texts.undo)}</Button>
        <Button
          disabled={draft.tasks.length >= 60}
          onClick={() => setDraft({ ...draft, tasks: [...draft.tasks, { title: '', parts: draft.holders.map(() => null) }] })}
        >
          {t(texts.addTask)}
        </Button>
        <Button type="primary" onClick={() => setAdopting(true)}>
          {t(texts.adopt)}
        </Button>
      </>
    )
  return (
    <Page title={t(texts.title)} note={note} acts={acts}>
      {error === null ? null : <Refused error={error} onRetry={() => void refetch()} />}
      <Sheet label={t(texts.title)}>
        {shown === undefined && error === null ? <Loading what={t(texts.title)} rows={8} /> : null}
        {shown === undefined ? null : <DutyTable matrix={shown} onChange={draft === null ? null : setDraft} />}
      </Sheet>
      <p className="muted duty-key">
        {Object.values(dutyParts)
          .map((part) => t(texts.sign, { sign: t(part), means: t(part.means) }))
          .join(language === 'zh' ? '；' : '; ')}
      </p>
      {isAdopting && shown !== undefined && data !== undefined && authority !== null ? (
        <ReasonDialog
          title={t(texts.adopt)}
          isBusy={put.isPending}
          error={put.error}
          onClose={() => setAdopting(false)}
          onDone={(reason) =>
            put.mutate(
              {
                body: {
                  authority: authority.code,
                  version: data.version,
                  holders: [...shown.holders],
                  tasks: shown.tasks.map((task) => ({ title: task.title.trim(), parts: [...task.parts] })),
                  reason,
                },
              },
              {
                onSuccess: () => {
                  setAdopting(false)
                  setDraft(null)
                },
              },
            )
          }
        />
      ) : null}
    </Page>
  )
}
