// The third script: the code, sending, and coming back. It hangs together what needs the first two.
import { openAnswers } from './answers.ts'
import { all, byId, on } from './dom.ts'
import { openKept } from './kept.ts'
import { openOutbox } from './outbox.ts'
import { bring, type Later } from './parts.ts'
import { openSending } from './sending.ts'

bring('after', (page) => {
  const later = JSON.parse(byId('later').textContent) as Later
  // Hashing is the second script's: what waits for it waits for the outbox too.
  const outbox = openOutbox((bytes) => hash(bytes))
  let hash = (_bytes: Uint8Array) => ''
  const ready = page.sealing.then((sealing) => {
    hash = sealing.hash
  })
  const sending = openSending(page, later, outbox)
  const answers = openAnswers(page, later, outbox)
  const kept = openKept(page, later, outbox, () => !sending.isBusy())
  for (const button of all('.home'))
    on(button, 'click', () => {
      answers.close()
      page.show('first')
    })
  void ready.then(kept.send)
  performance.mark('can-send')
  return {
    toCode: sending.toCode,
    toBack: answers.open,
    forgetAll: async () => {
      sending.forget()
      answers.close()
      await outbox.wipe()
      forgetStorage()
      kept.sayWiped()
    },
  }
})

function forgetStorage(): void {
  try {
    localStorage.clear()
  } catch {
    // There is none.
  }
}
