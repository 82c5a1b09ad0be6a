import { checkAnswerSheet, enterSheet, readBatch, type OpenBatch, type SheetAnswers } from '@shengmian/contract'
import type { QueryClient } from '@tanstack/react-query'
import { useParams } from '@tanstack/react-router'
import { useEffect, useRef, useState } from 'react'
import { SheetForm } from '../features/questionnaires/sheet-form.tsx'
import { RefusedError } from '../lib/api.ts'
import { useLanguage, useText } from '../lib/language.tsx'
import { useAct, useRead } from '../lib/use-endpoint.ts'
import { Button, Checkbox, InputNumber } from '../ui/antd.ts'
import { Loading } from '../ui/loading.tsx'
import { Page, Sheet } from '../ui/page.tsx'
import { Refused } from '../ui/refused.tsx'

const texts = {
  title: { zh: '录入：{name}', en: 'Entry: {name}' },
  note: {
    zh: '{title} · 批次{code} · 已录{entered}／{issued} · 已核对{checked}',
    en: '{title} · {code} · {entered} of {issued} entered · {checked} checked',
  },
  number: { zh: '第几份', en: 'Sheet number' },
  save: { zh: '存这一份', en: 'Keep this sheet' },
  correct: { zh: '改这一份', en: 'Correct this sheet' },
  compare: { zh: '核对这一份', en: 'Check this sheet' },
  twice: { zh: '二次录入核对', en: 'Double entry check' },
  keys: {
    zh: '按1至9选，单选选好自动到下一题；没答的按回车跳过，最后回车保存。录错了，把“第几份”改回去重录。',
    en: '1 to 9 choose and a single choice goes on by itself; Enter leaves a question out and at the end keeps the sheet.',
  },
  kept: { zh: '第{n}份已存，有效', en: 'Sheet {n} is kept and valid' },
  invalid: { zh: '第{n}份已存，无效：{why}', en: 'Sheet {n} is kept and invalid: {why}' },
  same: { zh: '第{n}份两次一致', en: 'Sheet {n}: both entries agree' },
  differ: { zh: '第{n}份两次不一致，请对照纸质问卷：{names}', en: 'Sheet {n} differs, look at the paper: {names}' },
}
const refresh = (queries: QueryClient) =>
  queries.invalidateQueries({ predicate: ({ queryKey: [id] }) => id === 'readBatch' || id === 'readSurveyResults' })

/** Typing in the papers of one village, by keyboard alone. */
export function SheetEntryPage() {
  const t = useText()
  const { batch } = useParams({ from: '/frame/questionnaire-batches/$batch' })
  const { data, error, refetch } = useRead(readBatch, { params: { batch } })
  if (error !== null) return <Refused error={error} onRetry={() => void refetch()} />
  return data === undefined ? <Loading what={t(texts.title, { name: '' })} rows={8} /> : <Entry data={data} />
}

function Entry({ data }: { readonly data: OpenBatch }) {
  const t = useText()
  const { language } = useLanguage()
  const [number, setNumber] = useState(data.next ?? 1)
  const [answers, setAnswers] = useState<SheetAnswers>({})
  const [isSecond, setSecond] = useState(false)
  const [said, setSaid] = useState<{ readonly text: string; readonly isWrong: boolean } | null>(null)
  const enter = useAct(enterSheet, refresh)
  const compare = useAct(checkAnswerSheet, refresh)
  const box = useRef<HTMLDivElement>(null)
  useEffect(() => {
    const first = box.current?.querySelector<HTMLElement>('[data-question]')
    ;(first?.querySelector<HTMLElement>('input') ?? first)?.focus()
  }, [number])
  const params = { batch: data.id, number }
  const labels = new Map(
    data.form.items.flatMap((item) => (item.kind === 'group' ? item.items : [item])).map(({ name, label }) => [name, label]),
  )
  const failed = enter.error ?? compare.error
  const isThere = failed instanceof RefusedError && failed.refusal.code === 'already-there'
  const goOn = (next: number) => {
    setAnswers({})
    enter.reset()
    compare.reset()
    setNumber(next)
  }
  const keep = (isCorrection: boolean) =>
    enter.mutate(
      { params, body: { answers, isCorrection } },
      {
        onSuccess: ({ isValid, faults, batch }) => {
          const why = faults
            .map((fault) => `${labels.get(fault.question) ?? ''} ${fault[language]}`.trim())
            .join(language === 'zh' ? '；' : '; ')
          setSaid({ text: t(isValid ? texts.kept : texts.invalid, { n: number, why }), isWrong: !isValid })
          goOn(batch.next ?? number)
        },
      },
    )
  const check = () =>
    compare.mutate(
      { params, body: { answers } },
      {
        onSuccess: ({ differing }) => {
          const names = differing.map((name) => labels.get(name) ?? name).join('、')
          setSaid({
            text: t(differing.length === 0 ? texts.same : texts.differ, { n: number, names }),
            isWrong: differing.length > 0,
          })
          if (differing.length === 0) goOn(Math.min(number + 1, data.issued))
        },
      },
    )
  const note = t(texts.note, {
    title: data.title,
    code: data.code,
    entered: data.entered,
    issued: data.issued,
    checked: data.checked,
  })
  return (
    <Page title={t(texts.title, { name: data.unit.name })} note={note}>
      <Sheet label={t(texts.title, { name: data.unit.name })}>
        <div className="survey-entry" data-sheet ref={box}>
          <div className="survey-entry-acts">
            <label>
              {t(texts.number)}{' '}
              <InputNumber
                min={1}
                max={data.issued}
                precision={0}
                value={number}
                onChange={(value) => (typeof value === 'number' ? goOn(value) : undefined)}
              />
            </label>
            <Checkbox checked={isSecond} onChange={({ target }) => setSecond(target.checked)}>
              {t(texts.twice)}
            </Checkbox>
            <span className="muted">{t(texts.keys)}</span>
          </div>
          <p role="status" className={said?.isWrong === true ? 'survey-fault survey-note' : 'survey-note'}>
            {said?.text ?? ''}
          </p>
          <SheetForm form={data.form} answers={answers} onChange={setAnswers} />
          {failed === null ? null : <Refused error={failed} />}
          <div className="survey-entry-acts">
            <Button
              type="primary"
              data-done
              loading={enter.isPending || compare.isPending}
              onClick={() => (isSecond ? check() : keep(false))}
            >
              {t(isSecond ? texts.compare : texts.save)}
            </Button>
            {isThere ? <Button onClick={() => keep(true)}>{t(texts.correct)}</Button> : null}
          </div>
        </div>
      </Sheet>
    </Page>
  )
}
