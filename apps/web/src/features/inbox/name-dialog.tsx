import { noteNameOpening } from '@shengmian/contract'
import { openName } from '@shengmian/sealing'
import { useState } from 'react'
import { useText } from '../../lib/language.tsx'
import { newId } from '../../lib/new-id.ts'
import { useAct } from '../../lib/use-endpoint.ts'
import { Form, Input, Modal } from '../../ui/antd.ts'
import { Refused } from '../../ui/refused.tsx'
import type { Keys } from './key-files.ts'
import { KeyForm } from './key-form.tsx'
import type { Opened } from './opened-reports.ts'
import { opened as texts } from './opened-texts.ts'
import { texts as listTexts } from './texts.ts'

interface NameDialogProps {
  readonly desk: string
  readonly shown: Opened
  readonly onName: (name: { readonly name: string; readonly reach: string }) => void
  readonly onClose: () => void
}

/** Who told it: after the log has the line, with a key that the team does not hold. The key is used once and not kept. */
export function NameDialog({ desk, shown, onName, onClose }: NameDialogProps) {
  const t = useText()
  const [id] = useState(newId)
  const [reason, setReason] = useState('')
  const [hasFailed, setHasFailed] = useState(false)
  const note = useAct(noteNameOpening, (queries) => queries.invalidateQueries({ queryKey: ['listHandlings'] }))
  const open = ({ identities }: Keys) =>
    note.mutate(
      { params: { desk, number: shown.number }, body: { id, reason: reason.trim() }, key: id },
      {
        onSuccess: () => {
          const { named, verify } = shown.report
          const name = identities.map((identity) => openName(named ?? '', identity, verify)).find((found) => found !== null)
          if (name === undefined) return setHasFailed(true)
          onName({ name: name.name, reach: name.reach })
          onClose()
        },
      },
    )
  return (
    <Modal title={t(texts.openName)} open footer={null} onCancel={onClose}>
      <KeyForm
        title=""
        note={t(texts.nameWhy)}
        fileLabel={t(texts.nameKey)}
        isReady={reason.trim().length >= 2 && !note.isPending}
        onKeys={open}
      >
        <Form.Item label={t(listTexts.reason)} htmlFor="name-reason" required>
          <Input.TextArea
            id="name-reason"
            rows={2}
            maxLength={1000}
            value={reason}
            onChange={(event) => setReason(event.target.value)}
          />
        </Form.Item>
      </KeyForm>
      {hasFailed ? (
        <p role="alert" className="key-fault">
          {t(texts.nameFails)}
        </p>
      ) : null}
      {note.error === null ? null : <Refused error={note.error} />}
    </Modal>
  )
}
