import { createQuestionnaire, listQuestionnaires } from '@shengmian/contract'
import { Link, useNavigate, useParams } from '@tanstack/react-router'
import { useState } from 'react'
import { useHasRole } from '../features/session/api.ts'
import { useText } from '../lib/language.tsx'
import { newId } from '../lib/new-id.ts'
import { useAct, useRead } from '../lib/use-endpoint.ts'
import { Button, Input, Modal } from '../ui/antd.ts'
import { Empty } from '../ui/empty.tsx'
import { Loading } from '../ui/loading.tsx'
import { Page, Sheet } from '../ui/page.tsx'
import { Refused } from '../ui/refused.tsx'

const texts = {
  title: { zh: '问卷', en: 'Questionnaires' },
  begin: { zh: '新建问卷', en: 'New questionnaire' },
  name: { zh: '问卷标题', en: 'Title' },
  none: { zh: '本轮还没有问卷', en: 'No questionnaire in this round yet' },
  why: {
    zh: '巡察办编好题目并发布，按村发放；组员把收回的问卷录入，结果按村统计，不到5人的不列出。',
    en: 'The office builds and publishes one and issues it by village; members type in what comes back. Counts below five are not shown.',
  },
  questions: { zh: '题数', en: 'Questions' },
  version: { zh: '版', en: 'Version' },
  number: { zh: '第{n}版', en: 'Version {n}' },
  draft: { zh: '未发布', en: 'Not published' },
}

/** The questionnaires of a round. */
export function QuestionnairesPage() {
  const t = useText()
  const navigate = useNavigate()
  const { round } = useParams({ from: '/frame/rounds/$round' })
  const { data, error, refetch } = useRead(listQuestionnaires, { params: { round } })
  const begin = useAct(createQuestionnaire, (queries) => queries.invalidateQueries({ queryKey: ['listQuestionnaires'] }))
  const [title, setTitle] = useState<string | null>(null)
  const [id] = useState(newId)
  const isOffice = useHasRole('office')
  const act = isOffice ? (
    <Button type="primary" onClick={() => setTitle('')}>
      {t(texts.begin)}
    </Button>
  ) : null
  const open = () =>
    begin.mutate(
      { params: { round }, body: { id, title: (title ?? '').trim() } },
      {
        onSuccess: () =>
          void navigate({ to: '/rounds/$round/questionnaires/$questionnaire', params: { round, questionnaire: id } }),
      },
    )
  return (
    <Page title={t(texts.title)} acts={data?.items.length === 0 ? null : act}>
      {error === null ? null : <Refused error={error} onRetry={() => void refetch()} />}
      <Sheet label={t(texts.title)}>
        {data === undefined && error === null ? <Loading what={t(texts.title)} rows={4} /> : null}
        {data?.items.length === 0 ? (
          <Empty title={t(texts.none)} act={act}>
            {t(texts.why)}
          </Empty>
        ) : null}
        {data === undefined || data.items.length === 0 ? null : (
          <table className="list">
            <thead>
              <tr>
                <th>{t(texts.name)}</th>
                <th>{t(texts.questions)}</th>
                <th>{t(texts.version)}</th>
              </tr>
            </thead>
            <tbody>
              {data.items.map((one) => (
                <tr key={one.id}>
                  <td>
                    <Link to="/rounds/$round/questionnaires/$questionnaire" params={{ round, questionnaire: one.id }}>
                      {one.title}
                    </Link>
                  </td>
                  <td>{one.questions}</td>
                  <td>{one.version === null ? t(texts.draft) : t(texts.number, { n: one.version })}</td>
                </tr>
              ))}
            </tbody>
          </table>
        )}
      </Sheet>
      <Modal
        open={title !== null}
        title={t(texts.begin)}
        confirmLoading={begin.isPending}
        okButtonProps={{ disabled: (title ?? '').trim() === '' }}
        onOk={open}
        onCancel={() => setTitle(null)}
      >
        <Input
          maxLength={200}
          aria-label={t(texts.name)}
          placeholder={t(texts.name)}
          value={title ?? ''}
          onChange={({ target }) => setTitle(target.value)}
        />
        {begin.error === null ? null : <Refused error={begin.error} />}
      </Modal>
    </Page>
  )
}
