import { askExtension, decideExtension } from '@shengmian/contract'
import { useState } from 'react'
import { useLanguage, useText } from '../../../lib/language.tsx'
import { shortDay } from '../../../lib/dates.ts'
import { newId } from '../../../lib/new-id.ts'
import { refreshRound, useAct } from '../../../lib/use-endpoint.ts'
import { Button, Form } from '../../../ui/antd.ts'
import { Sheet } from '../../../ui/page.tsx'
import { DecideButton } from '../../../ui/decide-button.tsx'
import { DayField } from '../../../ui/day-field.tsx'
import { ReasonDialog } from '../../../ui/reason-dialog.tsx'
import type { RoundDetail } from '../settings/settings-form.ts'
import { texts } from './texts.ts'

interface ExtensionsPanelProps {
  readonly round: RoundDetail
  readonly mayAsk: boolean
  readonly mayDecide: boolean
}

/** Later ends that were asked for; another person decides, and the original date stays in sight. */
export function ExtensionsPanel({ round, mayAsk, mayDecide }: ExtensionsPanelProps) {
  const t = useText()
  const { language } = useLanguage()
  const [asking, setAsking] = useState(false)
  const [to, setTo] = useState<string | null>(null)
  const ask = useAct(askExtension, refreshRound(round.id))
  const decide = useAct(decideExtension, refreshRound(round.id))
  const canAsk = mayAsk && (round.state === 'authorised' || round.state === 'running')
  if (!canAsk && round.extensions.length === 0) return null
  return (
    <Sheet label={t(texts.extensions)}>
      <div className="block-head">
        <h2>{t(texts.extensions)}</h2>
        <span className="spring" />
        {canAsk ? (
          <Button size="small" onClick={() => setAsking(true)}>
            {t(texts.extend)}
          </Button>
        ) : null}
      </div>
      <ul className="records">
        {round.extensions.map((extension) => (
          <li key={extension.id}>
            <span className={`tag ${extension.state === 'asked' ? 'tag-warn' : ''}`}>{t(texts[extension.state])}</span>{' '}
            <span className="number">
              {shortDay(extension.from, language)} → <strong>{shortDay(extension.to, language)}</strong>
            </span>{' '}
            {extension.askedBy}：{extension.reason}
            {extension.decidedBy === null ? null : (
              <p className="muted">
                {extension.decidedBy}：{extension.opinion}
              </p>
            )}
            {extension.state === 'asked' && mayDecide ? (
              <DecideButton
                isBusy={decide.isPending}
                error={decide.error}
                onDone={(body, close) =>
                  decide.mutate({ params: { round: round.id, extension: extension.id }, body }, { onSuccess: close })
                }
              />
            ) : null}
          </li>
        ))}
      </ul>
      <ReasonDialog
        title={t(texts.extend)}
        isOpen={asking}
        isBusy={ask.isPending}
        error={ask.error}
        isReady={to !== null}
        onClose={() => setAsking(false)}
        onDone={(reason) =>
          to === null
            ? undefined
            : ask.mutate(
                { params: { round: round.id }, body: { id: newId(), to, reason } },
                { onSuccess: () => setAsking(false) },
              )
        }
      >
        <Form.Item label={t(texts.extendTo)}>
          <DayField label={t(texts.extendTo)} value={to} onChange={setTo} />
        </Form.Item>
      </ReasonDialog>
    </Sheet>
  )
}
