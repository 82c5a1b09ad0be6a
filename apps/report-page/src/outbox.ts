// Sealed reports that wait for signal. Bytes only, as ArrayBuffers: stored Files and Blobs get lost on some phones. What is written is read
// back and hashed; what is read is hashed again; nothing is removed before the server's acknowledgement was verified.
import type { Sealed, Sealing } from './parts.ts'

const DATABASE = 'outbox'
const STORE = 'sealed'

type Stored = Omit<Sealed, 'envelope' | 'attachments'> & {
  readonly envelope: ArrayBuffer
  readonly attachments: readonly { readonly id: string; readonly file: ArrayBuffer }[]
}

export interface Outbox {
  /** Whether it is in the phone now, whole; false where nothing can be stored. */
  readonly put: (sealed: Sealed) => Promise<boolean>
  /** What waits; a damaged one is null. */
  readonly list: () => Promise<readonly (Sealed | null)[]>
  readonly remove: (key: string) => Promise<void>
  /** Takes the whole database away. */
  readonly wipe: () => Promise<void>
}

export function openOutbox(hash: Sealing['hash']): Outbox {
  const read = (stored: Stored): Sealed | null => {
    const attachments = stored.attachments.map(({ id, file }) => ({ id, file: new Uint8Array(file) }))
    const sealed = { ...stored, envelope: new Uint8Array(stored.envelope), attachments }
    const isWhole = hash(sealed.envelope) === stored.hash && attachments.every(({ id, file }) => hash(file) === id)
    return isWhole ? sealed : null
  }
  return {
    put: async (sealed) => {
      const attachments = sealed.attachments.map(({ id, file }) => ({ id, file: bufferOf(file) }))
      const stored: Stored = { ...sealed, envelope: bufferOf(sealed.envelope), attachments }
      try {
        await inStore('readwrite', (store) => store.put(stored))
        const back = await inStore('readonly', (store) => store.get(sealed.key) as IDBRequest<Stored | undefined>)
        // Asks the phone not to clear it when it runs short; few say yes, and none is harmed by asking.
        void navigator.storage?.persist?.().catch(() => false)
        return back !== undefined && read(back) !== null
      } catch {
        return false
      }
    },
    list: async () => {
      try {
        return (await inStore('readonly', (store) => store.getAll() as IDBRequest<Stored[]>)).map(read)
      } catch {
        return []
      }
    },
    remove: async (key) => {
      try {
        await inStore('readwrite', (store) => store.delete(key))
      } catch {
        // It was not stored, or will be sent again, which the server knows by its key.
      }
    },
    wipe: () =>
      new Promise((resolve) => {
        const asked = indexedDB.deleteDatabase(DATABASE)
        for (const event of ['success', 'error', 'blocked']) asked.addEventListener(event, () => resolve())
      }),
  }
}

/** Opened for each use: some phones close a database under a page that sleeps. */
async function inStore<T>(mode: IDBTransactionMode, ask: (store: IDBObjectStore) => IDBRequest<T>): Promise<T> {
  const database = await new Promise<IDBDatabase>((resolve, reject) => {
    const asked = indexedDB.open(DATABASE, 1)
    asked.addEventListener('upgradeneeded', () => void asked.result.createObjectStore(STORE, { keyPath: 'key' }))
    asked.addEventListener('success', () => resolve(asked.result))
    asked.addEventListener('error', () => reject(new Error('no storage')))
  })
  try {
    return await new Promise<T>((resolve, reject) => {
      // Strict: on the disk, and not on its way there, when a battery dies.
      const transaction = database.transaction(STORE, mode, { durability: 'strict' })
      const request = ask(transaction.objectStore(STORE))
      transaction.addEventListener('complete', () => resolve(request.result))
      transaction.addEventListener('abort', () => reject(new Error('not stored')))
      transaction.addEventListener('error', () => reject(new Error('not stored')))
    })
  } finally {
    database.close()
  }
}

function bufferOf(bytes: Uint8Array): ArrayBuffer {
  return bytes.slice().buffer
}
