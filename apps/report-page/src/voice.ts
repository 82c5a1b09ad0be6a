// Recording, where the browser may; else a file from the phone's own recorder.
import type { Piece } from './parts.ts'

const TYPES = ['audio/webm', 'audio/mp4', 'audio/ogg', 'audio/wav'] as const
/** Other names that phones give to the same. */
const NAMES: Readonly<Record<string, (typeof TYPES)[number]>> = {
  'audio/x-wav': 'audio/wav',
  'audio/wave': 'audio/wav',
  'audio/x-m4a': 'audio/mp4',
  'audio/m4a': 'audio/mp4',
  'video/mp4': 'audio/mp4',
  'video/webm': 'audio/webm',
}
/** Speech needs no more, and a minute is then 180 KB. */
const BITS_A_SECOND = 24_000

export interface Recording {
  readonly stop: () => Promise<Piece | null>
}

/** Starts recording; null where the phone or the person does not allow it. `tick` is told the seconds. */
export async function startRecording(tick: (seconds: number) => void): Promise<Recording | null> {
  try {
    const stream = await navigator.mediaDevices.getUserMedia({ audio: true })
    const recorder = new MediaRecorder(stream, { audioBitsPerSecond: BITS_A_SECOND })
    const pieces: Blob[] = []
    recorder.addEventListener('dataavailable', ({ data }) => void pieces.push(data))
    recorder.start(1_000)
    let seconds = 0
    tick(0)
    const timer = setInterval(() => tick((seconds += 1)), 1_000)
    return {
      stop: async () => {
        clearInterval(timer)
        const ended = new Promise((resolve) => recorder.addEventListener('stop', resolve))
        recorder.stop()
        await ended
        for (const track of stream.getTracks()) track.stop()
        return voiceOf(new Blob(pieces, { type: recorder.mimeType }), seconds)
      },
    }
  } catch {
    return null
  }
}

/** A recording as it will be sent; null where it is no sound or empty. */
export async function voiceOf(blob: Blob, seconds: number): Promise<Piece | null> {
  const [name = ''] = blob.type.toLowerCase().split(';')
  const type = TYPES.find((one) => one === name) ?? NAMES[name]
  const bytes = new Uint8Array(await blob.arrayBuffer())
  return type === undefined || bytes.length === 0 ? null : { kind: 'voice', bytes, type, original: null, seconds }
}
