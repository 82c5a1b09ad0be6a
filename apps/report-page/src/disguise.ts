// Changes the pitch of a voice and not its speed: it is drawn out or together in overlapping grains that are laid where they fit best
// (WSOLA), and then played faster or slower. It makes a stranger of the voice to strangers; who knows the person may still know it, and
// the page says so.
import type { Piece } from './parts.ts'

/** Length of a grain, and how far its best place is looked for, in seconds. */
const GRAIN = 0.04
const SEARCH = 0.01
/** Every so many samples are compared: enough to find the place, and a phone is done in a second or two. */
const COARSE = 8
/** Half an octave at most: further away nobody understands the words. */
const NEAREST = 1.16
const FURTHEST = 1.32

/** Samples with all tones `factor` times as high, as long as before. */
export function shiftPitch(samples: Float32Array, factor: number, rate: number): Float32Array {
  const drawn = drawOut(samples, factor, rate)
  return Float32Array.from(samples, (_, at) => {
    const from = at * factor
    const low = Math.floor(from)
    return (drawn[low] ?? 0) * (1 - (from - low)) + (drawn[low + 1] ?? 0) * (from - low)
  })
}

/** The same tones, `factor` times as long. */
function drawOut(samples: Float32Array, factor: number, rate: number): Float32Array {
  const hop = Math.round((GRAIN * rate) / 2)
  const search = Math.round(SEARCH * rate)
  const drawn = new Float32Array(Math.ceil(samples.length * factor) + 2 * hop)
  let place = 0
  for (let to = 0; to < samples.length * factor; to += hop) {
    // What would have followed the last grain is what the next should begin like.
    const next = place + hop
    const wanted = Math.round(to / factor)
    place = to === 0 ? 0 : bestPlace(samples, next, wanted, hop, search)
    for (let at = 0; at < 2 * hop; at += 1) {
      const fade = 0.5 - 0.5 * Math.cos((Math.PI * (at + 0.5)) / hop)
      drawn[to + at] = (drawn[to + at] ?? 0) + (samples[place + at] ?? 0) * fade
    }
  }
  return drawn
}

function bestPlace(samples: Float32Array, like: number, around: number, length: number, search: number): number {
  let [best, most] = [around, Number.NEGATIVE_INFINITY]
  for (let place = Math.max(0, around - search); place <= around + search; place += COARSE) {
    let likeness = 0
    for (let at = 0; at < length; at += COARSE) likeness += (samples[place + at] ?? 0) * (samples[like + at] ?? 0)
    if (likeness > most) [best, most] = [place, likeness]
  }
  return best
}

/** How far a voice is moved: another amount for each report, up or down. `random` is from 0 to 1. */
export function pickFactor(random: number): number {
  const far = NEAREST + (FURTHEST - NEAREST) * Math.abs(2 * random - 1)
  return random < 0.5 ? 1 / far : far
}

/** Samples as a file that plays everywhere: WAV, 16 bits, one channel, and no word of who made it. */
export function wavOf(samples: Float32Array, rate: number): Uint8Array {
  const view = new DataView(new ArrayBuffer(44 + 2 * samples.length))
  const word = (at: number, text: string) => [...text].forEach((letter, n) => view.setUint8(at + n, letter.charCodeAt(0)))
  word(0, 'RIFF')
  view.setUint32(4, 36 + 2 * samples.length, true)
  word(8, 'WAVEfmt ')
  view.setUint32(16, 16, true)
  view.setUint16(20, 1, true)
  view.setUint16(22, 1, true)
  view.setUint32(24, rate, true)
  view.setUint32(28, 2 * rate, true)
  view.setUint16(32, 2, true)
  view.setUint16(34, 16, true)
  word(36, 'data')
  view.setUint32(40, 2 * samples.length, true)
  for (const [at, sample] of samples.entries())
    view.setInt16(44 + 2 * at, Math.round(Math.max(-1, Math.min(1, sample)) * 32_767), true)
  return new Uint8Array(view.buffer)
}

const RATES = [16_000, 8_000]
const MOST_BYTES = 6 * 1_048_576

/** All pieces, each recording among them in another voice; null where one cannot be changed. */
export async function disguiseVoices(pieces: readonly Piece[]): Promise<readonly Piece[] | null> {
  const changed: Piece[] = []
  for (const piece of pieces) {
    const bytes = piece.kind === 'voice' ? await disguise(piece.bytes) : piece.bytes
    if (bytes === null) return null
    changed.push(piece.kind === 'voice' ? { ...piece, bytes, type: 'audio/wav' } : piece)
  }
  return changed
}

/** A recording in another voice, or null where this phone cannot open it or it is too long. */
async function disguise(recording: Uint8Array): Promise<Uint8Array | null> {
  try {
    const [random = 0] = crypto.getRandomValues(new Uint32Array(1))
    for (const rate of RATES) {
      // Decoding brings it to the rate of the context.
      const sound = await new OfflineAudioContext(1, 1, rate).decodeAudioData(recording.slice().buffer)
      if (44 + 2 * sound.length > MOST_BYTES) continue
      return wavOf(shiftPitch(sound.getChannelData(0), pickFactor(random / 2 ** 32), rate), rate)
    }
    return null
  } catch {
    return null
  }
}
