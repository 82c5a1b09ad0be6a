// A program that works for seconds or minutes gets a thread of its own, so that requests are answered meanwhile.
import { Worker } from 'node:worker_threads'

/** What the program finds beside its task. */
export interface StopFlag {
  /** Set to 1 to ask it to stop. */
  readonly stop: SharedArrayBuffer
}

type Step<Message> = Extract<Message, { kind: 'progress' }>
type Final<Message> = Exclude<Message, { kind: 'progress' }>

interface Watch<Message> {
  /** Told how far it is; what comes while it is still at work is dropped. `false` asks the program to stop. */
  readonly onProgress?: (step: Step<Message>) => Promise<boolean>
  /** Ends the thread at once; the answer is then an error. */
  readonly signal?: AbortSignal
}

/** Runs `file` with `task` as its `workerData` and answers the last message that is no progress. */
export async function runInThread<Message extends object>(
  file: URL,
  task: object,
  { onProgress, signal }: Watch<Message> = {},
): Promise<Final<Message>> {
  signal?.throwIfAborted()
  const stop = new SharedArrayBuffer(4)
  const worker = new Worker(file, { workerData: { ...task, stop } })
  const end = (): void => void worker.terminate()
  signal?.addEventListener('abort', end, { once: true })
  const told: { now: Promise<void> | null; final: Final<Message> | null } = { now: null, final: null }
  try {
    await new Promise<void>((resolve, reject) => {
      worker.on('message', (message: Message) => {
        if (!isStep(message)) {
          told.final = message as Final<Message>
          return
        }
        told.now ??= Promise.resolve(onProgress?.(message) ?? true)
          .then((goOn) => {
            if (!goOn) Atomics.store(new Int32Array(stop), 0, 1)
          }, reject)
          .finally(() => {
            told.now = null
          })
      })
      worker.on('error', reject)
      worker.on('exit', () => resolve())
    })
    // the last word about progress comes before the answer
    await told.now
  } finally {
    signal?.removeEventListener('abort', end)
    end()
  }
  signal?.throwIfAborted()
  if (told.final === null) throw new Error(`${file.pathname.split('/').at(-1) ?? ''} ended without an answer`)
  return told.final
}

function isStep<Message extends object>(message: Message): message is Step<Message> & Message {
  return 'kind' in message && message.kind === 'progress'
}
