// The log's keys: made at the first start, readable by nobody else. Whoever has them can sign; what they cannot do is take back what
// witnesses have seen.
import { createPrivateKey, createPublicKey, generateKeyPairSync, randomBytes, randomFillSync, sign } from 'node:crypto'
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { hex, sm2PublicKey, sm2Sign, verifierKey, type Signer } from '@shengmian/ledger'
import { hashes } from './hashes.ts'

export interface LedgerKeys {
  /** The log's name, which its keys carry. */
  readonly origin: string
  /** Ed25519 first; SM2 where its key lies there. */
  readonly signers: readonly Signer[]
  readonly verifierKeys: readonly string[]
}

/**
 * Reads `ed25519.pem`, `origin` and, where it is there, `sm2.hex` (64 digits) of a folder; makes the first two once, mode 0600.
 * @throws Error when a file is there and is no key
 */
export function openLedgerKeys(folder: string): LedgerKeys {
  mkdirSync(folder, { recursive: true, mode: 0o700 })
  const [pemFile, originFile, sm2File] = ['ed25519.pem', 'origin', 'sm2.hex'].map((name) => path.join(folder, name)) as [
    string,
    string,
    string,
  ]
  if (!existsSync(pemFile)) {
    const { privateKey } = generateKeyPairSync('ed25519')
    writeFileSync(pemFile, privateKey.export({ type: 'pkcs8', format: 'pem' }), { mode: 0o600, flag: 'wx' })
  }
  if (!existsSync(originFile)) writeFileSync(originFile, `shengmian.invalid/ledger/${hex(randomBytes(8))}\n`, { flag: 'wx' })
  const origin = readFileSync(originFile, 'utf8').trim()
  const signers = [ed25519Signer(origin, readFileSync(pemFile, 'utf8'))]
  if (existsSync(sm2File)) signers.push(sm2Signer(origin, readFileSync(sm2File, 'utf8').trim()))
  return { origin, signers, verifierKeys: signers.map(({ key }) => verifierKey(hashes.sha256, key)) }
}

function ed25519Signer(origin: string, pem: string): Signer {
  const privateKey = createPrivateKey(pem)
  if (privateKey.asymmetricKeyType !== 'ed25519') throw new Error('ed25519.pem of the ledger holds a key of another kind')
  const publicKey = createPublicKey(privateKey).export({ type: 'spki', format: 'der' }).subarray(-32)
  return {
    key: { name: origin, type: 'ed25519', publicKey: new Uint8Array(publicKey) },
    sign: (message) => new Uint8Array(sign(null, message, privateKey)),
  }
}

function sm2Signer(origin: string, digits: string): Signer {
  if (!/^[0-9a-f]{64}$/.test(digits)) throw new Error('sm2.hex of the ledger must hold 64 hexadecimal digits')
  const privateKey = new Uint8Array(Buffer.from(digits, 'hex'))
  return {
    key: { name: origin, type: 'sm2', publicKey: sm2PublicKey(privateKey) },
    sign: (message) => {
      for (;;) {
        const signature = sm2Sign(hashes.sm3, privateKey, message, randomFillSync(new Uint8Array(32)))
        if (signature !== null) return signature
      }
    },
  }
}
