import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { pickFactor, shiftPitch, wavOf } from './disguise.ts'

const RATE = 16_000
const tone = (hertz: number) =>
  Float32Array.from({ length: 2 * RATE }, (_, at) => 0.5 * Math.sin((2 * Math.PI * hertz * at) / RATE))

/** How strong a tone is in the middle of a sound. */
function strength(samples: Float32Array, hertz: number): number {
  let [real, imaginary] = [0, 0]
  for (let at = RATE / 2; at < RATE; at += 1) {
    const angle = (2 * Math.PI * hertz * at) / RATE
    real += (samples[at] ?? 0) * Math.cos(angle)
    imaginary += (samples[at] ?? 0) * Math.sin(angle)
  }
  return Math.hypot(real, imaginary) / (RATE / 2)
}

describe('A voice', () => {
  it('comes out at another pitch, as long as before and hardly a trace of the old one', () => {
    for (const factor of [1 / 1.3, 1.25]) {
      const shifted = shiftPitch(tone(400), factor, RATE)
      expect(shifted).toHaveLength(2 * RATE)
      const moved = Math.max(...[-24, -16, -8, 0, 8, 16, 24].map((off) => strength(shifted, 400 * factor + off)))
      expect(moved).toBeGreaterThan(3 * strength(shifted, 400))
    }
  })

  it('is moved by a sixth to a third up or down, never left where it was', () => {
    fc.assert(
      fc.property(fc.double({ min: 0, max: 1, noNaN: true }), (random) => {
        const factor = pickFactor(random)
        const far = Math.max(factor, 1 / factor)
        expect(far).toBeGreaterThanOrEqual(1.16)
        expect(far).toBeLessThanOrEqual(1.33)
      }),
      { seed: 87 },
    )
  })

  it('is a WAV file of one channel that says nothing else', () => {
    const wav = wavOf(tone(400), RATE)
    const view = new DataView(wav.buffer)
    const words = [wav.subarray(0, 4), wav.subarray(8, 16), wav.subarray(36, 40)].map((bytes) => new TextDecoder().decode(bytes))
    expect(words).toEqual(['RIFF', 'WAVEfmt ', 'data'])
    expect([view.getUint32(4, true), view.getUint16(22, true), view.getUint32(24, true), view.getUint32(40, true)]).toEqual([
      wav.length - 8,
      1,
      RATE,
      wav.length - 44,
    ])
  })
})
