import type { ModalProps } from 'antd'
import type { ReactNode } from 'react'
import { Modal } from './antd.ts'
import { focusFirstField } from './focus-first-field.ts'
import { Refused } from './refused.tsx'

interface ActDialogProps extends Pick<ModalProps, 'width' | 'okButtonProps' | 'destroyOnHidden'> {
  readonly title: string
  /** What the button says that is done. */
  readonly act: string
  readonly isOpen?: boolean
  readonly isBusy: boolean
  readonly error: unknown
  readonly onAct: () => void
  readonly onClose: () => void
  /** Nothing where the title asks all. */
  readonly children?: ReactNode
}

/** One act in a dialog: its first field has the focus, and a refusal stands below what was asked. */
export function ActDialog({ title, act, isOpen = true, isBusy, error, onAct, onClose, children, ...modal }: ActDialogProps) {
  return (
    <Modal
      open={isOpen}
      title={title}
      okText={act}
      confirmLoading={isBusy}
      afterOpenChange={focusFirstField}
      onOk={onAct}
      onCancel={onClose}
      {...modal}
    >
      {children}
      {error === null || error === undefined ? null : <Refused error={error} />}
    </Modal>
  )
}
