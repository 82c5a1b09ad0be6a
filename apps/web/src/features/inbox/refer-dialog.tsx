import { noteReferral } from '@shengmian/contract'
import { marksOf, occurrencesOf, redact, type Mark } from '@shengmian/triage'
import { useState, type ReactNode } from 'react'
import { useText } from '../../lib/language.tsx'
import { newId } from '../../lib/new-id.ts'
import { useAct } from '../../lib/use-endpoint.ts'
import { Button, Checkbox, Form, Input, Modal, Radio } from '../../ui/antd.ts'
import { Refused } from '../../ui/refused.tsx'
import { opened as texts } from './opened-texts.ts'
import { Redactor } from './redactor.tsx'
import { texts as listTexts } from './texts.ts'

interface ReferDialogProps {
  readonly desk: string
  readonly number: number
  readonly text: string
  readonly leadForm: (matter: string, onDropped: (number: string) => void) => ReactNode
  readonly onClose: () => void
}

/** Hands a blacked-out text on: the log has its line before anything leaves this page. */
export function ReferDialog({ desk, number, text, leadForm, onClose }: ReferDialogProps) {
  const t = useText()
  const [id] = useState(newId)
  const [marks, setMarks] = useState(() => marksOf(text))
  const [to, setTo] = useState<'leads' | 'department'>('leads')
  const [department, setDepartment] = useState('')
  const [reason, setReason] = useState('')
  const [isChecked, setIsChecked] = useState(false)
  const [isLogged, setIsLogged] = useState(false)
  const note = useAct(noteReferral, (queries) => queries.invalidateQueries({ queryKey: ['listHandlings'] }))
  const black = redact(text, marks)
  const addressee = to === 'leads' ? '案件监督管理室' : department.trim()
  const isReady = isChecked && reason.trim().length >= 2 && addressee.length >= 2
  const change = (next: readonly Mark[]) => {
    setMarks([...next].sort((a, b) => a.from - b.from))
    // Whoever changes the text reads it through again.
    setIsChecked(false)
  }
  const blacken = (words: string) => {
    const more = occurrencesOf(text, words)
    change([...marks.filter((mark) => !more.some((one) => one.from < mark.to && mark.from < one.to)), ...more])
  }
  const log = async () => {
    const body = { id, addressee, reason: reason.trim(), textHash: await sha256(black) }
    note.mutate({ params: { desk, number }, body, key: id }, { onSuccess: () => setIsLogged(true) })
  }
  return (
    <Modal
      title={`${t(texts.refer)}　${t(listTexts.no, { n: number })}`}
      open
      width={720}
      onCancel={onClose}
      {...(isLogged
        ? { footer: null }
        : {
            okText: t(texts.hand),
            cancelText: t(listTexts.cancel),
            confirmLoading: note.isPending,
            okButtonProps: { disabled: !isReady },
            onOk: () => void log(),
          })}
    >
      {isLogged ? (
        <>
          <p role="status">{t(texts.handed, { to: addressee })}</p>
          {to === 'leads' ? leadForm(black, onClose) : <HandedText text={black} number={number} />}
        </>
      ) : (
        <>
          <p className="muted">{t(texts.referWhy)}</p>
          <Redactor
            text={text}
            marks={marks}
            onUndo={(mark) => change(marks.filter((one) => one !== mark))}
            onBlacken={blacken}
          />
          <h3 className="refer-head">{t(texts.preview)}</h3>
          <p className="report-text refer-preview">{black}</p>
          <Form layout="vertical" requiredMark={false}>
            <Form.Item label={t(texts.to)}>
              <Radio.Group
                value={to}
                onChange={(event) => setTo(event.target.value as 'leads' | 'department')}
                options={[
                  { value: 'leads', label: t(texts.toLeads) },
                  { value: 'department', label: t(texts.toDepartment) },
                ]}
              />
            </Form.Item>
            {to === 'department' ? (
              <Form.Item label={t(texts.department)} htmlFor="refer-department" required>
                <Input
                  id="refer-department"
                  maxLength={200}
                  value={department}
                  onChange={(event) => setDepartment(event.target.value)}
                />
              </Form.Item>
            ) : null}
            <Form.Item label={t(listTexts.reason)} htmlFor="refer-reason" required>
              <Input.TextArea
                id="refer-reason"
                rows={2}
                maxLength={1000}
                value={reason}
                onChange={(event) => setReason(event.target.value)}
              />
            </Form.Item>
            <Checkbox checked={isChecked} onChange={(event) => setIsChecked(event.target.checked)}>
              {t(texts.checked)}
            </Checkbox>
          </Form>
          {note.error === null ? null : <Refused error={note.error} />}
        </>
      )}
    </Modal>
  )
}

function HandedText({ text, number }: { readonly text: string; readonly number: number }) {
  const t = useText()
  const save = () => {
    const address = URL.createObjectURL(new Blob([text], { type: 'text/plain;charset=utf-8' }))
    const link = document.createElement('a')
    link.href = address
    link.download = `${number}.txt`
    link.click()
    URL.revokeObjectURL(address)
  }
  return (
    <>
      <p className="report-text refer-preview">{text}</p>
      <Button onClick={save}>{t(texts.save)}</Button>
    </>
  )
}

async function sha256(text: string): Promise<string> {
  const digest = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(text))
  return [...new Uint8Array(digest)].map((byte) => byte.toString(16).padStart(2, '0')).join('')
}
