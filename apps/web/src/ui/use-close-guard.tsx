import { useState, type ReactNode } from 'react'
import { useText } from '../lib/language.tsx'
import { Modal } from './antd.ts'
import { LeaveGuard } from './leave-guard.tsx'

const texts = {
  title: { zh: '填写的内容还没有提交', en: 'What you filled in has not been sent' },
  what: { zh: '关闭后，填写的内容就没有了。', en: 'It is lost when you close.' },
  stay: { zh: '继续填写', en: 'Go on' },
  close: { zh: '不提交，关闭', en: 'Close without sending' },
}

/** Asks before a dialog with something filled in is closed or its page left. `close` stands for `onClose`; `guard` is drawn beside it. */
export function useCloseGuard(
  isChanged: boolean,
  onClose: () => void,
): { readonly close: () => void; readonly guard: ReactNode } {
  const t = useText()
  const [isAsking, setAsking] = useState(false)
  const guard = (
    <>
      <LeaveGuard isChanged={isChanged} />
      <Modal
        open={isAsking}
        title={t(texts.title)}
        okText={t(texts.close)}
        okButtonProps={{ danger: true }}
        cancelText={t(texts.stay)}
        onOk={onClose}
        onCancel={() => setAsking(false)}
      >
        {t(texts.what)}
      </Modal>
    </>
  )
  return { close: isChanged ? () => setAsking(true) : onClose, guard }
}

/** Whether what was filled in is on its way or has arrived: a refusal gives it back to whoever filled it in. */
export function useSent(error: unknown): readonly [isSent: boolean, send: () => void] {
  const [wasSent, setSent] = useState(false)
  return [wasSent && (error === null || error === undefined), () => setSent(true)]
}
