// SM3 (GB/T 32905), for where the platform has none: browsers. In Node its own is quicker.

const IV = [0x7380166f, 0x4914b2b9, 0x172442d7, 0xda8a0600, 0xa96f30bc, 0x163138aa, 0xe38dee4d, 0xb0fb0e4e] as const

function turn(value: number, by: number): number {
  return (value << (by % 32)) | (value >>> ((32 - (by % 32)) % 32))
}

/** The 32 bytes of SM3 over a message. */
export function sm3(message: Uint8Array): Uint8Array {
  const padded = new Uint8Array(Math.ceil((message.length + 9) / 64) * 64)
  padded.set(message)
  padded[message.length] = 0x80
  const view = new DataView(padded.buffer)
  view.setBigUint64(padded.length - 8, BigInt(message.length) * 8n)
  const state = Int32Array.from(IV)
  const words = new Int32Array(68)
  for (let block = 0; block < padded.length; block += 64) compress(state, words, view, block)
  const hash = new Uint8Array(32)
  const out = new DataView(hash.buffer)
  for (const [k, word] of state.entries()) out.setInt32(4 * k, word)
  return hash
}

function compress(state: Int32Array, w: Int32Array, view: DataView, block: number): void {
  const word = (k: number): number => w[k] ?? 0
  for (let k = 0; k < 16; k++) w[k] = view.getInt32(block + 4 * k)
  for (let k = 16; k < 68; k++) {
    const x = word(k - 16) ^ word(k - 9) ^ turn(word(k - 3), 15)
    w[k] = x ^ turn(x, 15) ^ turn(x, 23) ^ turn(word(k - 13), 7) ^ word(k - 6)
  }
  let [a = 0, b = 0, c = 0, d = 0, e = 0, f = 0, g = 0, h = 0] = state
  for (let k = 0; k < 64; k++) {
    const isEarly = k < 16
    const a12 = turn(a, 12)
    const ss1 = turn((a12 + e + turn(isEarly ? 0x79cc4519 : 0x7a879d8a, k)) | 0, 7)
    const ff = isEarly ? a ^ b ^ c : (a & b) | (a & c) | (b & c)
    const gg = isEarly ? e ^ f ^ g : (e & f) | (~e & g)
    const tt1 = (ff + d + (ss1 ^ a12) + (word(k) ^ word(k + 4))) | 0
    const tt2 = (gg + h + ss1 + word(k)) | 0
    ;[d, c, b, a] = [c, turn(b, 9), a, tt1]
    ;[h, g, f, e] = [g, turn(f, 19), e, tt2 ^ turn(tt2, 9) ^ turn(tt2, 17)]
  }
  for (const [k, value] of [a, b, c, d, e, f, g, h].entries()) state[k] = (state[k] ?? 0) ^ value
}
