import { askEmergency } from '@shengmian/contract'
import { useState } from 'react'
import { useText } from '../../lib/language.tsx'
import { newId } from '../../lib/new-id.ts'
import { useAct } from '../../lib/use-endpoint.ts'
import { ActDialog } from '../../ui/act-dialog.tsx'
import { Form, Input, Radio } from '../../ui/antd.ts'
import { PlacePicker } from '../../ui/place-picker.tsx'
import { refreshEmergencies } from './refresh.ts'
import { texts } from './texts.ts'

const MINUTES = [30, 60, 120] as const

/** Which role, at which body, for how long, why. */
export function AskDialog({ onClose }: { readonly onClose: () => void }) {
  const t = useText()
  const [role, setRole] = useState<'office' | 'leading-group'>('office')
  const [place, setPlace] = useState<string | null>(null)
  const [body, setBody] = useState('')
  const [minutes, setMinutes] = useState<number>(60)
  const [reason, setReason] = useState('')
  const ask = useAct(askEmergency, refreshEmergencies)
  const isReady = place !== null && body.trim() !== '' && reason.trim().length >= 2
  return (
    <ActDialog
      title={t(texts.ask)}
      act={t(texts.ask)}
      okButtonProps={{ disabled: !isReady }}
      isBusy={ask.isPending}
      error={ask.error}
      onClose={onClose}
      onAct={() =>
        place === null
          ? undefined
          : ask.mutate(
              { body: { id: newId(), role, authority: place, body: body.trim(), reason: reason.trim(), minutes } },
              { onSuccess: onClose },
            )
      }
    >
      <p className="muted">{t(texts.askNote)}</p>
      <Form layout="vertical">
        <Form.Item label={t(texts.role)}>
          <Radio.Group
            value={role}
            onChange={(event) => setRole(event.target.value as typeof role)}
            options={(['office', 'leading-group'] as const).map((value) => ({ value, label: t(texts[value]) }))}
          />
        </Form.Item>
        <Form.Item label={t(texts.place)}>
          <PlacePicker value={place} onChange={setPlace} label={t(texts.place)} />
        </Form.Item>
        <Form.Item label={t(texts.body)} htmlFor="emergency-body">
          <Input id="emergency-body" maxLength={120} value={body} onChange={(event) => setBody(event.target.value)} />
        </Form.Item>
        <Form.Item label={t(texts.minutes)}>
          <Radio.Group
            value={minutes}
            onChange={(event) => setMinutes(event.target.value as number)}
            options={MINUTES.map((n) => ({ value: n, label: t(texts.minutesOf, { n }) }))}
          />
        </Form.Item>
        <Form.Item label={t(texts.reason)} htmlFor="emergency-reason">
          <Input.TextArea
            id="emergency-reason"
            rows={3}
            maxLength={1000}
            value={reason}
            onChange={(event) => setReason(event.target.value)}
          />
        </Form.Item>
      </Form>
    </ActDialog>
  )
}
