import { fingerprintGroups, rootFingerprint, signingKeys } from '@shengmian/sealing'
import { EXIT, type ExitCode } from '../exit-codes.ts'
import { say } from '../words.ts'
import { asCommand, random, writeNew } from './report-files.ts'

/** `shengmian report root FILE`: makes a root key on a machine that never touches a network; FILE.pub goes into the page and onto cards. */
export function runRoot(args: readonly string[]): Promise<ExitCode> {
  return asCommand(args, { files: ['FILE'], values: [] }, async ({ files: [place = ''] }) => {
    const { secret, verify } = signingKeys(random(32))
    await writeNew(place, `${secret}\n`, true)
    await writeNew(`${place}.pub`, `${verify}\n`)
    const print = fingerprintGroups(rootFingerprint(new Uint8Array(Buffer.from(verify, 'hex')))).join(' ')
    say({ zh: `根钥已生成，指纹 ${print}`, en: `a root key was made, fingerprint ${print}` })
    return EXIT.done
  })
}
