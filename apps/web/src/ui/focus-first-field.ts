/** Once a dialog has opened it takes the focus itself; this hands it on to the first field, where people begin to type. */
export function focusFirstField(isOpen: boolean): void {
  if (!isOpen) return
  const dialogs = document.querySelectorAll<HTMLElement>('.ant-modal')
  const field = [...dialogs]
    .at(-1)
    ?.querySelector<HTMLElement>('.ant-modal-body :is(input, textarea):not([type=file], :disabled)')
  field?.focus()
}
