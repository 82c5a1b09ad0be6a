// The few things that every part does with the page. No text ever becomes markup.

/** The element with this id; the tag, where its own fields are needed. */
export function byId<K extends keyof HTMLElementTagNameMap = 'div'>(id: string, _tag?: K): HTMLElementTagNameMap[K] {
  const found = document.getElementById(id)
  if (found === null) throw new Error(`the page has no ${id}`)
  return found as HTMLElementTagNameMap[K]
}

export function all(selector: string): readonly HTMLElement[] {
  return [...document.querySelectorAll<HTMLElement>(selector)]
}

/** Calls on an event; a form is then not sent by the browser. */
export function on(target: string | HTMLElement, event: string, act: () => void): void {
  const element = typeof target === 'string' ? byId(target) : target
  element.addEventListener(event, (happened) => {
    if (event === 'submit') happened.preventDefault()
    act()
  })
}

/** A text with what is known put into its braces. */
export function filled(text: string, known: Readonly<Record<string, string | number>>): string {
  return text.replace(/\{(\w+)\}/g, (brace, name: string) => String(known[name] ?? brace))
}

/** Says an error beside its field, which is marked and takes the focus; an empty text takes it back. */
export function sayError(id: string, text: string, field: string | null = null): void {
  byId(id).textContent = text
  if (field === null) return
  const element = byId(field)
  if (text === '') element.removeAttribute('aria-invalid')
  else {
    element.setAttribute('aria-invalid', 'true')
    element.focus()
  }
}

export function make<K extends keyof HTMLElementTagNameMap>(
  tag: K,
  text: string,
  attributes: Readonly<Record<string, string>> = {},
): HTMLElementTagNameMap[K] {
  const element = document.createElement(tag)
  element.textContent = text
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value)
  return element
}

/** What is chosen among radio buttons of a name; null where nothing is, or the empty one. */
export function chosen(name: string): string | null {
  const value = document.querySelector<HTMLInputElement>(`input[name=${name}]:checked`)?.value ?? ''
  return value === '' ? null : value
}

export function press(button: HTMLElement, isPressed: boolean): void {
  button.setAttribute('aria-pressed', String(isPressed))
}

/** A day as `2026-11-28`, in the words of the page. */
export function dayIn(text: string, day: string): string {
  const [, month = 0, date = 0] = day.split('-').map(Number)
  return filled(text, { month, day: date })
}
