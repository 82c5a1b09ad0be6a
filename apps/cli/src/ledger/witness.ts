// A witness as a program: one key, the logs that it serves, and a file to which every size and root that it cosigned is added for good.
import { createPrivateKey, createPublicKey, generateKeyPairSync, sign } from 'node:crypto'
import { closeSync, existsSync, fsyncSync, openSync, readFileSync, writeFileSync, writeSync } from 'node:fs'
import { createServer, type IncomingMessage } from 'node:http'
import { answerWitness, readKey, readPolicy, witnessKey, type Seen, type Witness } from '@shengmian/ledger-verify'
import { EXIT, type ExitCode } from '../exit-codes.ts'
import { readOptions } from '../read-options.ts'
import { note, say, type Words } from '../words.ts'
import { nodeHashes } from './node-hashes.ts'

const LARGEST_REQUEST = 100_000

/** `shengmian ledger witness --name NAME --key FILE.pem --logs POLICY --state FILE.jsonl [--port N] [--host H]` */
export async function runLedgerWitness(args: readonly string[]): Promise<ExitCode> {
  const options = readOptions(args, { files: [], values: ['name', 'key', 'logs', 'state', 'port', 'host'], flags: [] })
  if (options.kind === 'refused') return refuse(options.why)
  const { name, key, logs, state, port = '8421', host = '127.0.0.1' } = options.taken.values
  if (name === undefined || key === undefined || logs === undefined || state === undefined)
    return refuse({ zh: '缺少 --name、--key、--logs 或 --state', en: '--name, --key, --logs or --state is missing' })
  const witness = openWitness(name, key, logs)
  if ('zh' in witness) return refuse(witness)
  const seen = readState(state)
  const server = createServer((request, response) => {
    void readBody(request).then((body) => {
      if (body === null || request.method !== 'POST' || request.url?.endsWith('/add-checkpoint') !== true)
        return response.writeHead(body === null ? 413 : 404).end()
      const answer = answerWitness(witness, (origin) => seen.get(origin) ?? null, body, Math.floor(Date.now() / 1000))
      if (answer.seen !== null) {
        // On disk before the answer leaves: a witness that forgets is none.
        append(state, answer.seen.origin, answer.seen.head)
        seen.set(answer.seen.origin, answer.seen.head)
      }
      const type = answer.status === 409 ? 'text/x.tlog.size' : 'text/plain; charset=utf-8'
      return response.writeHead(answer.status, { 'content-type': type }).end(answer.body)
    })
  })
  await new Promise<void>((resolve, reject) => void server.once('error', reject).listen(Number(port), host, resolve))
  const address = server.address()
  say({
    zh: `见证方密钥 ${witness.keyText}；地址 http://${host}:${typeof address === 'object' ? address?.port : port}`,
    en: `key ${witness.keyText}; address http://${host}:${typeof address === 'object' ? address?.port : port}`,
  })
  await new Promise<void>((resolve) => void process.once('SIGINT', resolve).once('SIGTERM', resolve))
  server.close()
  return EXIT.done
}

function openWitness(name: string, keyFile: string, logsFile: string): (Witness & { readonly keyText: string }) | Words {
  if (!existsSync(keyFile)) {
    const { privateKey } = generateKeyPairSync('ed25519')
    writeFileSync(keyFile, privateKey.export({ type: 'pkcs8', format: 'pem' }), { mode: 0o600, flag: 'wx' })
  }
  const privateKey = createPrivateKey(readFileSync(keyFile, 'utf8'))
  const publicKey = createPublicKey(privateKey).export({ type: 'spki', format: 'der' }).subarray(-32)
  const keyText = witnessKey(nodeHashes, name, publicKey)
  const key = readKey(nodeHashes, keyText)
  if (key === null) return { zh: `名称 ${name} 不能用`, en: `${name} cannot be a name` }
  const policy = readPolicy(nodeHashes, readFileSync(logsFile, 'utf8'))
  if ('why' in policy)
    return { zh: `${logsFile}:${policy.line}：有误（${policy.why}）`, en: `${logsFile}:${policy.line}: ${policy.why}` }
  return { hashes: nodeHashes, policy, key, keyText, sign: (message) => sign(null, message, privateKey) }
}

function readState(file: string): Map<string, Seen> {
  const seen = new Map<string, Seen>()
  const text = existsSync(file) ? readFileSync(file, 'utf8') : ''
  for (const line of text.split('\n').filter((each) => each !== '')) {
    const { origin, size, root } = JSON.parse(line) as { origin: string; size: number; root: string }
    seen.set(origin, { size, root: new Uint8Array(Buffer.from(root, 'base64')) })
  }
  return seen
}

function append(file: string, origin: string, { size, root }: Seen): void {
  const handle = openSync(file, 'a', 0o600)
  writeSync(handle, `${JSON.stringify({ origin, size, root: Buffer.from(root).toString('base64') })}\n`)
  fsyncSync(handle)
  closeSync(handle)
}

async function readBody(request: IncomingMessage): Promise<string | null> {
  const chunks: Buffer[] = []
  let length = 0
  for await (const chunk of request) {
    length += (chunk as Buffer).length
    if (length > LARGEST_REQUEST) return null
    chunks.push(chunk as Buffer)
  }
  return Buffer.concat(chunks).toString('utf8')
}

function refuse(why: Words): ExitCode {
  note(why)
  return EXIT.badInput
}
