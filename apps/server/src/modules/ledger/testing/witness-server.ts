// A witness of another body, for tests: the verifier's own answer behind HTTP, its memory in a map.
import { generateKeyPairSync, hash, sign } from 'node:crypto'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { verifierKey } from '@shengmian/ledger'
import { answerWitness, readKey, readPolicy, type Seen } from '@shengmian/ledger-verify'

const named = (name: string) => (bytes: Uint8Array) => new Uint8Array(hash(name, bytes, 'buffer'))
export const hashes = { sha256: named('sha256'), sm3: named('sm3') }

export interface TestWitness {
  /** Its line in witnesses.txt. */
  readonly line: string
  readonly seen: Map<string, Seen>
  /** Serves logs with these keys. */
  readonly serve: (logKeys: readonly string[]) => void
  readonly stop: () => Promise<void>
}

export async function startWitness(name: string): Promise<TestWitness> {
  const pair = generateKeyPairSync('ed25519')
  const publicKey = new Uint8Array(pair.publicKey.export({ type: 'spki', format: 'der' }).subarray(-32))
  const keyText = verifierKey(hashes.sha256, { name: `${name}.invalid/witness`, type: 'cosignature', publicKey })
  const key = readKey(hashes, keyText)
  if (key === null) throw new Error('no key')
  const seen = new Map<string, Seen>()
  let policyText = 'quorum none\n'
  const server = createServer((request, response) => {
    void (async () => {
      const chunks: Buffer[] = []
      for await (const chunk of request) chunks.push(chunk as Buffer)
      const policy = readPolicy(hashes, policyText)
      if ('why' in policy) throw new Error(policy.why)
      const witness = { hashes, policy, key, sign: (message: Uint8Array) => new Uint8Array(sign(null, message, pair.privateKey)) }
      const body = Buffer.concat(chunks).toString('utf8')
      const answer = answerWitness(witness, (origin) => seen.get(origin) ?? null, body, Math.floor(Date.now() / 1000))
      if (answer.seen !== null) seen.set(answer.seen.origin, answer.seen.head)
      response.writeHead(answer.status).end(answer.body)
    })()
  })
  await new Promise<void>((resolve) => void server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  return {
    line: `witness ${name} ${keyText} http://127.0.0.1:${port}`,
    seen,
    serve: (logKeys) => {
      policyText = [...logKeys.map((each) => `log ${each}`), 'quorum none', ''].join('\n')
    },
    stop: () => new Promise((resolve) => void server.close(() => resolve())),
  }
}
