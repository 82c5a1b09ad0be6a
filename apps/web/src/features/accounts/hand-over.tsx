import { useState } from 'react'
import { useText } from '../../lib/language.tsx'
import { Button, Modal } from '../../ui/antd.ts'
import { LeaveGuard } from '../../ui/leave-guard.tsx'
import { texts } from './texts.ts'

interface HandOverProps {
  readonly who: string
  readonly passphrase: string
  /** What else must be known: that it waits, or what comes next. */
  readonly note: string
  readonly onClose: () => void
}

/** The passphrase that was given, once: nobody can read it afterwards. A click beside the dialog does not lose it. */
export function HandOver({ who, passphrase, note, onClose }: HandOverProps) {
  const t = useText()
  const [isCopied, setCopied] = useState(false)
  return (
    <Modal
      open
      title={t(texts.handOver)}
      okText={t(texts.handedOver)}
      cancelButtonProps={{ hidden: true }}
      mask={{ closable: false }}
      closable={false}
      keyboard={false}
      onOk={onClose}
    >
      <LeaveGuard isChanged />
      <p>{t(texts.handOverWhat)}</p>
      <p className="muted">{who}</p>
      <div className="passphrase-shown" translate="no">
        {passphrase}
      </div>
      <Button block onClick={() => void navigator.clipboard.writeText(passphrase).then(() => setCopied(true))}>
        {t(isCopied ? texts.copied : texts.copy)}
      </Button>
      <p className="muted" style={{ marginTop: 12 }}>
        {note}
      </p>
    </Modal>
  )
}
