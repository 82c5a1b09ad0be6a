import {
  makeIdentity,
  nextManifest,
  readManifest,
  recipientOf,
  signingKeys,
  signManifest,
  type Manifest,
} from '@shengmian/sealing'
import { element, fileList, made, note, onPress, picked, Refusal, typed, type NamedFile } from './page-parts.ts'
import { demandPassphrase, sealUnder } from './passphrase.ts'
import { random } from './random.ts'
import { openedRoot } from './root-step.ts'
import { shareFiles, type Holder } from './share-files.ts'

const SHARES = 5
export const NEED = 3

export function watchEpochStep(): void {
  const rows = element('holders', HTMLTableElement).tBodies[0]
  for (let number = 1; number <= SHARES; number += 1) {
    const row = rows?.insertRow()
    row?.insertCell().append(String(number))
    row?.insertCell().append(field(`holder-${number}`, 'text', `第${number}份保管方 holder of share ${number}`))
    row?.insertCell().append(field(`holder-pass-${number}`, 'password', `第${number}份口令 passphrase of share ${number}`))
  }
  element('before', HTMLInputElement).addEventListener('change', ({ target }) => {
    const isRotation = target instanceof HTMLInputElement && (target.files?.length ?? 0) > 0
    for (const id of ['round', 'acknowledge']) element(id, HTMLInputElement).disabled = isRotation
    element('lasting', HTMLFieldSetElement).hidden = isRotation
  })
  onPress('make-epoch', 'epoch-result', makeEpoch)
}

export function field(id: string, type: 'text' | 'password' | 'file', label: string): HTMLInputElement {
  const one = document.createElement('input')
  one.id = id
  one.type = type
  one.autocomplete = 'off'
  one.setAttribute('aria-label', label)
  return one
}

async function makeEpoch(): Promise<readonly HTMLElement[]> {
  const root = openedRoot()
  const [from, until] = [typed('from'), typed('until')]
  if (from === '' || until === '' || from > until)
    throw new Refusal('起止日期没填，或颠倒了', 'The days are missing or in the wrong order')
  const passphrase = demandPassphrase(typed('team-pass'), '组钥口令', 'passphrase of the team key')
  const [team, replies] = [makeIdentity(random), signingKeys(random(32))]
  const change = { team: publicOf(team), verify: replies.verify, from, until }
  const before = await picked('before')
  const { manifest, files } =
    before === null ? await firstEpoch(change) : { manifest: rotated(before, root.verify, change), files: [] }
  const signed = signManifest(manifest, root.secret)
  const { seq } = manifest
  // Read back as a phone will read it: what it would refuse must not be published.
  if (readManifest(signed, root.verify) === null)
    throw new Refusal(
      '代号用 4 至 32 个小写字母和数字，收件签名钥为 64 位十六进制',
      'The code or the acknowledging key is malformed',
    )
  const all: readonly NamedFile[] = [
    {
      name: `manifest-${seq}.txt`,
      bytes: signed,
      zh: '钥匙单，带到工作页面上传公布（不是秘密）',
      en: 'the manifest, to be published; no secret',
    },
    {
      name: `team-${seq}.age`,
      // Both lines are read by the inbox: what opens reports, and what signs answers.
      bytes: await sealUnder(passphrase, `${team}\n${replies.secret}\n`),
      zh: '组钥和答复钥，口令另行交给组员',
      en: 'team and reply keys; hand the passphrase over apart',
    },
    ...files,
  ]
  return [
    note(`第${seq}期已签发，请逐个保存`, `Epoch ${seq} is signed; save each file`, 'good'),
    fileList(all),
    ...printing(files.length > 0),
  ]
}

async function firstEpoch(
  change: Pick<Manifest, 'team' | 'verify' | 'from' | 'until'>,
): Promise<{ readonly manifest: Manifest; readonly files: readonly NamedFile[] }> {
  const [round, acknowledge] = [typed('round'), typed('acknowledge').toLowerCase()]
  if (!/^[a-z0-9]{4,32}$/.test(round))
    throw new Refusal('代号用 4 至 32 个小写字母和数字', 'A code has 4 to 32 lower-case letters and digits')
  const halves = ['custodian-one', 'custodian-two'].map(typed)
  if (halves.some((half) => half.length < 6))
    throw new Refusal('姓名钥口令每半句至少 6 个字符', 'Each half has at least 6 characters')
  const holders = Array.from({ length: SHARES }, (_, at): Holder => {
    const name = typed(`holder-${at + 1}`)
    if (name === '') throw new Refusal(`第${at + 1}份没有写保管方`, `Share ${at + 1} has no holder`)
    return {
      name,
      passphrase: demandPassphrase(typed(`holder-pass-${at + 1}`), `第${at + 1}份口令`, `passphrase of share ${at + 1}`),
    }
  })
  const [escrow, custodian] = [makeIdentity(random), makeIdentity(random)]
  const manifest: Manifest = {
    v: 1,
    round,
    seq: 1,
    ...change,
    escrow: publicOf(escrow),
    custodian: publicOf(custodian),
    acknowledge,
    minVersion: 1,
  }
  const files: readonly NamedFile[] = [
    {
      name: 'custodian.age',
      bytes: await sealUnder(halves.join(''), `${custodian}\n`),
      zh: '姓名钥，口令为两人的前后半句相连',
      en: 'opens names; its passphrase is both halves, one after the other',
    },
    ...(await shareFiles(escrow, { desk: round, day: change.from, holders, need: NEED })),
  ]
  return { manifest, files }
}

function rotated(before: Uint8Array, root: string, change: Parameters<typeof nextManifest>[1]): Manifest {
  const manifest = readManifest(before, root)
  if (manifest === null) throw new Refusal('上一期钥匙单不是这把根钥签发的', 'This root did not sign the manifest before')
  return nextManifest(manifest, change)
}

function publicOf(identity: string): string {
  const recipient = recipientOf(identity)
  if (recipient === null) throw new Error('a key of our own making has no public half')
  return recipient
}

function printing(hasSheets: boolean): readonly HTMLElement[] {
  if (!hasSheets) return []
  const button = made('button', '打印五张钥匙份 Print the five share sheets', 'second')
  button.type = 'button'
  button.addEventListener('click', () => window.print())
  return [button]
}
