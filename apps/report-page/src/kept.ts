// What an earlier visit left sealed in this phone: told on the first page, and sent as soon as there is signal.
import { byId, filled, on } from './dom.ts'
import { deliver } from './deliver.ts'
import type { Outbox } from './outbox.ts'
import type { Later, Page, Sealed } from './parts.ts'

export interface Kept {
  readonly send: () => Promise<void>
  readonly sayWiped: () => void
}

/** `isFree`: nothing else is being sent by this page. */
export function openKept(page: Page, later: Later, outbox: Outbox, isFree: () => boolean): Kept {
  let isBusy = false
  const say = (text: string, isOver: boolean) => {
    byId('kept').hidden = text === ''
    byId('kept-text').textContent = text
    for (const id of ['kept-again', 'kept-wipe']) byId(id).hidden = isOver
  }
  const send = async () => {
    if (isBusy || !isFree()) return
    isBusy = true
    try {
      const listed = await outbox.list()
      const waiting = listed.filter((sealed): sealed is Sealed => sealed !== null)
      if (waiting.length > 0) say(filled(later.keptSending, { n: waiting.length }), false)
      let left = waiting.length
      for (const sealed of waiting) {
        const delivery = await deliver(sealed, page, () => undefined)
        if (delivery.kind === 'no-signal') break
        if (delivery.kind !== 'arrived') continue
        await outbox.remove(sealed.key)
        left -= 1
        say(filled(later.keptArrived, { n: delivery.number }), true)
      }
      if (left > 0) say(filled(later.kept, { n: left }), false)
      else if (waiting.length < listed.length) say(later.keptBroken, false)
    } finally {
      isBusy = false
    }
  }
  on('kept-again', 'click', () => void send())
  addEventListener('online', () => void send())
  document.addEventListener('visibilitychange', () => {
    if (document.visibilityState === 'visible') void send()
  })
  return { send, sayWiped: () => say(later.wiped, true) }
}
