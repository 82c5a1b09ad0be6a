import type { FormInstance, ModalProps } from 'antd'
import { useEffect, useId, useState, type ReactNode } from 'react'
import { useLanguage } from '../lib/language.tsx'
import { ActDialog } from './act-dialog.tsx'
import { Form } from './antd.ts'
import { placeErrors } from './place-errors.ts'
import { useCloseGuard } from './use-close-guard.tsx'

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

/** Fields in a dialog: Enter or the button hands them in; a refusal stands at its field, or below them all where it is of none. */
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
  const { language } = useLanguage()
  const [isChanged, setChanged] = useState(false)
  const [unplaced, setUnplaced] = useState<unknown>(null)
  useEffect(() => {
    const isRefused = error !== null && error !== undefined
    if (isRefused) setChanged(true)
    setUnplaced(isRefused ? placeErrors(form, error, language) : null)
  }, [error, form, language])
  const { close, guard } = useCloseGuard(isChanged, onClose)
  const finish = (filled: Filled) => {
    setChanged(false)
    onFinish(filled)
  }
  return (
    <ActDialog title={title} act={act} isBusy={isBusy} error={unplaced} onAct={() => form.submit()} onClose={close} {...modal}>
      <Form
        form={form}
        name={name}
        layout="vertical"
        requiredMark={false}
        onValuesChange={() => setChanged(true)}
        onFinish={finish}
        {...(initialValues === undefined ? {} : { initialValues })}
      >
        {children}
      </Form>
      {guard}
    </ActDialog>
  )
}
