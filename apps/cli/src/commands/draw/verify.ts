import { readReceipts, verifyDraw, type DrawReceipt } from '@shengmian/dispatch'
import { readFolder, readTexts, refuse } from '../../draw-folder.ts'
import { EXIT, type ExitCode } from '../../exit-codes.ts'
import { readOptions } from '../../read-options.ts'
import { both, note, say } from '../../words.ts'
import { codeHash } from './freeze.ts'
import { showTicket } from './portfolio.ts'

/** `shengmian draw verify FOLDER [--kept FOLDER] [--progress]`: what does not hold, first thing first, a line each on standard output. */
export async function runDrawVerify(args: readonly string[]): Promise<ExitCode> {
  const options = readOptions(args, { files: ['FOLDER'], values: ['kept'], flags: ['progress'] })
  if (options.kind === 'refused') return refuse(options.why)
  const [folder = ''] = options.taken.files
  const { kept } = options.taken.values
  const files = await readFolder(folder)
  const receipts = kept === undefined ? [] : await readKept(kept)
  if (files === null || receipts === null) return EXIT.badInput
  const verdict = await verifyDraw(files, {
    receipts,
    code: await codeHash(),
    ...(options.taken.flags.has('progress') ? { onTicket: showTicket } : {}),
  })
  for (const { check, subject, zh, en } of verdict.findings) console.log(`${check} ${subject} — ${both({ zh, en })}`)
  for (const words of [...verdict.noted, ...verdict.unchecked]) note(words)
  if (!verdict.holds) {
    note({ zh: `抽签不成立：${verdict.findings.length} 处`, en: `the draw does not hold: ${verdict.findings.length} findings` })
    return EXIT.broken
  }
  const { freeze, portfolio, pick } = files
  say({ zh: `抽签成立。根 ${freeze.root}`, en: 'the draw holds' })
  if (portfolio !== null && verdict.plans.length > 0)
    say({
      zh: `签单的根 ${portfolio.portfolioRoot}，重放 ${verdict.plans.length} 签，逐字节相同`,
      en: `tickets replayed, byte for byte`,
    })
  if (pick !== null) say({ zh: `第 ${pick.ticket} 签 ${pick.plan}`, en: 'the ticket drawn' })
  return EXIT.done
}

async function readKept(path: string): Promise<DrawReceipt[] | null> {
  const texts = await readTexts(path)
  if (texts === null) return null
  const outcome = readReceipts(texts)
  if (outcome.kind === 'read') return outcome.value
  for (const issue of outcome.issues) console.error(`${path}: ${issue.path}: ${both(issue)}`)
  return null
}
