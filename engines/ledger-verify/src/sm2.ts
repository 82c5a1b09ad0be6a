// Whether an SM2 signature holds (GB/T 32918.2, 7.1), in plain affine arithmetic: nothing secret passes here, so nothing need be constant-time.
import { bytesOfText, chain, type Hashes } from './bytes.ts'

const P = 0xfffffffeffffffffffffffffffffffffffffffff00000000ffffffffffffffffn
const N = 0xfffffffeffffffffffffffffffffffff7203df6b21c6052b53bbf40939d54123n
const A = P - 3n
const B = 0x28e9fa9e9d9f5e344d5a9e4bcf6509a7f39789f515ab8f92ddbcbd414d940e93n
const G: Affine = {
  x: 0x32c4ae2c1f1981195f9904466a39c9948fe30bbff2660be1715a4589334c74c7n,
  y: 0xbc3736a2f4f6779c59bdcee36b692153d0a9877cc62a474002df32e52139f0a0n,
}
const SIGNER_ID = bytesOfText('1234567812345678')

interface Affine {
  readonly x: bigint
  readonly y: bigint
}
type Sum = Affine | null

/** `publicKey`: 65 bytes, uncompressed; `signature`: r and s, 32 bytes each. Anything else does not hold. */
export function doesSm2Hold(sm3: Hashes['sm3'], publicKey: Uint8Array, message: Uint8Array, signature: Uint8Array): boolean {
  if (publicKey.length !== 65 || publicKey[0] !== 4 || signature.length !== 64) return false
  const key: Affine = { x: numberOf(publicKey.subarray(1, 33)), y: numberOf(publicKey.subarray(33)) }
  if (key.x >= P || key.y >= P || (key.y * key.y - key.x ** 3n - A * key.x - B) % P !== 0n) return false
  const [r, s] = [numberOf(signature.subarray(0, 32)), numberOf(signature.subarray(32))]
  const t = (r + s) % N
  if (r === 0n || r >= N || s === 0n || s >= N || t === 0n) return false
  const z = sm3(
    chain([Uint8Array.of(0, SIGNER_ID.length * 8), SIGNER_ID, ...[A, B, G.x, G.y].map(bytesOfNumber), publicKey.subarray(1)]),
  )
  const point = sum(times(s, G), times(t, key))
  return point !== null && (numberOf(sm3(chain([z, message]))) + point.x) % N === r
}

function sum(a: Sum, b: Sum): Sum {
  if (a === null) return b
  if (b === null) return a
  if (a.x === b.x && (a.y + b.y) % P === 0n) return null
  const slope = a.x === b.x ? (3n * a.x * a.x + A) * inverse(2n * a.y) : (b.y - a.y) * inverse(b.x - a.x)
  const x = within(slope * slope - a.x - b.x)
  return { x, y: within(slope * (a.x - x) - a.y) }
}

function times(factor: bigint, point: Affine): Sum {
  let [rest, doubled, total]: [bigint, Sum, Sum] = [factor, point, null]
  for (; rest > 0n; rest >>= 1n) {
    if ((rest & 1n) === 1n) total = sum(total, doubled)
    doubled = sum(doubled, doubled)
  }
  return total
}

/** By Euclid. */
function inverse(value: bigint): bigint {
  let [high, low, x, y] = [P, within(value), 0n, 1n]
  while (low !== 0n) {
    const quotient = high / low
    ;[high, low, x, y] = [low, high - quotient * low, y, x - quotient * y]
  }
  return within(x)
}

function within(value: bigint): bigint {
  const rest = value % P
  return rest < 0n ? rest + P : rest
}

function numberOf(bytes: Uint8Array): bigint {
  return bytes.reduce((value, byte) => (value << 8n) | BigInt(byte), 0n)
}

function bytesOfNumber(value: bigint): Uint8Array {
  return Uint8Array.from({ length: 32 }, (_, k) => Number((value >> BigInt(8 * (31 - k))) & 255n))
}
