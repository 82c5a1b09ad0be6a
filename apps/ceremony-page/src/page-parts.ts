// Finding and making what stands on the page.

export function element<T extends HTMLElement>(id: string, kind: new () => T): T {
  const found = document.getElementById(id)
  if (!(found instanceof kind)) throw new Error(`#${id} is not on the page`)
  return found
}

export function made<K extends keyof HTMLElementTagNameMap>(tag: K, text: string, className = ''): HTMLElementTagNameMap[K] {
  const one = document.createElement(tag)
  one.textContent = text
  one.className = className
  return one
}

export const typed = (id: string): string => element(id, HTMLInputElement).value.trim()

export async function picked(id: string): Promise<Uint8Array | null> {
  const [file] = element(id, HTMLInputElement).files ?? []
  return file === undefined ? null : new Uint8Array(await file.arrayBuffer())
}

export function note(zh: string, en: string, kind: 'good' | 'bad' | '' = ''): HTMLElement {
  const one = made('p', `${zh} `, `verdict ${kind}`)
  const english = made('span', en)
  english.lang = 'en'
  one.append(english)
  return one
}

/** What a person can mend, in both languages. */
export class Refusal extends Error {
  readonly zh: string
  constructor(zh: string, en: string) {
    super(en)
    this.zh = zh
  }
}

/** A button's work: it is off meanwhile, and what it refuses stands where its result would. */
export function onPress(id: string, result: string, work: () => Promise<readonly HTMLElement[]>): void {
  const button = element(id, HTMLButtonElement)
  const place = element(result, HTMLElement)
  button.addEventListener('click', () => {
    button.disabled = true
    place.replaceChildren(note('正在办理，要几秒……', 'Working, some seconds …'))
    // A breath, so that the words are there before the work begins.
    setTimeout(() => {
      void work()
        .then((parts) => place.replaceChildren(...parts))
        .catch((error: unknown) =>
          place.replaceChildren(
            error instanceof Refusal
              ? note(error.zh, error.message, 'bad')
              : note('出错，没有生成任何东西', String(error), 'bad'),
          ),
        )
        .finally(() => (button.disabled = false))
    }, 30)
  })
}

export interface NamedFile {
  readonly name: string
  readonly bytes: Uint8Array | string
  readonly zh: string
  readonly en: string
}

/** Files to be saved one by one, each with what it is for. */
export function fileList(files: readonly NamedFile[]): HTMLElement {
  const list = made('ul', '', 'files')
  for (const { name, bytes, zh, en } of files) {
    const link = made('a', name)
    link.download = name
    link.href = URL.createObjectURL(new Blob([typeof bytes === 'string' ? bytes : new Uint8Array(bytes)]))
    link.addEventListener('click', () => link.classList.add('saved'))
    const line = made('li', '')
    const why = made('span', `${zh} `)
    const english = made('span', en)
    english.lang = 'en'
    why.append(english)
    line.append(link, why)
    list.append(line)
  }
  return list
}
