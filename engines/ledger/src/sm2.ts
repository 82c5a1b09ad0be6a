// SM2 signatures with SM3 (GB/T 32918.2). Node's OpenSSL makes ECDSA on this curve, which is another equation; so the equation is here,
// over the point arithmetic of noble-curves. It is not a certified product: "ready for", never "compliant".
import { bytesToNumberBE, numberToBytesBE } from '@noble/curves/utils.js'
import { weierstrass } from '@noble/curves/abstract/weierstrass.js'
import { joined, utf8, type Hash } from './bytes.ts'

const CURVE = {
  p: 0xfffffffeffffffffffffffffffffffffffffffff00000000ffffffffffffffffn,
  n: 0xfffffffeffffffffffffffffffffffff7203df6b21c6052b53bbf40939d54123n,
  h: 1n,
  a: 0xfffffffeffffffffffffffffffffffffffffffff00000000fffffffffffffffcn,
  b: 0x28e9fa9e9d9f5e344d5a9e4bcf6509a7f39789f515ab8f92ddbcbd414d940e93n,
  Gx: 0x32c4ae2c1f1981195f9904466a39c9948fe30bbff2660be1715a4589334c74c7n,
  Gy: 0xbc3736a2f4f6779c59bdcee36b692153d0a9877cc62a474002df32e52139f0a0n,
}
const Point = weierstrass(CURVE)
/** The identity that GB/T 35276 prescribes where none is agreed. */
const IDENTITY = '1234567812345678'

/** The public key of a private one (32 bytes): 65 bytes, uncompressed. */
export function sm2PublicKey(privateKey: Uint8Array): Uint8Array {
  return Point.BASE.multiply(bytesToNumberBE(privateKey)).toBytes(false)
}

/**
 * Signs with 32 random bytes of the caller's, fresh for every signature: r and s, 32 bytes each. `null` where these bytes give no
 * signature (about once in 2^128): take others.
 */
export function sm2Sign(sm3: Hash, privateKey: Uint8Array, message: Uint8Array, random: Uint8Array): Uint8Array | null {
  const { n } = CURVE
  const [d, k] = [bytesToNumberBE(privateKey), bytesToNumberBE(random)]
  if (k === 0n || k >= n) return null
  const e = bytesToNumberBE(sm3(joined(identityHash(sm3, sm2PublicKey(privateKey)), message)))
  const r = (e + Point.BASE.multiply(k).toAffine().x) % n
  if (r === 0n || r + k === n) return null
  const s = modulo(inverse(1n + d, n) * modulo(k - r * d, n), n)
  return s === 0n ? null : joined(numberToBytesBE(r, 32), numberToBytesBE(s, 32))
}

/** Z of GB/T 32918.2, 5.5: the signer's identity, the curve and the public key. */
function identityHash(sm3: Hash, publicKey: Uint8Array): Uint8Array {
  const id = utf8(IDENTITY)
  const curve = [CURVE.a, CURVE.b, CURVE.Gx, CURVE.Gy].map((number) => numberToBytesBE(number, 32))
  return sm3(joined(Uint8Array.of((id.length * 8) >>> 8, (id.length * 8) & 255), id, ...curve, publicKey.subarray(1)))
}

function modulo(value: bigint, n: bigint): bigint {
  const rest = value % n
  return rest < 0n ? rest + n : rest
}

function inverse(value: bigint, n: bigint): bigint {
  let [a, b, u, v] = [modulo(value, n), n, 1n, 0n]
  while (a > 1n) {
    const quotient = b / a
    ;[a, b, u, v] = [b % a, a, v - quotient * u, u]
  }
  return modulo(u, n)
}
