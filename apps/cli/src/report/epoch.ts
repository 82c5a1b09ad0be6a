import { mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import {
  makeIdentity,
  nextManifest,
  readManifest,
  recipientOf,
  signingKeys,
  signManifest,
  verifyKeyOf,
  type Manifest,
} from '@shengmian/sealing'
import { EXIT, type ExitCode } from '../exit-codes.ts'
import { say } from '../words.ts'
import { asCommand, random, readSigned, readSigningKey, refuse, writeNew } from './report-files.ts'

/**
 * `shengmian report epoch FOLDER --root KEY --from D --until D (--round R --acknowledge HEX | --after MANIFEST)`: the keys of an epoch and the
 * manifest that names them. The first epoch also makes the keys of the escrow and the custodian, to be split at once.
 */
export function runEpoch(args: readonly string[]): Promise<ExitCode> {
  const values = ['root', 'from', 'until', 'round', 'acknowledge', 'after']
  return asCommand(args, { files: ['FOLDER'], values }, async ({ files: [folder = ''], need, value }) => {
    const root = await readSigningKey(need('root'))
    const verifyRoot = verifyKeyOf(root) ?? ''
    const [team, replies] = [makeIdentity(random), signingKeys(random(32))]
    const dates = { from: need('from'), until: need('until') }
    const change = { team: sureRecipient(team), verify: replies.verify, ...dates }
    const after = value('after')
    const lasting = after === undefined ? { escrow: makeIdentity(random), custodian: makeIdentity(random) } : null
    const manifest: Manifest =
      lasting === null
        ? nextManifest((await readSigned(after ?? '', verifyRoot)).manifest, change)
        : {
            v: 1,
            round: need('round'),
            seq: 1,
            ...change,
            escrow: sureRecipient(lasting.escrow),
            custodian: sureRecipient(lasting.custodian),
            acknowledge: need('acknowledge'),
            minVersion: 1,
          }
    const signed = signManifest(manifest, root)
    if (readManifest(signed, verifyRoot) === null || dates.from > dates.until)
      return refuse(
        '日期写作 2026-11-28，先后要对；--acknowledge 为服务器给出的 64 位十六进制',
        'days are written 2026-11-28, in order; --acknowledge is the 64 hexadecimal digits that the server gives',
      )
    await mkdir(folder, { recursive: true, mode: 0o700 })
    await writeNew(join(folder, 'team.key'), `${team}\n`, true)
    await writeNew(join(folder, 'reply.key'), `${replies.secret}\n`, true)
    for (const [name, identity] of Object.entries(lasting ?? {}))
      await writeNew(join(folder, `${name}.key`), `${identity}\n`, true)
    await writeNew(join(folder, `manifest-${manifest.seq}`), signed)
    say({ zh: `第${manifest.seq}期钥匙已生成：${folder}`, en: `the keys of epoch ${manifest.seq} are in ${folder}` })
    return EXIT.done
  })
}

function sureRecipient(identity: string): string {
  return recipientOf(identity) ?? refuse('钥匙无效', 'the key is none')
}
