// The spare key in shares: each a file under its holder's passphrase, and the same on paper as a QR code.
import { create } from 'qrcode'
import { split } from 'shamir-secret-sharing'
import { makeIdentity, openShare, recipientOf, splitKey } from '@shengmian/sealing'
import { element, made, type NamedFile } from './page-parts.ts'
import { sealUnder } from './passphrase.ts'
import { random } from './random.ts'

export interface Holder {
  readonly name: string
  readonly passphrase: string
}

interface Splitting {
  readonly desk: string
  readonly day: string
  readonly holders: readonly Holder[]
  readonly need: number
}

/** Files of the shares; the sheets to be printed are laid on the page. */
export async function shareFiles(escrow: string, { desk, day, holders, need }: Splitting): Promise<readonly NamedFile[]> {
  // The engine seals each share to a key of its holder: here keys of a moment, since holders bring a passphrase and no key.
  const keys = holders.map(() => makeIdentity(random))
  const purpose = `escrow ${desk}`
  const sealed = await splitKey(escrow, { purpose, holders: keys.map((key) => recipientOf(key) ?? ''), need }, { split, random })
  const sheets: HTMLElement[] = []
  const files: NamedFile[] = []
  for (const [at, { name, passphrase }] of holders.entries()) {
    const share = openShare(sealed?.[at] ?? new Uint8Array(0), keys[at] ?? '')
    if (share === null) throw new Error('a share of our own making does not open')
    const bytes = await sealUnder(passphrase, `${JSON.stringify(share)}\n`)
    const number = at + 1
    files.push({
      name: `share-${number}.age`,
      bytes,
      zh: `备用钥第${number}份，交${name}`,
      en: `share ${number} of the spare key`,
    })
    sheets.push(sheet({ desk, day, number, name, of: holders.length, need, recipient: share.recipient }, bytes))
  }
  element('sheets', HTMLDivElement).replaceChildren(...sheets)
  return files
}

interface SheetFacts {
  readonly desk: string
  readonly day: string
  readonly number: number
  readonly name: string
  readonly of: number
  readonly need: number
  readonly recipient: string
}

function sheet({ desk, day, number, name, of, need, recipient }: SheetFacts, bytes: Uint8Array): HTMLElement {
  const page = made('article', '', 'share')
  const english = made(
    'p',
    `Share ${number} of ${of} of the spare key: any ${need} open sealed reports. It is under your passphrase. Keep apart from the others; give it to nobody.`,
  )
  english.lang = 'en'
  const facts = document.createElement('dl')
  for (const [label, text] of [
    ['收件点', desk],
    ['保管方', name],
    ['第几份', `${number}／${of}（任意${need}份可合）`],
    ['启用日', day],
    ['备用钥公钥', recipient],
  ] as const)
    facts.append(made('dt', label), made('dd', text))
  const hands = made('div', '', 'hands')
  hands.append(...['保管人签字', '监交人签字', '日期'].map((label) => made('span', label)))
  page.append(
    made('h1', `备用钥 第${number}份`),
    made('p', '这张纸上的码是您那一份钥匙，已用您的口令锁好。单独保存，不要和别的份放在一起，不要交给任何人。'),
    english,
    code(btoa(String.fromCharCode(...bytes))),
    facts,
    made('p', '演练或启用时：扫出文字存为文件，或带上同一份文件，在断网电脑的“收件钥匙”页第三步使用。'),
    hands,
  )
  return page
}

/** A QR code as one path; level M, four modules of quiet zone. */
function code(text: string): SVGSVGElement {
  const { modules } = create(text, { errorCorrectionLevel: 'M' })
  const svg = document.createElementNS('http://www.w3.org/2000/svg', 'svg')
  svg.setAttribute('viewBox', `-4 -4 ${modules.size + 8} ${modules.size + 8}`)
  const path = document.createElementNS('http://www.w3.org/2000/svg', 'path')
  const dark: string[] = []
  for (let y = 0; y < modules.size; y += 1)
    for (let x = 0; x < modules.size; x += 1) if (modules.get(y, x) === 1) dark.push(`M${x} ${y}h1v1h-1z`)
  path.setAttribute('d', dark.join(''))
  svg.append(path)
  return svg
}
