// Reads a screen aloud where the phone can; never a code, unless it is asked for.
import { byId, on, press } from './dom.ts'

/** Shows the button where there is a voice; `screen` is what is on show. */
export function offerReadAloud(screen: () => HTMLElement): void {
  if (!('speechSynthesis' in globalThis)) return
  const button = byId('aloud', 'button')
  button.hidden = false
  on(button, 'click', () => {
    if (speechSynthesis.speaking) {
      speechSynthesis.cancel()
      press(button, false)
    } else {
      press(button, true)
      speak(wordsOf(screen()), () => press(button, false))
    }
  })
}

export function speak(text: string, done: () => void): void {
  const utterance = new SpeechSynthesisUtterance(text)
  utterance.lang = document.documentElement.lang
  utterance.rate = 0.9
  utterance.addEventListener('end', done)
  utterance.addEventListener('error', done)
  speechSynthesis.speak(utterance)
}

/** What can be seen, one breath a line. */
function wordsOf(element: HTMLElement): string {
  const words: string[] = []
  const visit = (one: Element) => {
    if (one.closest('[data-silent],[hidden],script') !== null) return
    if (one.children.length === 0 || one.matches('p,li,button,label,h1,h2,dt,dd,summary')) {
      const text = one.textContent.trim()
      if (text !== '') words.push(text)
    } else for (const child of one.children) visit(child)
  }
  visit(element)
  return words.join('。\n')
}
