import type { FormInstance, ModalProps } from 'antd'
import { useId, type ReactNode } from 'react'
import { ActDialog } from './act-dialog.tsx'
import { Form } from './antd.ts'

interface FormDialogProps<Filled> extends Pick<ModalProps, 'width' | 'okButtonProps'> {
  readonly title: string
  /** What the button says that is done. */
  readonly act: string
  readonly form: FormInstance<Filled>
  readonly initialValues?: Partial<Filled>
  readonly isBusy: boolean
  readonly error: unknown
  /** With what was filled in, once every field is as it must be. */
  readonly onFinish: (filled: Filled) => void
  readonly onClose: () => void
  readonly children: ReactNode
}

/** Fields in a dialog: Enter or the button hands them in, and a refusal stands below them. */
export function FormDialog<Filled>({
  title,
  act,
  form,
  initialValues,
  isBusy,
  error,
  onFinish,
  onClose,
  children,
  ...modal
}: FormDialogProps<Filled>) {
  // Ids of fields begin with the form's name: a field called `root` would else take the page's own element for itself.
  const name = useId()
  return (
    <ActDialog title={title} act={act} isBusy={isBusy} error={error} onAct={() => form.submit()} onClose={onClose} {...modal}>
      <Form
        form={form}
        name={name}
        layout="vertical"
        requiredMark={false}
        onFinish={onFinish}
        {...(initialValues === undefined ? {} : { initialValues })}
      >
        {children}
      </Form>
    </ActDialog>
  )
}
