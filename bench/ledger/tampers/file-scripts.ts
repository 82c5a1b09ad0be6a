// On the files: what somebody does to an exported or published log on disk.
import { generateKeyPairSync, sign } from 'node:crypto'
import { readFileSync, rmSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { nodeHashes } from '../../../apps/cli/src/ledger/node-hashes.ts'
import { signNote } from '../../../engines/ledger/src/index.ts'
import type { TamperScript } from './script.ts'

const edit = (folder: string, name: string, change: (text: string) => string) => {
  const file = path.join(folder, name)
  writeFileSync(file, change(readFileSync(file, 'latin1')), 'latin1')
}

export const fileScripts: readonly TamperScript[] = [
  {
    does: 'changes one letter in an entry',
    files: (folder) => edit(folder, 'tile/entries/000', (text) => text.replace('"op":"insert"', '"op":"update"')),
    named: [{ check: 'entry-changed', subject: 'registry.person' }],
  },
  {
    does: 'takes a file of entries away',
    files: (folder) => rmSync(path.join(folder, 'tile/entries/000')),
    named: [{ check: 'missing', subject: 'entry 0' }],
  },
  {
    does: 'cuts a file of entries short',
    files: (folder) => edit(folder, 'tile/entries/000', (text) => text.slice(0, -10)),
    named: [{ check: 'missing', subject: 'entry 0' }],
  },
  {
    does: 'changes a hash in a tile',
    files: (folder) => edit(folder, 'tile/1/000.p/2', (text) => `x${text.slice(1)}`),
    named: [{ check: 'tile', subject: 'tile/1/000' }],
  },
  {
    does: 'states another size in the checkpoint',
    files: (folder) => edit(folder, 'checkpoint', (text) => text.replace(/\n\d+\n/, '\n500\n')),
    named: [{ check: 'signature', subject: 'checkpoint' }],
  },
  {
    does: 'signs the checkpoint with a key of its own',
    files: (folder) =>
      edit(folder, 'checkpoint', (note) => {
        const { publicKey, privateKey } = generateKeyPairSync('ed25519')
        const text = `${note.split('\n\n')[0]}\n`
        const raw = new Uint8Array(publicKey.export({ type: 'spki', format: 'der' }).subarray(-32))
        const key = { name: text.split('\n')[0] ?? '', type: 'ed25519', publicKey: raw } as const
        const signer = { key, sign: (message: Uint8Array) => new Uint8Array(sign(null, message, privateKey)) }
        return Buffer.from(signNote(nodeHashes.sha256, text, [signer])).toString('latin1')
      }),
    named: [{ check: 'signature', subject: 'checkpoint' }],
  },
  {
    does: 'takes the witnesses’ signatures off',
    files: (folder) => edit(folder, 'checkpoint', (text) => text.split('\n').slice(0, 5).join('\n') + '\n'),
    named: [{ check: 'quorum', subject: 'checkpoint' }],
  },
  {
    does: 'puts an older copy of the log in its place',
    files: (folder) =>
      edit(folder, 'checkpoint', () =>
        Buffer.from(
          (JSON.parse(readFileSync(path.join(folder, 'checkpoints.jsonl'), 'utf8').split('\n')[0] ?? '{}') as { note: string })
            .note,
        ).toString('latin1'),
      ),
    named: [{ check: 'rolled-back', subject: 'checkpoint' }],
  },
]
