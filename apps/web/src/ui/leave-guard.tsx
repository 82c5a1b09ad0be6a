import { useBlocker } from '@tanstack/react-router'
import { useEffect, useRef } from 'react'
import { useText } from '../lib/language.tsx'
import { Modal } from './antd.ts'

const texts = {
  title: { zh: '有改动还没有保存', en: 'There are changes that are not saved' },
  what: { zh: '离开这一页，这些改动就没有了。', en: 'They are lost when you leave this page.' },
  stay: { zh: '留在本页', en: 'Stay' },
  leave: { zh: '不保存，离开', en: 'Leave without saving' },
}

/** Asks before what was typed is lost: another page, the back button, a reload or a closed tab. */
export function LeaveGuard({ isChanged }: { readonly isChanged: boolean }) {
  const t = useText()
  const latest = useRef(isChanged)
  useEffect(() => {
    latest.current = isChanged
  }, [isChanged])
  const blocker = useBlocker({
    shouldBlockFn: async () => {
      // A page that saves and then goes on has not been drawn again when it asks to leave.
      await new Promise((resolve) => setTimeout(resolve))
      return latest.current
    },
    enableBeforeUnload: () => latest.current,
    withResolver: true,
  })
  if (blocker.status !== 'blocked') return null
  return (
    <Modal
      open
      title={t(texts.title)}
      okText={t(texts.leave)}
      okButtonProps={{ danger: true }}
      cancelText={t(texts.stay)}
      onOk={blocker.proceed}
      onCancel={blocker.reset}
    >
      {t(texts.what)}
    </Modal>
  )
}
