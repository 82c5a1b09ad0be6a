import { argon2id } from 'hash-wasm'
import { utf8 } from '../bytes.ts'

/** 4 MiB, one pass: a card costs the printing browser milliseconds, and trying all 2^50 codes of one desk whole farms years. */
const COST = { memorySize: 4_096, iterations: 1, parallelism: 1 } as const

/** Bytes of a hash. */
export const CARD_HASH = 16

/** What a desk keeps of a code (`readCardCode`): 16 bytes, another at every desk. */
export function cardHash(code: string, desk: string): Promise<Uint8Array> {
  return argon2id({
    password: code,
    salt: utf8(`shengmian/card/v1/${desk}`),
    ...COST,
    hashLength: CARD_HASH,
    outputType: 'binary',
  })
}
