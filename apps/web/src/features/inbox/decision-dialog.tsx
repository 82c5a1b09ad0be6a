import { decideReport, type Verdict } from '@shengmian/contract'
import { useState } from 'react'
import { useText } from '../../lib/language.tsx'
import { newId } from '../../lib/new-id.ts'
import { useAct } from '../../lib/use-endpoint.ts'
import { AnswerDialog } from '../../ui/answer-dialog.tsx'
import { Form, Input } from '../../ui/antd.ts'
import { texts, verdictNames } from './texts.ts'

interface DecisionDialogProps {
  readonly desk: string
  readonly number: number
  readonly onClose: () => void
}

/** What becomes of a report, with its reason; the receipt shows it. */
export function DecisionDialog({ desk, number, onClose }: DecisionDialogProps) {
  const t = useText()
  const [key] = useState(newId)
  const [addressee, setAddressee] = useState('')
  const [tried, setTried] = useState(false)
  const decide = useAct(decideReport, (queries) =>
    Promise.all(
      ['listInboxDesks', 'listSealedReports', 'listDecisions'].map((id) => queries.invalidateQueries({ queryKey: [id] })),
    ),
  )
  const isMissing = addressee.trim().length < 2
  const send = (reason: string, verdict: Verdict | null) => {
    if (verdict === null) return
    if (verdict === 'redirect' && isMissing) setTried(true)
    else
      decide.mutate(
        { params: { desk, number }, body: { verdict, reason, addressee: verdict === 'redirect' ? addressee.trim() : null }, key },
        { onSuccess: onClose },
      )
  }
  return (
    <AnswerDialog<Verdict>
      title={`${t(texts.decide)}　${t(texts.no, { n: number })}`}
      label={t(texts.reason)}
      choices={(Object.keys(verdictNames) as Verdict[]).map((value) => ({ value, label: t(verdictNames[value]) }))}
      isBusy={decide.isPending}
      error={decide.error}
      onDone={send}
      onClose={onClose}
      extra={(verdict) =>
        verdict === 'redirect' ? (
          <Form.Item
            label={t(texts.addressee)}
            htmlFor="decision-addressee"
            {...(tried && isMissing ? { validateStatus: 'error' as const, help: t(texts.needAddressee) } : {})}
          >
            <Input
              id="decision-addressee"
              maxLength={200}
              value={addressee}
              onChange={(event) => setAddressee(event.target.value)}
            />
          </Form.Item>
        ) : null
      }
    >
      <p className="muted">{t(texts.decideWhy)}</p>
    </AnswerDialog>
  )
}
