import { closeSurvey } from '@shengmian/contract'
import { useState } from 'react'
import { useText } from '../../lib/language.tsx'
import { useAct } from '../../lib/use-endpoint.ts'
import { Button, Modal } from '../../ui/antd.ts'
import { Refused } from '../../ui/refused.tsx'

const texts = {
  close: { zh: '封卷', en: 'Close entry' },
  title: { zh: '第{n}版封卷', en: 'Close entry of version {n}' },
  what: {
    zh: '封卷以后，这一版不能再发放、录入或更正，结果随即算出，不能撤回。请先确认各村收回的问卷都已录入、核对。',
    en: 'After closing nothing of this version is issued, entered or corrected any more, and results are made. It cannot be taken back. Make sure first that all returned papers are entered and checked.',
  },
}

/** Ends entry of a version, after saying what that means. */
export function CloseButton({ questionnaire, version }: { readonly questionnaire: string; readonly version: number }) {
  const t = useText()
  const [isOpen, setOpen] = useState(false)
  const close = useAct(closeSurvey, (queries) =>
    queries.invalidateQueries({ predicate: ({ queryKey: [id] }) => id === 'readQuestionnaire' || id === 'readSurveyResults' }),
  )
  return (
    <>
      <Button type="primary" onClick={() => setOpen(true)}>
        {t(texts.close)}
      </Button>
      <Modal
        open={isOpen}
        title={t(texts.title, { n: version })}
        okText={t(texts.close)}
        confirmLoading={close.isPending}
        onCancel={() => setOpen(false)}
        onOk={() => close.mutate({ params: { questionnaire }, body: { version } }, { onSuccess: () => setOpen(false) })}
      >
        <p>{t(texts.what)}</p>
        {close.error === null ? null : <Refused error={close.error} />}
      </Modal>
    </>
  )
}
