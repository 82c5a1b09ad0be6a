// The page: three files in, a verdict out.
import { sha256 } from '@noble/hashes/sha2.js'
import { readPolicy, sm3, verifyLedger, verifyRecord, type Finding, type Hashes, type Policy } from '@shengmian/ledger-verify'
import { pickedFiles } from './picked-files.ts'

const hashes: Hashes = { sha256, sm3 }

interface Verdict {
  readonly findings: readonly Finding[]
  readonly facts: readonly (readonly [string, string])[]
  readonly content: string | null
}

const button = element('check', HTMLButtonElement)
button.addEventListener('click', () => {
  button.disabled = true
  show(note('正在核验…… Checking …', ''))
  // A breath, so that the words are there before the work begins.
  setTimeout(() => {
    void check()
      .catch((error: unknown) =>
        show(note(`无法核验 Could not be checked: ${error instanceof Error ? error.message : String(error)}`, 'bad')),
      )
      .finally(() => (button.disabled = false))
  }, 30)
})

async function check(): Promise<void> {
  const [record, folder] = [pick('record')[0], pick('folder')]
  if (record === undefined && folder.length === 0)
    return show(note('请先选择证明文件或文件夹 Choose a proof or a folder first', ''))
  const files = pickedFiles(folder)
  const own = await pick('policy')[0]?.text()
  const policyText = own ?? new TextDecoder().decode((await files.read('policy')) ?? new Uint8Array())
  const policy = readPolicy(hashes, policyText)
  if ('why' in policy)
    return show(note(`信任策略第${policy.line}行有误，或没有选择 The policy is missing or wrong: ${policy.why}`, 'bad'))
  const verdict = record === undefined ? await checkFolder(policy, files) : await checkRecord(policy, record)
  if (verdict === null) return show(note('这不是存证证明文件 This is no proof of a record', 'bad'))
  const warning =
    own === undefined
      ? [
          note(
            '未提供自己的信任策略：签名是否属于应信任的机关，本次未能核实 The policy came with the folder: whose signatures these are was not established',
            '',
          ),
        ]
      : []
  show(...warning, ...shown(verdict))
}

async function checkFolder(policy: Policy, files: ReturnType<typeof pickedFiles>): Promise<Verdict> {
  const kept = await pick('kept')[0]?.text()
  const { findings, head, entries, records, erased, rows, waiting } = await verifyLedger({
    hashes,
    files,
    policy,
    kept: kept === undefined ? [] : [kept],
    copy: null,
  })
  const facts = [
    ['检查点 Checkpoint', head === null ? '不可信 not to be believed' : `${head.origin} · ${head.size}`],
    ['见证 Witnesses', head === null ? '—' : witnessesOf(head.cosigned)],
    ['条目 Entries', String(entries)],
    ['记录 Records', `${records}（依法销毁 erased ${erased}）`],
    ['现有数据 Rows', rows === null ? '未提供，未核对 not included, not compared' : `${rows}（待登记 waiting ${waiting}）`],
  ] as const
  return { findings, facts, content: null }
}

async function checkRecord(policy: Policy, file: File): Promise<Verdict | null> {
  const verified = verifyRecord(hashes, policy, await file.text())
  if (verified === null) return null
  const { findings, subject, entries, head, content } = verified
  const facts = [
    ['记录 Record', subject],
    ['条目 Entries', String(entries)],
    ['检查点 Checkpoint', head === null ? '不可信 not to be believed' : `${head.origin} · ${head.size}`],
    ['见证 Witnesses', head === null ? '—' : witnessesOf(head.cosigned)],
  ] as const
  return { findings, facts, content }
}

function witnessesOf(cosigned: readonly { readonly name: string; readonly seconds: number }[]): string {
  const each = cosigned.map(({ name, seconds }) => `${name} ${new Date(seconds * 1000).toISOString()}`)
  return each.length === 0 ? '无 none' : each.join('、')
}

function shown({ findings, facts, content }: Verdict): readonly HTMLElement[] {
  const isGood = findings.length === 0
  const verdict = note(
    isGood ? '未发现改动 Nothing was changed' : `发现${findings.length}处问题 ${findings.length} findings`,
    isGood ? 'good' : 'bad',
  )
  const first = findings.slice(0, 500).map(({ subject, zh, en }) => [subject, `${zh} ${en}`] as const)
  return [verdict, table(facts), ...(first.length === 0 ? [] : [table(first)]), ...(content === null ? [] : [block(content)])]
}

function table(rows: readonly (readonly [string, string])[]): HTMLElement {
  const made = document.createElement('table')
  for (const [head, text] of rows) {
    const row = made.insertRow()
    const cell = document.createElement('th')
    cell.textContent = head
    row.append(cell)
    row.insertCell().textContent = text
  }
  return made
}

function block(text: string): HTMLElement {
  const made = document.createElement('pre')
  made.textContent = text
  return made
}

function note(text: string, kind: 'good' | 'bad' | ''): HTMLElement {
  const made = document.createElement('p')
  made.className = `verdict ${kind}`
  made.textContent = text
  return made
}

function show(...parts: readonly HTMLElement[]): void {
  element('result', HTMLElement).replaceChildren(...parts)
}

function pick(id: string): readonly File[] {
  return [...(element(id, HTMLInputElement).files ?? [])]
}

function element<T extends HTMLElement>(id: string, kind: new () => T): T {
  const found = document.getElementById(id)
  if (!(found instanceof kind)) throw new Error(`the page has no ${id}`)
  return found
}
