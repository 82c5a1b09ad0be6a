import { fingerprintGroups, rootFingerprint, signingKeys, verifyKeyOf } from '@shengmian/sealing'
import { fileList, made, note, onPress, picked, Refusal, typed } from './page-parts.ts'
import { demandPassphrase, openUnder, sealUnder } from './passphrase.ts'
import { bytesOf, random } from './random.ts'

interface Root {
  readonly secret: string
  readonly verify: string
}

let root: Root | null = null

/** The root that was made or opened on this page. */
export function openedRoot(): Root {
  if (root === null) throw new Refusal('请先在第一步新做或打开根钥', 'Make or open the root first')
  return root
}

export function watchRootStep(): void {
  onPress('make-root', 'root-result', async () => {
    const passphrase = demandPassphrase(typed('root-pass'), '封存口令', 'passphrase')
    if (passphrase !== typed('root-pass-again')) throw new Refusal('两遍口令不一样', 'The passphrases differ')
    const keys = signingKeys(random(32))
    const sealed = await sealUnder(passphrase, `${keys.secret}\n`)
    root = keys
    return [
      note('根钥已做好，请保存两个文件', 'The root is made; save both files', 'good'),
      ...fingerprint(keys.verify),
      fileList([
        { name: 'root.age', bytes: sealed, zh: '根钥，口令封存，不进任何联网电脑', en: 'the root, never on a networked machine' },
        { name: 'root.pub', bytes: `${keys.verify}\n`, zh: '根钥公钥，填到“开设收件点”', en: 'its public key, for the desk' },
      ]),
    ]
  })
  onPress('open-root', 'root-result', async () => {
    const file = await picked('root-file')
    if (file === null) throw new Refusal('请选择根钥文件', 'Choose the root file')
    const secret = (await openUnder(typed('root-open-pass'), file)).trim()
    const verify = verifyKeyOf(secret)
    if (verify === null) throw new Refusal('文件里没有根钥', 'The file holds no root')
    root = { secret, verify }
    return [
      note('根钥已打开，只在本页内存里', 'The root is open, in the memory of this page only', 'good'),
      ...fingerprint(verify),
    ]
  })
}

function fingerprint(verify: string): readonly HTMLElement[] {
  const groups = fingerprintGroups(rootFingerprint(bytesOf(verify))).join(' ')
  return [
    note('根钥指纹，与纸上核对：', 'Fingerprint, to be compared with the paper:'),
    made('p', groups, 'fingerprint'),
    made('p', verify),
  ]
}
