import {
  downloadQuestionnaire,
  importQuestionnaire,
  publishQuestionnaire,
  readQuestionnaire,
  saveQuestionnaire,
  type Questionnaire,
  type SheetAnswers,
} from '@shengmian/contract'
import { checkPublishable } from '@shengmian/questionnaire'
import type { QueryClient } from '@tanstack/react-query'
import { useParams } from '@tanstack/react-router'
import { useState } from 'react'
import { newItem, type LineKind } from '../features/questionnaires/edit-form.ts'
import { ItemList } from '../features/questionnaires/item-list.tsx'
import { ShareField } from '../features/questionnaires/share-field.tsx'
import { SheetForm } from '../features/questionnaires/sheet-form.tsx'
import { SurveyTabs } from '../features/questionnaires/survey-tabs.tsx'
import { useDraft } from '../features/questionnaires/use-draft.ts'
import { lineKinds } from '../features/questionnaires/words.ts'
import { addressOf } from '../lib/api.ts'
import { useText } from '../lib/language.tsx'
import { useAct, useRead } from '../lib/use-endpoint.ts'
import { Button, Dropdown, Input, Upload } from '../ui/antd.ts'
import { Empty } from '../ui/empty.tsx'
import { LeaveGuard } from '../ui/leave-guard.tsx'
import { Loading } from '../ui/loading.tsx'
import { Page, Sheet } from '../ui/page.tsx'
import { Refused } from '../ui/refused.tsx'

const texts = {
  title: { zh: '问卷', en: 'Questionnaire' },
  name: { zh: '问卷标题', en: 'Title' },
  add: { zh: '加题', en: 'Add' },
  undo: { zh: '撤销', en: 'Undo' },
  save: { zh: '保存草稿', en: 'Save the draft' },
  publish: { zh: '发布第{n}版', en: 'Publish version {n}' },
  take: { zh: '导入 XLSForm', en: 'Import XLSForm' },
  give: { zh: '导出 XLSForm', en: 'Export XLSForm' },
  none: { zh: '还没有题目', en: 'No question yet' },
  why: { zh: '用“加题”一道道加，或导入XLSForm文件。', en: 'Add one after the other, or import an XLSForm file.' },
  preview: { zh: '试答（不保存）', en: 'Try it (nothing is kept)' },
  again: { zh: '重新试答', en: 'Start again' },
  awareness: { zh: '知晓率取自', en: 'Awareness rate from' },
  satisfaction: { zh: '满意率取自', en: 'Satisfaction rate from' },
  lacks: { zh: '还有{n}处须补', en: '{n} places to mend' },
  ready: { zh: '可以发布', en: 'Ready to publish' },
}
const refresh = (queries: QueryClient) =>
  queries.invalidateQueries({ predicate: ({ queryKey: [id] }) => id === 'readQuestionnaire' || id === 'listQuestionnaires' })

/** Builds a questionnaire and tries it. */
export function QuestionnairePage() {
  const t = useText()
  const { questionnaire } = useParams({ from: '/frame/rounds/$round/questionnaires/$questionnaire' })
  const { data, error, refetch } = useRead(readQuestionnaire, { params: { questionnaire } })
  if (error !== null) return <Refused error={error} onRetry={() => void refetch()} />
  return data === undefined ? <Loading what={t(texts.title)} rows={8} /> : <Builder data={data} />
}

function Builder({ data }: { readonly data: Questionnaire }) {
  const t = useText()
  const { form, change, undo, canUndo, isChanged } = useDraft(data)
  const [answers, setAnswers] = useState<SheetAnswers>({})
  const save = useAct(saveQuestionnaire, refresh)
  const publish = useAct(publishQuestionnaire, refresh)
  const take = useAct(importQuestionnaire, refresh)
  const params = { questionnaire: data.id }
  const faults = [...checkPublishable(form)]
  const failed = save.error ?? publish.error ?? take.error
  const kinds = Object.entries(lineKinds).map(([key, text]) => ({ key, label: t(text) }))
  const acts = data.canEdit ? (
    <>
      <Button disabled={!canUndo} onClick={undo}>
        {t(texts.undo)}
      </Button>
      <Upload
        accept=".xlsx"
        showUploadList={false}
        beforeUpload={(file) => {
          take.mutate({ params: { ...params, edition: data.edition }, file })
          return false
        }}
      >
        <Button loading={take.isPending}>{t(texts.take)}</Button>
      </Upload>
      <Button href={addressOf(downloadQuestionnaire, params)}>{t(texts.give)}</Button>
      <Button
        type={isChanged ? 'primary' : 'default'}
        disabled={!isChanged}
        loading={save.isPending}
        onClick={() => save.mutate({ params, body: { edition: data.edition, form } })}
      >
        {t(texts.save)}
      </Button>
      <Button
        type={isChanged ? 'default' : 'primary'}
        disabled={isChanged || faults.length > 0}
        loading={publish.isPending}
        onClick={() => publish.mutate({ params, body: { edition: data.edition } })}
      >
        {t(texts.publish, { n: data.versions.length + 1 })}
      </Button>
    </>
  ) : null
  return (
    <Page title={data.title} note={<SurveyTabs round={data.round} questionnaire={data.id} />} acts={acts}>
      <LeaveGuard isChanged={isChanged} />
      {failed === null ? null : <Refused error={failed} />}
      <div className="survey-builder">
        <Sheet label={t(texts.title)}>
          {data.canEdit ? (
            <div className="survey-bar">
              <Dropdown
                trigger={['click']}
                menu={{
                  items: kinds,
                  onClick: ({ key }) => change({ ...form, items: [...form.items, newItem(form, key as LineKind)] }),
                }}
              >
                <Button>{t(texts.add)}</Button>
              </Dropdown>
              <span className={faults.length === 0 ? 'muted' : 'survey-fault'}>
                {form.items.length === 0 ? null : faults.length === 0 ? t(texts.ready) : t(texts.lacks, { n: faults.length })}
              </span>
            </div>
          ) : null}
          {form.items.length === 0 ? <Empty title={t(texts.none)}>{t(texts.why)}</Empty> : null}
          <ItemList form={form} faults={faults} onChange={data.canEdit ? change : null} />
        </Sheet>
        <div>
          {data.canEdit ? (
            <Sheet>
              <div className="survey-settings">
                <label>
                  {t(texts.name)}
                  <Input value={form.title} maxLength={200} onChange={({ target }) => change({ ...form, title: target.value })} />
                </label>
                <ShareField
                  label={texts.awareness}
                  form={form}
                  share={form.awareness}
                  onChange={(awareness) => change({ ...form, awareness })}
                />
                <ShareField
                  label={texts.satisfaction}
                  form={form}
                  share={form.satisfaction}
                  onChange={(satisfaction) => change({ ...form, satisfaction })}
                />
              </div>
            </Sheet>
          ) : null}
          <section className="sheet survey-preview" aria-label={t(texts.preview)} data-sheet>
            <h2>{t(texts.preview)}</h2>
            <SheetForm form={form} answers={answers} onChange={setAnswers} />
            <Button size="small" data-done onClick={() => setAnswers({})}>
              {t(texts.again)}
            </Button>
          </section>
        </div>
      </div>
    </Page>
  )
}
