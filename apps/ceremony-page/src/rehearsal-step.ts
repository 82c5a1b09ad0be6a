import { joinKey, openFile, readShare, type Share } from '@shengmian/sealing'
import { NEED, field } from './epoch-step.ts'
import { element, made, note, onPress, picked, Refusal, typed } from './page-parts.ts'
import { openUnder } from './passphrase.ts'

export function watchRehearsalStep(): void {
  const rows = element('shares', HTMLTableElement).tBodies[0]
  for (let number = 1; number <= NEED; number += 1) {
    const row = rows?.insertRow()
    row?.insertCell().append(String(number))
    row?.insertCell().append(field(`share-${number}`, 'file', `第${number}位的钥匙份 share of holder ${number}`))
    row?.insertCell().append(field(`share-pass-${number}`, 'password', `第${number}位的口令 passphrase of holder ${number}`))
  }
  onPress('rehearse', 'rehearsal-result', rehearse)
}

async function rehearse(): Promise<readonly HTMLElement[]> {
  const file = await picked('word-file')
  if (file === null) throw new Refusal('请选择暗语文件', 'Choose the file with the sealed word')
  const shares: Share[] = []
  for (let number = 1; number <= NEED; number += 1) shares.push(await shareOf(number))
  const joined = await joinKey(shares)
  if (joined.kind === 'refused') throw new Refusal(REFUSED[joined.why], joined.why)
  const word = openFile(file, [joined.identity])
  if (word === null)
    throw new Refusal('备用钥合好了，但打不开这个暗语文件：不是这把备用钥的', 'The joined key does not open this file')
  const numbers = shares.map(({ number }) => number).toSorted((a, b) => a - b)
  return [
    note(
      '备用钥可用。把暗语和份号填到工作页面登记：',
      'The spare key works. Log the word and the shares on the staff page:',
      'good',
    ),
    made('p', new TextDecoder().decode(word).trim(), 'fingerprint'),
    made('p', `份号 shares: ${numbers.join('、')}`),
  ]
}

async function shareOf(number: number): Promise<Share> {
  const file = await picked(`share-${number}`)
  if (file === null) throw new Refusal(`第${number}位还没有选钥匙份`, `Holder ${number} chose no share`)
  const share = readShare(new TextEncoder().encode((await openUnder(typed(`share-pass-${number}`), fromPaper(file))).trim()))
  if (share === null) throw new Refusal(`第${number}位的文件不是钥匙份`, `The file of holder ${number} is no share`)
  return share
}

/** What a scanner reads from the paper is base64; it is the same file. */
function fromPaper(file: Uint8Array): Uint8Array {
  const text = new TextDecoder().decode(file).trim()
  return /^[A-Za-z0-9+/]+=*$/.test(text) && text.length > 200 ? Uint8Array.from(atob(text), (one) => one.charCodeAt(0)) : file
}

const REFUSED = {
  'too-few': '要三份不同的钥匙份',
  'not-of-one-key': '这几份不是同一把备用钥的',
  'wrong-shares': '有钥匙份不对，合不出备用钥',
} as const
